using BuildingQuota.Domain.Billing;
using BuildingQuota.Domain.Institutions;
using BuildingQuota.Domain.Metering;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BuildingQuota.Data.Billing;

internal sealed class BillMapping : IEntityTypeConfiguration<Bill>
{
    public void Configure(EntityTypeBuilder<Bill> builder)
    {
        builder.ToTable("bills").HasKey(row => row.Id);
        builder.HasOne<Meter>().WithMany().HasForeignKey(row => row.MeterCode).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Institution>().WithMany().HasForeignKey(row => row.InstitutionCode).OnDelete(DeleteBehavior.Restrict);
        builder.Ignore(row => row.Covers);
        builder.HasIndex(row => new { row.MeterCode, row.PeriodStart });
        builder.HasIndex(row => new { row.InstitutionCode, row.PeriodStart });
        builder.HasIndex(row => row.ImportId);
    }
}
