using BuildingQuota.Domain.Institutions;
using BuildingQuota.Domain.Quotas;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BuildingQuota.Data.Quotas;

internal sealed class AdoptionMapping : IEntityTypeConfiguration<Adoption>
{
    public void Configure(EntityTypeBuilder<Adoption> builder)
    {
        builder.ToTable("adoptions").HasKey(row => row.Id);
        builder.HasOne<Region>().WithMany().HasForeignKey(row => row.RegionCode).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<QuotaStandard>().WithMany().HasForeignKey(row => row.StandardCode).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(row => new { row.RegionCode, row.From });
    }
}
