using BuildingQuota.Domain.Institutions;
using BuildingQuota.Domain.Planning;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BuildingQuota.Data.Planning;

internal sealed class PlanMapping : IEntityTypeConfiguration<Plan>
{
    public void Configure(EntityTypeBuilder<Plan> builder)
    {
        builder.ToTable("plans").HasKey(row => row.Code);
        builder.HasOne<Region>().WithMany().HasForeignKey(row => row.RegionCode).OnDelete(DeleteBehavior.Restrict);
    }
}
