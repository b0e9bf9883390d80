using BuildingQuota.Domain.Buildings;
using BuildingQuota.Domain.Institutions;
using BuildingQuota.Domain.Metering;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BuildingQuota.Data.Metering;

internal sealed class AllocationMapping : IEntityTypeConfiguration<Allocation>
{
    public void Configure(EntityTypeBuilder<Allocation> builder)
    {
        builder.ToTable("allocations").HasKey(row => row.Id);
        builder.HasOne<Meter>().WithMany().HasForeignKey(row => row.MeterCode).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Building>().WithMany().HasForeignKey(row => row.BuildingCode).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Institution>().WithMany().HasForeignKey(row => row.InstitutionCode).OnDelete(DeleteBehavior.Restrict);
        builder.Ignore(row => row.Span);
        builder.HasIndex(row => new { row.MeterCode, row.From });
    }
}
