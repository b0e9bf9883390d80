using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Institutions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BuildingQuota.Data.Evaluations;

internal sealed class MonthlyFactMapping : IEntityTypeConfiguration<MonthlyFact>
{
    public void Configure(EntityTypeBuilder<MonthlyFact> builder)
    {
        builder.ToTable("monthly_facts").HasKey(row => row.Id);
        builder.HasOne<Institution>().WithMany().HasForeignKey(row => row.InstitutionCode).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(row => new { row.InstitutionCode, row.Year });
        builder.HasIndex(row => new { row.BuildingCode, row.Year });
    }
}
