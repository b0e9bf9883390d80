using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Institutions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BuildingQuota.Data.Evaluations;

internal sealed class DecidingBillMapping : IEntityTypeConfiguration<DecidingBill>
{
    public void Configure(EntityTypeBuilder<DecidingBill> builder)
    {
        builder.ToTable("deciding_bills").HasKey(row => row.Id);
        builder.HasOne<YearVerdict>().WithMany().HasForeignKey(row => row.VerdictId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Institution>().WithMany().HasForeignKey(row => row.InstitutionCode).OnDelete(DeleteBehavior.Restrict);
    }
}
