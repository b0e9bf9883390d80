using BuildingQuota.Domain.Conversion;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BuildingQuota.Data.Conversion;

internal sealed class UnitConversionMapping : IEntityTypeConfiguration<UnitConversion>
{
    public void Configure(EntityTypeBuilder<UnitConversion> builder)
    {
        builder.ToTable("unit_conversions").HasKey(row => new { row.Carrier, row.Unit });
    }
}
