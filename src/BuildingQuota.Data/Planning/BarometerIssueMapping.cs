using BuildingQuota.Domain.Institutions;
using BuildingQuota.Domain.Planning;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BuildingQuota.Data.Planning;

internal sealed class BarometerIssueMapping : IEntityTypeConfiguration<BarometerIssue>
{
    public void Configure(EntityTypeBuilder<BarometerIssue> builder)
    {
        builder.ToTable("barometer_issues").HasKey(row => row.Id);
        builder.HasOne<Region>().WithMany().HasForeignKey(row => row.RegionCode).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(row => new { row.RegionCode, row.Number }).IsUnique();
    }
}
