using BuildingQuota.Domain.Imports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BuildingQuota.Data.Imports;

internal sealed class ImportBatchMapping : IEntityTypeConfiguration<ImportBatch>
{
    public void Configure(EntityTypeBuilder<ImportBatch> builder)
    {
        builder.ToTable("imports").HasKey(row => row.Id);
        builder.HasIndex(row => row.Sha256);
        builder.HasIndex(row => row.ScopePath);
    }
}
