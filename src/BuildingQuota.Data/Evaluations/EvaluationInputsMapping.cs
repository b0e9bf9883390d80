using BuildingQuota.Domain.Evaluations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BuildingQuota.Data.Evaluations;

internal sealed class EvaluationInputsMapping : IEntityTypeConfiguration<EvaluationInputs>
{
    public void Configure(EntityTypeBuilder<EvaluationInputs> builder) => builder.ToTable("evaluation_inputs").HasKey(row => row.Hash);
}
