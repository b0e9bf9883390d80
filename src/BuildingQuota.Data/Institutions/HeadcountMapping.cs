using BuildingQuota.Domain.Institutions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BuildingQuota.Data.Institutions;

internal sealed class HeadcountMapping : IEntityTypeConfiguration<Headcount>
{
    public void Configure(EntityTypeBuilder<Headcount> builder)
    {
        builder.ToTable("headcounts").HasKey(row => row.Id);
        builder.HasOne<Institution>().WithMany().HasForeignKey(row => row.InstitutionCode).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(row => new { row.InstitutionCode, row.Basis, row.From });
    }
}
