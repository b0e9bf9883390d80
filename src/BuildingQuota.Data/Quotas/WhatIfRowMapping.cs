using BuildingQuota.Domain.Quotas;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BuildingQuota.Data.Quotas;

internal sealed class WhatIfRowMapping : IEntityTypeConfiguration<WhatIfRow>
{
    public void Configure(EntityTypeBuilder<WhatIfRow> builder)
    {
        builder.ToTable("what_if_rows").HasKey(row => row.Id);
        builder.HasOne<WhatIfRun>().WithMany().HasForeignKey(row => row.RunId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(row => new { row.RunId, row.Outcome });
    }
}
