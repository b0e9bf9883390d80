using BuildingQuota.Domain.Billing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BuildingQuota.Data.Billing;

internal sealed class BilledYearMapping : IEntityTypeConfiguration<BilledYear>
{
    public void Configure(EntityTypeBuilder<BilledYear> builder)
    {
        builder.ToTable("billed_years").HasKey(row => row.Year);
        builder.Property(row => row.Year).ValueGeneratedNever();
    }
}
