using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Institutions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BuildingQuota.Data.Evaluations;

internal sealed class EvaluationMapping : IEntityTypeConfiguration<Evaluation>
{
    public void Configure(EntityTypeBuilder<Evaluation> builder)
    {
        builder.ToTable("evaluations").HasKey(row => row.Id);
        builder.HasOne<Institution>().WithMany().HasForeignKey(row => row.InstitutionCode).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Region>().WithMany().HasForeignKey(row => row.RegionCode).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(row => new { row.SubjectKind, row.SubjectCode, row.Year });
        builder.HasIndex(row => new { row.SubjectKind, row.SubjectCode, row.Year }).IsUnique().HasFilter("is_current");
    }
}
