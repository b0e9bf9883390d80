using BuildingQuota.Domain.Conversion;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BuildingQuota.Data.Conversion;

internal sealed class EmissionFactorMapping : IEntityTypeConfiguration<EmissionFactor>
{
    public void Configure(EntityTypeBuilder<EmissionFactor> builder)
    {
        builder.ToTable("emission_factors").HasKey(row => row.Id);
        builder.HasIndex(row => new { row.SetCode, row.Carrier, row.RegionCode, row.Year }).IsUnique();
    }
}
