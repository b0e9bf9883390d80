using BuildingQuota.Domain.Imports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BuildingQuota.Data.Imports;

internal sealed class ImportProblemMapping : IEntityTypeConfiguration<ImportProblem>
{
    public void Configure(EntityTypeBuilder<ImportProblem> builder)
    {
        builder.ToTable("import_problems").HasKey(row => row.Id);
        builder.HasIndex(row => new { row.ImportId, row.Row });
        builder.HasIndex(row => row.ScopePath);
    }
}
