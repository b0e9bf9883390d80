using BuildingQuota.Domain.Quotas;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BuildingQuota.Data.Quotas;

internal sealed class QuotaMapping : IEntityTypeConfiguration<Quota>
{
    public void Configure(EntityTypeBuilder<Quota> builder)
    {
        builder.ToTable("quotas").HasKey(row => row.Id);
        builder.HasOne<QuotaStandard>().WithMany().HasForeignKey(row => row.StandardCode).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(row => new { row.StandardCode, row.InstitutionKind, row.Indicator });
    }
}
