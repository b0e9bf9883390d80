using BuildingQuota.Domain.Institutions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BuildingQuota.Data.Institutions;

internal sealed class BureauMapping : IEntityTypeConfiguration<Bureau>
{
    public void Configure(EntityTypeBuilder<Bureau> builder)
    {
        builder.ToTable("bureaus").HasKey(row => row.RegionCode);
        builder.HasOne<Region>().WithMany().HasForeignKey(row => row.RegionCode).OnDelete(DeleteBehavior.Restrict);
    }
}
