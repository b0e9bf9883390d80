using BuildingQuota.Domain.Institutions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BuildingQuota.Data.Institutions;

internal sealed class InstitutionMapping : IEntityTypeConfiguration<Institution>
{
    public void Configure(EntityTypeBuilder<Institution> builder)
    {
        builder.ToTable("institutions").HasKey(row => row.Code);
        builder.HasOne<Region>().WithMany().HasForeignKey(row => row.RegionCode).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Institution>().WithMany().HasForeignKey(row => row.ParentCode).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(row => row.RegionPath);
    }
}
