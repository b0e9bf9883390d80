using BuildingQuota.Domain.Institutions;
using BuildingQuota.Domain.Planning;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BuildingQuota.Data.Planning;

internal sealed class BarometerRowMapping : IEntityTypeConfiguration<BarometerRow>
{
    public void Configure(EntityTypeBuilder<BarometerRow> builder)
    {
        builder.ToTable("barometer_rows").HasKey(row => row.Id);
        builder.Ignore(row => row.Levels).Ignore(row => row.Previous);
        builder.HasOne<BarometerIssue>().WithMany().HasForeignKey(row => row.IssueId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Institution>().WithMany().HasForeignKey(row => row.InstitutionCode).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(row => new { row.IssueId, row.SubjectKind, row.SubjectCode, row.Indicator }).IsUnique();
    }
}
