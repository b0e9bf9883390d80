
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BuildingQuota.Data.Seeding;

internal sealed class SeedFileMapping : IEntityTypeConfiguration<SeedFile>
{
    public void Configure(EntityTypeBuilder<SeedFile> builder)
    {
        builder.ToTable("seed_files").HasKey(row => row.Name);
    }
}
