using BuildingQuota.Domain.Budgets;
using BuildingQuota.Domain.Institutions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BuildingQuota.Data.Budgets;

internal sealed class ForecastMapping : IEntityTypeConfiguration<Forecast>
{
    public void Configure(EntityTypeBuilder<Forecast> builder)
    {
        builder.ToTable("forecasts").HasKey(row => row.Id);
        builder.HasOne<Institution>().WithMany().HasForeignKey(row => row.InstitutionCode).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(row => new { row.Year, row.Level });
        builder.HasIndex(row => new { row.SubjectKind, row.SubjectCode, row.Year, row.Indicator, row.LimitKind })
            .IsUnique().HasFilter("is_current");
    }
}

internal sealed class BudgetMonthMapping : IEntityTypeConfiguration<BudgetMonth>
{
    public void Configure(EntityTypeBuilder<BudgetMonth> builder)
    {
        builder.ToTable("budget_months").HasKey(row => row.Id);
        builder.HasOne<Forecast>().WithMany().HasForeignKey(row => row.ForecastId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(row => row.InstitutionCode);
        builder.HasIndex(row => new { row.ForecastId, row.Month }).IsUnique();
    }
}
