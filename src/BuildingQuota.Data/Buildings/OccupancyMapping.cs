using BuildingQuota.Domain.Buildings;
using BuildingQuota.Domain.Institutions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BuildingQuota.Data.Buildings;

internal sealed class OccupancyMapping : IEntityTypeConfiguration<Occupancy>
{
    public void Configure(EntityTypeBuilder<Occupancy> builder)
    {
        builder.ToTable("occupancies").HasKey(row => row.Id);
        builder.HasOne<Building>().WithMany().HasForeignKey(row => row.BuildingCode).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Institution>().WithMany().HasForeignKey(row => row.InstitutionCode).OnDelete(DeleteBehavior.Restrict);
        builder.Ignore(row => row.Span);
        builder.HasIndex(row => new { row.BuildingCode, row.From });
    }
}
