using BuildingQuota.Domain.Planning;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BuildingQuota.Data.Planning;

internal sealed class ScoreRuleMapping : IEntityTypeConfiguration<ScoreRule>
{
    public void Configure(EntityTypeBuilder<ScoreRule> builder)
    {
        builder.ToTable("score_rules").HasKey(row => row.Id);
        builder.HasIndex(row => new { row.SetCode, row.Scale, row.Step }).IsUnique();
    }
}
