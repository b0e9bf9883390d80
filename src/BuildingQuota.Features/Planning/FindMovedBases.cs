using BuildingQuota.Data;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Planning;

/// <summary>A frozen base that would be another one if it were frozen today.</summary>
public sealed record MovedBase(long FrozenId, SubjectKind SubjectKind, string SubjectCode, string SubjectName)
{
    public required string? InstitutionCode { get; init; }

    public required Indicator Indicator { get; init; }

    public required string Unit { get; init; }

    public required decimal BaseValue { get; init; }

    public required decimal WouldBe { get; init; }

    public required BaseSource WouldBeSource { get; init; }
}

/// <summary>Somebody asks which bases of a plan are no longer what the base year says, as the last evaluation saw it.</summary>
public sealed class FindMovedBases(QuotaDb db)
{
    public async Task<IReadOnlyList<MovedBase>> Run(string plan, CancellationToken stop)
    {
        var rows = await (from score in db.PlanScores.AsNoTracking()
                          join frozen in db.FrozenBases on new { score.PlanCode, score.SubjectKind, score.SubjectCode, score.Indicator }
                              equals new { frozen.PlanCode, frozen.SubjectKind, frozen.SubjectCode, frozen.Indicator }
                          where score.IsCurrent && score.PlanCode == plan && score.BaseWouldBe != null && frozen.SupersededById == null
                          orderby score.SubjectKind, score.SubjectCode, score.Indicator, score.Year descending
                          select new { Score = score, Frozen = frozen }).ToListAsync(stop);
        return
        [
            .. rows.DistinctBy(row => row.Frozen.Id).Where(row => row.Score.BaseWouldBe != row.Frozen.BaseValue).Select(row =>
                new MovedBase(row.Frozen.Id, row.Score.SubjectKind, row.Score.SubjectCode, row.Score.SubjectName)
                {
                    InstitutionCode = row.Frozen.InstitutionCode, Indicator = row.Score.Indicator, Unit = row.Score.Unit,
                    BaseValue = row.Frozen.BaseValue, WouldBe = row.Score.BaseWouldBe!.Value, WouldBeSource = row.Score.BaseWouldBeSource!.Value,
                }),
        ];
    }
}
