using BuildingQuota.Domain.Institutions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BuildingQuota.Data.Institutions;

internal sealed class RegionMapping : IEntityTypeConfiguration<Region>
{
    public void Configure(EntityTypeBuilder<Region> builder)
    {
        builder.ToTable("regions").HasKey(row => row.Code);
        builder.HasOne<Region>().WithMany().HasForeignKey(row => row.ParentCode).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(row => row.Path).IsUnique();
    }
}
