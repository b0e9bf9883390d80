using BuildingQuota.Domain.Institutions;
using BuildingQuota.Domain.Quotas;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BuildingQuota.Data.Quotas;

internal sealed class YearIndicatorMapping : IEntityTypeConfiguration<YearIndicator>
{
    public void Configure(EntityTypeBuilder<YearIndicator> builder)
    {
        builder.ToTable("year_indicators").HasKey(row => row.Id);
        builder.HasOne<Institution>().WithMany().HasForeignKey(row => row.InstitutionCode).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<IndicatorRun>().WithMany().HasForeignKey(row => row.RunId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(row => new { row.InstitutionCode, row.Indicator, row.Year }).IsUnique().HasFilter("is_current");
    }
}
