using BuildingQuota.Domain.Buildings;
using BuildingQuota.Domain.Institutions;
using BuildingQuota.Domain.Metering;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BuildingQuota.Data.Metering;

internal sealed class MeterMapping : IEntityTypeConfiguration<Meter>
{
    public void Configure(EntityTypeBuilder<Meter> builder)
    {
        builder.ToTable("meters").HasKey(row => row.Code);
        builder.HasOne<Building>().WithMany().HasForeignKey(row => row.BuildingCode).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Institution>().WithMany().HasForeignKey(row => row.InstitutionCode).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Meter>().WithMany().HasForeignKey(row => row.ParentCode).OnDelete(DeleteBehavior.Restrict);
        builder.Ignore(row => row.Active);
    }
}
