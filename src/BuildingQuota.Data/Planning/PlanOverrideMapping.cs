using BuildingQuota.Domain.Institutions;
using BuildingQuota.Domain.Planning;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BuildingQuota.Data.Planning;

internal sealed class PlanOverrideMapping : IEntityTypeConfiguration<PlanOverride>
{
    public void Configure(EntityTypeBuilder<PlanOverride> builder)
    {
        builder.ToTable("plan_overrides").HasKey(row => row.Id);
        builder.HasOne<Plan>().WithMany().HasForeignKey(row => row.PlanCode).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Region>().WithMany().HasForeignKey(row => row.RegionCode).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(row => new { row.PlanCode, row.RegionCode, row.Indicator, row.Year }).IsUnique().HasFilter("superseded_by_id IS NULL");
    }
}
