using BuildingQuota.Domain.Conversion;
using BuildingQuota.Domain.Quotas;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BuildingQuota.Data.Quotas;

internal sealed class QuotaStandardMapping : IEntityTypeConfiguration<QuotaStandard>
{
    public void Configure(EntityTypeBuilder<QuotaStandard> builder)
    {
        builder.ToTable("quota_standards").HasKey(row => row.Code);
        builder.HasOne<CoefficientSet>().WithMany().HasForeignKey(row => row.CoefficientSet).OnDelete(DeleteBehavior.Restrict);
        builder.Property(row => row.State).HasDefaultValue(StandardState.Published).HasSentinel(StandardState.Published);
        builder.Ignore(row => row.ZoneWords);
    }
}
