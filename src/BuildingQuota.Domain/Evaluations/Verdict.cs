using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quantities;
using BuildingQuota.Domain.Quotas;

namespace BuildingQuota.Domain.Evaluations;

/// <summary>One subject, year and indicator, judged on exact values; rounding is left to whoever shows it.</summary>
public sealed record Verdict(Subject Subject, string SubjectName, int Year, IndicatorDefinition Definition)
{
    /// <summary>What is assessed: after the rule set's deductions, in the set bound to the quota standard.</summary>
    public required decimal Numerator { get; init; }

    /// <summary>As the statistics count it, in set STAT: what plans and regions use.</summary>
    public required decimal StatNumerator { get; init; }

    /// <summary>All that was used, PV self-use in, in set STAT.</summary>
    public required decimal PhysicalAmount { get; init; }

    /// <summary>What it was assessed by; null for a region, which is not assessed but added up.</summary>
    public EvaluationRules? Rules { get; init; }

    /// <summary>Null when the data are sufficient.</summary>
    public Bounds? Bounds { get; init; }

    public Bounds? StatBounds { get; init; }

    public required Denominator Denominator { get; init; }

    public required QuotaMatch Quota { get; init; }

    public required string CoefficientSet { get; init; }

    public required bool PartialYear { get; init; }

    public required decimal EstimatedShare { get; init; }

    public PlanOutcome? Plan { get; init; }

    /// <summary>What a plan limits the total to; null without such a limit.</summary>
    public PlanLimit? PlanLimit { get; init; }

    /// <summary>How far the year got under its plan; null without a plan or without a value.</summary>
    public PlanProgress? PlanProgress => Plan?.Progress(PlanActual);

    /// <summary>The meters that count; of a region none, for its institutions know theirs.</summary>
    public IReadOnlyList<CountingMeter> Counting { get; init; } = [];

    /// <summary>More of it is estimated, as shown, than a firm verdict may have.</summary>
    public bool Provisional => Rounding.HalfUp(EstimatedShare, Rounding.IndicatorDecimals) > (Rules ?? new EvaluationRules()).ProvisionalShare;

    /// <summary>The bills that an undetermined verdict waits for, heaviest first; none of any other verdict.</summary>
    public IReadOnlyList<MissingBill> Deciding => Sufficiency != Sufficiency.Undetermined ? []
        : DecidingBills.Of(Numerator, Quota.Quota is { } quota ? Definition.Allowed(quota.Constraint, Denominator) : null, Counting);

    public decimal? Actual => Bounds is null ? Definition.Value(Numerator, Denominator) : null;

    public decimal? PlanActual => StatBounds is null ? Definition.Value(StatNumerator, Denominator) : null;

    public decimal? LowerBound => Bounds is null ? null : Definition.Value(Bounds.Low, Denominator);

    public decimal? UpperBound => Bounds?.High is { } high ? Definition.Value(high, Denominator) : null;

    public Sufficiency Sufficiency
    {
        get
        {
            if (Actual is not null) return Sufficiency.Sufficient;
            if (Quota.Tiers is not { } tiers) return Sufficiency.Undetermined;
            if (LowerBound > tiers.Constraint) return Sufficiency.OverWhateverIsMissing;
            return UpperBound <= tiers.Constraint ? Sufficiency.WithinWhateverIsMissing : Sufficiency.Undetermined;
        }
    }

    /// <summary>The tier of the value, or the one on which both bounds agree.</summary>
    public TierName? Tier
    {
        get
        {
            if (Quota.Tiers is not { } tiers) return TierName.NoQuota;
            if (Actual is { } actual) return tiers.Judge(actual);
            if (LowerBound is not { } low) return null;
            var atLeast = tiers.Judge(low);
            if (atLeast == TierName.OverConstraint) return atLeast;
            return UpperBound is { } high && tiers.Judge(high) == atLeast ? atLeast : null;
        }
    }

    /// <summary>Numerator above what the constraint value allows; null unless a sufficient value is over.</summary>
    public decimal? OverrunAmount => Actual is not null && Tier == TierName.OverConstraint
        ? Numerator - Definition.Allowed(Quota.Quota!.Constraint, Denominator)
        : null;

    public decimal? OverrunPercent => OverrunAmount is null ? null : (Actual / Quota.Quota!.Constraint - 1) * 100;
}
