using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Institutions;
using BuildingQuota.Domain.Planning;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BuildingQuota.Data.Planning;

internal sealed class PlanScoreMapping : IEntityTypeConfiguration<PlanScore>
{
    public void Configure(EntityTypeBuilder<PlanScore> builder)
    {
        builder.ToTable("plan_scores").HasKey(row => row.Id);
        builder.HasOne<Evaluation>().WithMany().HasForeignKey(row => row.EvaluationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Institution>().WithMany().HasForeignKey(row => row.InstitutionCode).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(row => new { row.Year, row.Indicator });
        builder.HasIndex(row => new { row.SubjectKind, row.SubjectCode, row.Year, row.Indicator }).IsUnique().HasFilter("is_current");
    }
}
