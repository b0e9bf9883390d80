using BuildingQuota.Domain.Conversion;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BuildingQuota.Data.Conversion;

internal sealed class CoefficientMapping : IEntityTypeConfiguration<Coefficient>
{
    public void Configure(EntityTypeBuilder<Coefficient> builder)
    {
        builder.ToTable("coefficients").HasKey(row => new { row.SetCode, row.Carrier });
        builder.HasOne<CoefficientSet>().WithMany().HasForeignKey(row => row.SetCode).OnDelete(DeleteBehavior.Restrict);
    }
}
