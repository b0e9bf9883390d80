using BuildingQuota.Domain.Institutions;
using BuildingQuota.Domain.Planning;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BuildingQuota.Data.Planning;

internal sealed class FrozenBaseMapping : IEntityTypeConfiguration<FrozenBase>
{
    public void Configure(EntityTypeBuilder<FrozenBase> builder)
    {
        builder.ToTable("frozen_bases").HasKey(row => row.Id);
        builder.HasOne<Plan>().WithMany().HasForeignKey(row => row.PlanCode).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Institution>().WithMany().HasForeignKey(row => row.InstitutionCode).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(row => new { row.SubjectKind, row.SubjectCode, row.PlanCode, row.Indicator }).IsUnique()
            .HasFilter("superseded_by_id IS NULL");
    }
}
