using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Notices;
using BuildingQuota.Domain.Quotas;

namespace BuildingQuota.Features.Notices.Content;

/// <summary>
/// Everything an overrun notice states, frozen when it is drafted. With number, dates and the office's template it gives the letter; no
/// table is read again.
/// </summary>
public sealed record NoticeContent
{
    /// <summary>Shape of this record; a reader refuses one that it does not know.</summary>
    public const int PresentVersion = 1;

    public required int Version { get; init; }

    public required NoticeKind Kind { get; init; }

    public required IndicatorFamily Family { get; init; }

    public required int Year { get; init; }

    public required BureauPart Bureau { get; init; }

    public required AddresseePart Addressee { get; init; }

    /// <summary>One indicator each, the leading one first.</summary>
    public required IReadOnlyList<OverrunRow> Rows { get; init; }

    /// <summary>Of the leading indicator.</summary>
    public required MonthsPart Months { get; init; }

    public required EvaluationPart Evaluation { get; init; }

    /// <summary>Some day of the year was without a building in service.</summary>
    public required bool PartialYear { get; init; }

    /// <summary>Working days to reply in, as the bureau set them: the law names none.</summary>
    public required int ReplyDays { get; init; }

    /// <summary>Clauses that the letter stands on, as <c>公共机构节能条例#17</c>; empty where no statute read so far covers the family.</summary>
    public required IReadOnlyList<string> Clauses { get; init; }
}

/// <summary>Who writes.</summary>
public sealed record BureauPart(string Name, string? NameEn, string DocumentCode)
{
    public string? Address { get; init; }

    public string? Contact { get; init; }

    public string? Phone { get; init; }
}

/// <summary>To whom.</summary>
public sealed record AddresseePart(string Code, string Name);

/// <summary>Of which run; <see cref="EvaluatedAt"/> is also the data's cut-off: what was recorded later is not in the figures.</summary>
public sealed record EvaluationPart(long Id, string InputHash, string EngineVersion, DateTimeOffset EvaluatedAt);

/// <summary>
/// One indicator over its constraint value. Without <see cref="Actual"/> bills are missing and <see cref="LowerBound"/> is already over.
/// </summary>
public sealed record OverrunRow
{
    public required Indicator Indicator { get; init; }

    public required string Unit { get; init; }

    public decimal? Actual { get; init; }

    public decimal? LowerBound { get; init; }

    public required decimal Constraint { get; init; }

    public decimal? Baseline { get; init; }

    public decimal? Guiding { get; init; }

    /// <summary>In <see cref="NumeratorUnit"/>; null while bills are missing.</summary>
    public decimal? OverrunAmount { get; init; }

    /// <summary>While bills are missing: at least this, cut off and not rounded.</summary>
    public required decimal OverrunPercent { get; init; }

    public required decimal Numerator { get; init; }

    public required string NumeratorUnit { get; init; }

    public decimal? Denominator { get; init; }

    public required DenominatorKind DenominatorKind { get; init; }

    /// <summary>Coefficient set of energy, factor set of carbon, none of water.</summary>
    public string? CoefficientSet { get; init; }

    public required string QuotaStandard { get; init; }

    public required string QuotaStandardName { get; init; }

    /// <summary>Null when the limits stand in no table of the standard, or in several.</summary>
    public string? QuotaTable { get; init; }

    public required decimal EstimatedShare { get; init; }

    public required Sufficiency Sufficiency { get; init; }
}

/// <summary>Twelve months of a measure beside the budget that the quota leaves them; null where no bill reaches.</summary>
public sealed record MonthsPart(Indicator Indicator, string Unit, BudgetBasis Basis)
{
    public required IReadOnlyList<decimal?> Used { get; init; }

    public required IReadOnlyList<decimal> Budget { get; init; }

    /// <summary>Last year's months, when its bills are whole.</summary>
    public IReadOnlyList<decimal>? LastYear { get; init; }
}
