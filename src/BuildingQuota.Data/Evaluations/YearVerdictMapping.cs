using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Institutions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BuildingQuota.Data.Evaluations;

internal sealed class YearVerdictMapping : IEntityTypeConfiguration<YearVerdict>
{
    public void Configure(EntityTypeBuilder<YearVerdict> builder)
    {
        builder.ToTable("year_verdicts").HasKey(row => row.Id);
        builder.HasOne<Evaluation>().WithMany().HasForeignKey(row => row.EvaluationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Institution>().WithMany().HasForeignKey(row => row.InstitutionCode).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(row => new { row.Year, row.Indicator });
        builder.HasIndex(row => new { row.SubjectKind, row.SubjectCode, row.Year });
        builder.HasIndex(row => new { row.SubjectKind, row.SubjectCode, row.Year, row.Indicator }).IsUnique().HasFilter("is_current");
    }
}
