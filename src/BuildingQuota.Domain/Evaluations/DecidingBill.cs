using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;

namespace BuildingQuota.Domain.Evaluations;

/// <summary>A missing bill of an undetermined verdict as it is kept and shown (docs/rules/deciding-bills.md).</summary>
public sealed class DecidingBill
{
    public required long Id { get; init; }

    public required long VerdictId { get; init; }

    public required long EvaluationId { get; init; }

    public required SubjectKind SubjectKind { get; init; }

    public required string SubjectCode { get; init; }

    /// <summary>The subject's institution, for row scope.</summary>
    public required string InstitutionCode { get; init; }

    public required int Year { get; init; }

    public required Indicator Indicator { get; init; }

    /// <summary>1 is the heaviest.</summary>
    public required int Rank { get; init; }

    /// <summary>Null for a meter of another institution behind the same main meter.</summary>
    public string? MeterCode { get; init; }

    public required DateOnly MissingFrom { get; init; }

    /// <summary>The first day that is not missing.</summary>
    public required DateOnly MissingUntil { get; init; }

    public required int MissingDays { get; init; }

    /// <summary>In the carrier's own unit; null when nothing bounds it, and for another institution's meter.</summary>
    public decimal? QuantityAtMost { get; init; }

    /// <summary>In the numerator's measure, negative where it would lower it; null when nothing bounds it.</summary>
    public decimal? AmountAtMost { get; init; }

    /// <summary>In the indicator's unit.</summary>
    public decimal? IndicatorAtMost { get; init; }

    public required bool DecidesAlone { get; init; }

    public required bool DecidesTogether { get; init; }
}
