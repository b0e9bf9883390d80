using System.Linq.Expressions;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;

namespace BuildingQuota.Features.Evaluations;

/// <summary>One subject, year and indicator in a list; values as shown, in <see cref="Unit"/>.</summary>
public sealed record VerdictRow
{
    public required long Id { get; init; }

    public required SubjectKind SubjectKind { get; init; }

    public required string SubjectCode { get; init; }

    public required string SubjectName { get; init; }

    public required string? InstitutionCode { get; init; }

    public required string RegionCode { get; init; }

    public required int Year { get; init; }

    public required Indicator Indicator { get; init; }

    public required decimal? Actual { get; init; }

    public required string Unit { get; init; }

    public required decimal Numerator { get; init; }

    public required decimal? Denominator { get; init; }

    public required TierName? TierName { get; init; }

    public required decimal? Constraint { get; init; }

    public required decimal? OverrunAmount { get; init; }

    public required decimal? OverrunPercent { get; init; }

    public required decimal? TargetValue { get; init; }

    public required bool? TargetMet { get; init; }

    public required Sufficiency Sufficiency { get; init; }

    public required decimal? LowerBound { get; init; }

    public required decimal? UpperBound { get; init; }

    public required bool PartialYear { get; init; }

    public required bool Provisional { get; init; }

    /// <summary>What is left until the limit, per unit of the denominator; negative when over, null without a value or a limit.</summary>
    public decimal? Room => Constraint - Actual;

    internal static Expression<Func<YearVerdict, VerdictRow>> From { get; } = verdict => new VerdictRow
    {
        Id = verdict.Id, SubjectKind = verdict.SubjectKind, SubjectCode = verdict.SubjectCode, SubjectName = verdict.SubjectName,
        InstitutionCode = verdict.InstitutionCode, RegionCode = verdict.RegionCode, Year = verdict.Year, Indicator = verdict.Indicator,
        Actual = verdict.Actual, Unit = verdict.Unit, Numerator = verdict.Numerator, Denominator = verdict.Denominator,
        TierName = verdict.TierName, Constraint = verdict.Constraint, OverrunAmount = verdict.OverrunAmount,
        OverrunPercent = verdict.OverrunPercent, TargetValue = verdict.TargetValue, TargetMet = verdict.TargetMet,
        Sufficiency = verdict.Sufficiency, LowerBound = verdict.LowerBound, UpperBound = verdict.UpperBound,
            PartialYear = verdict.PartialYear, Provisional = verdict.Provisional,
    };
}
