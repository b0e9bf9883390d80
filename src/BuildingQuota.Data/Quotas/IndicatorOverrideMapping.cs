using BuildingQuota.Domain.Institutions;
using BuildingQuota.Domain.Quotas;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BuildingQuota.Data.Quotas;

internal sealed class IndicatorOverrideMapping : IEntityTypeConfiguration<IndicatorOverride>
{
    public void Configure(EntityTypeBuilder<IndicatorOverride> builder)
    {
        builder.ToTable("indicator_overrides").HasKey(row => row.Id);
        builder.HasOne<Institution>().WithMany().HasForeignKey(row => row.InstitutionCode).OnDelete(DeleteBehavior.Restrict);
    }
}
