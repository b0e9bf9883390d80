using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;
using BuildingQuota.Features.Quotas;

namespace BuildingQuota.Web.Pages.Evaluations;

/// <summary>One indicator of one subject in a proof sheet, with everything needed to do the sum by hand.</summary>
public sealed record ProofVerdict
{
    public SubjectKind SubjectKind { get; init; }

    public string Subject { get; init; } = "";

    public Indicator Indicator { get; init; }

    public string Unit { get; init; } = "";

    public string CoefficientSet { get; init; } = "";

    public IReadOnlyList<ProofLine> Lines { get; init; } = [];

    public decimal? Numerator { get; init; }

    public decimal? StatNumerator { get; init; }

    public decimal? PhysicalAmount { get; init; }

    public decimal? DenominatorDays { get; init; }

    public int YearDays { get; init; }

    public decimal? Denominator { get; init; }

    public IReadOnlyList<ProofSegment> Segments { get; init; } = [];

    public decimal? Actual { get; init; }

    public decimal? LowerBound { get; init; }

    public decimal? UpperBound { get; init; }

    public Sufficiency? Sufficiency { get; init; }

    public TierName? Tier { get; init; }

    public decimal? Allowed { get; init; }

    public decimal? Overrun { get; init; }

    public decimal? EstimatedShare { get; init; }

    public bool Provisional { get; init; }

    public IReadOnlyList<ProofDeciding> Deciding { get; init; } = [];

    public ProofQuota? Quota { get; init; }

    public ProofPlan? Plan { get; init; }

    public ProofLimit? Limit { get; init; }

    public IndicatorDefinition Definition => IndicatorDefinition.Of(Indicator);

    /// <summary>The unit of <see cref="Numerator"/>.</summary>
    public string AmountUnit => Definition.Measure switch
    {
        Measure.Kgce => "kgce",
        Measure.ElectricityKwh => "kWh",
        Measure.WaterM3 => "m³",
        _ => "kgCO2",
    };

    /// <summary>A bed is counted by the day, so that a day's litres are divided by bed-days and no average stands between.</summary>
    public bool IsPerDay => Definition.Denominator == DenominatorKind.Beds;

    public bool IsTotal => Definition.Denominator == DenominatorKind.One;
}

/// <summary>A carrier's part of a numerator: <paramref name="Quantity"/> × <paramref name="PerUnit"/> = <paramref name="Amount"/>.</summary>
public sealed record ProofLine(string Carrier, decimal Quantity, decimal? PerUnit, decimal Amount);

/// <summary>A span in which the area or the number of people stayed the same.</summary>
public sealed record ProofSegment(string Of, string What, DateOnly From, DateOnly Until, int Days, decimal Value);

/// <summary>A missing bill of an undetermined verdict; a neighbour's <paramref name="Meter"/> stays unnamed.</summary>
public sealed record ProofDeciding(
    string? Meter, DateOnly From, DateOnly Until, int Days, decimal? QuantityAtMost, decimal? AmountAtMost, bool Alone, bool Together);

/// <summary>The quota row, or the code of the reason why there is none, and the way to it.</summary>
public sealed record ProofQuota(
    string? NoQuotaBecause, string? Standard, string? Table, decimal? Constraint, decimal? Baseline, decimal? Guiding,
    IReadOnlyList<StepReading>? Steps);

/// <summary>A plan's line for the year, in the statistics set.</summary>
public sealed record ProofPlan(
    string Plan, TargetPath Path, decimal? CumulativeRatePercent, decimal? Base, string? BaseSource, decimal? LastActual, decimal? Target,
    decimal? OriginalTarget, string? TargetBasis, long? Order, string? OrderOf, decimal? OrderedValue, decimal? OrderedRatePercent,
    decimal? Actual, decimal? BaseWouldBe, decimal? Debt, decimal? CompletionPercent, decimal? ProgressPercent, decimal? ModelA,
    decimal? ModelB, string? Grade, string? ScoreRules);

/// <summary>The cap that a plan sets in absolute terms.</summary>
public sealed record ProofLimit(string Plan, decimal? Value, long? Order, string? OrderOf);
