using BuildingQuota.Domain.Evaluations;

namespace BuildingQuota.Domain.Quotas;

/// <summary>
/// One allocation of a year's indicators to a region's institutions (domain §7 M21): the same inputs give the same run, and no new one is
/// stored; others give a new version that takes the place of the old.
/// </summary>
public sealed class IndicatorRun
{
    public required long Id { get; init; }

    public required string RegionCode { get; init; }

    public required int Year { get; init; }

    public required string LadderCode { get; init; }

    /// <summary>The indicator whose sum is limited, and the limit in its numerator's unit; null: no limit was given.</summary>
    public Indicator? CapIndicator { get; init; }

    public decimal? CapAmount { get; init; }

    /// <summary>Part of the limit that stays in the bureau's hand.</summary>
    public required decimal ReservePercent { get; init; }

    /// <summary>Σ indicator × last year's denominator of the limited indicator; null without a limit.</summary>
    public decimal? AllocatedAmount { get; init; }

    /// <summary>SHA-256 (hex) of everything that the run read.</summary>
    public required string InputHash { get; init; }

    public required string RunBy { get; init; }

    public required DateTimeOffset RunAt { get; init; }

    public required bool IsCurrent { get; init; }

    public long? SupersedesId { get; init; }

    public required string ScopePath { get; init; }
}

/// <summary>What an institution may use in a year by one indicator, and the line that says why.</summary>
public sealed class YearIndicator
{
    public required long Id { get; init; }

    public required long RunId { get; init; }

    public required string InstitutionCode { get; init; }

    public required string RegionCode { get; init; }

    public required Indicator Indicator { get; init; }

    public required int Year { get; init; }

    public required string Unit { get; init; }

    /// <summary>Last year's value; null when its data were not sufficient.</summary>
    public decimal? LastActual { get; init; }

    public decimal? LastIndicator { get; init; }

    public TierName? TierName { get; init; }

    public decimal? Guiding { get; init; }

    /// <summary>What the ladder gives; null without last year's value.</summary>
    public decimal? LadderValue { get; init; }

    /// <summary>What binds: the ladder's value, less where the limit asked for it, or as it was ordered. Null: nothing was given out.</summary>
    public decimal? Value { get; init; }

    /// <summary>Of the form <c>year-indicator.reason</c>.</summary>
    public required string Reason { get; init; }

    public string? OverrideReason { get; init; }

    /// <summary>Last year's denominator, with which amounts are reckoned.</summary>
    public decimal? Denominator { get; init; }

    /// <summary>Value × denominator, in the numerator's unit, less what the year before's indicator (or actual) allowed: granted above
    /// zero, released below.</summary>
    public decimal? Amount { get; init; }

    public decimal? ChangedAmount { get; init; }

    public required bool IsCurrent { get; init; }
}

/// <summary>An order for one institution's indicator: somebody asks for it with a reason, somebody else approves it.</summary>
public sealed class IndicatorOverride
{
    public required long Id { get; init; }

    public required string InstitutionCode { get; init; }

    public required Indicator Indicator { get; init; }

    public required int Year { get; init; }

    public required decimal Value { get; init; }

    public required string Reason { get; init; }

    public required string AskedBy { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    public string? ApprovedBy { get; private set; }

    public DateTimeOffset? ApprovedAt { get; private set; }

    /// <summary>Breaks <c>year-indicator.same-person</c> and <c>year-indicator.approved-already</c>.</summary>
    public void Approve(string person, DateTimeOffset now)
    {
        if (ApprovedBy is not null) throw new Rules.RuleBrokenException("year-indicator.approved-already", "It is approved already.");
        if (string.Equals(person, AskedBy, StringComparison.OrdinalIgnoreCase))
            throw new Rules.RuleBrokenException("year-indicator.same-person", $"{person} asked for it.", "Somebody else has to approve it.");
        (ApprovedBy, ApprovedAt) = (person, now);
    }
}
