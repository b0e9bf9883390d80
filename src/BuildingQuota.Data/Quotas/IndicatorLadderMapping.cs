using BuildingQuota.Domain.Quotas;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BuildingQuota.Data.Quotas;

internal sealed class IndicatorLadderMapping : IEntityTypeConfiguration<IndicatorLadder>
{
    public void Configure(EntityTypeBuilder<IndicatorLadder> builder)
    {
        builder.ToTable("indicator_ladders").HasKey(row => row.Code);
    }
}
