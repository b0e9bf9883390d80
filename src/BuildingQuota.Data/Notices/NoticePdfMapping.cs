using BuildingQuota.Domain.Institutions;
using BuildingQuota.Domain.Notices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BuildingQuota.Data.Notices;

internal sealed class NoticePdfMapping : IEntityTypeConfiguration<NoticePdf>
{
    public void Configure(EntityTypeBuilder<NoticePdf> builder)
    {
        builder.ToTable("notice_pdfs").HasKey(row => row.NoticeId);
        builder.HasOne<Notice>().WithOne().HasForeignKey<NoticePdf>(row => row.NoticeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Institution>().WithMany().HasForeignKey(row => row.InstitutionCode).OnDelete(DeleteBehavior.Restrict);
    }
}
