using BuildingQuota.Domain.Planning;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BuildingQuota.Data.Planning;

internal sealed class PlanCapMapping : IEntityTypeConfiguration<PlanCap>
{
    public void Configure(EntityTypeBuilder<PlanCap> builder)
    {
        builder.ToTable("plan_caps").HasKey(row => row.Id);
        builder.HasOne<Plan>().WithMany().HasForeignKey(row => row.PlanCode).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(row => new { row.PlanCode, row.Indicator }).IsUnique();
    }
}
