using BuildingQuota.Domain.Evaluations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BuildingQuota.Data.Evaluations;

internal sealed class StaleYearMapping : IEntityTypeConfiguration<StaleYear>
{
    public void Configure(EntityTypeBuilder<StaleYear> builder)
    {
        builder.ToTable("stale_years").HasKey(row => row.Id);
        builder.Ignore(row => row.Mark);
        builder.HasIndex(row => new { row.SubjectKind, row.SubjectCode });
    }
}
