using BuildingQuota.Data.Storage;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Institutions;
using BuildingQuota.Domain.Notices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BuildingQuota.Data.Notices;

internal sealed class NoticeMapping : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> builder)
    {
        builder.ToTable("notices").HasKey(row => row.Id);
        builder.HasOne<Institution>().WithMany().HasForeignKey(row => row.InstitutionCode).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Region>().WithMany().HasForeignKey(row => row.RegionCode).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Bureau>().WithMany().HasForeignKey(row => row.BureauRegionCode).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Evaluation>().WithMany().HasForeignKey(row => row.EvaluationId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(row => row.Number).HasMaxLength(ColumnRules.CodeLength);
        builder.HasIndex(row => row.Number).IsUnique();
        builder.HasIndex(row => new { row.InstitutionCode, row.Year, row.Family, row.Kind }).IsUnique()
            .HasFilter("state IN ('Draft', 'Issued')");
    }
}
