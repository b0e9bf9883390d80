using BuildingQuota.Domain.Conversion;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BuildingQuota.Data.Conversion;

internal sealed class CoefficientSetMapping : IEntityTypeConfiguration<CoefficientSet>
{
    public void Configure(EntityTypeBuilder<CoefficientSet> builder)
    {
        builder.ToTable("coefficient_sets").HasKey(row => row.Code);
    }
}
