using BuildingQuota.Domain.Quotas;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BuildingQuota.Data.Quotas;

/// <summary>Without a foreign key: what happened to a draft stays when the draft is discarded.</summary>
internal sealed class QuotaStandardEventMapping : IEntityTypeConfiguration<QuotaStandardEvent>
{
    public void Configure(EntityTypeBuilder<QuotaStandardEvent> builder)
    {
        builder.ToTable("quota_standard_events").HasKey(row => row.Id);
        builder.Property(row => row.StandardCode).HasMaxLength(64);
        builder.HasIndex(row => row.StandardCode);
    }
}
