using BuildingQuota.Domain.Quotas;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BuildingQuota.Data.Quotas;

internal sealed class IndicatorRunMapping : IEntityTypeConfiguration<IndicatorRun>
{
    public void Configure(EntityTypeBuilder<IndicatorRun> builder)
    {
        builder.ToTable("indicator_runs").HasKey(row => row.Id);
        builder.HasIndex(row => new { row.RegionCode, row.Year });
    }
}
