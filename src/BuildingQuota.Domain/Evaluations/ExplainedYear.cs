using BuildingQuota.Domain.Metering;
using BuildingQuota.Domain.Quotas;

namespace BuildingQuota.Domain.Evaluations;

/// <summary>
/// What a change comes from. Completeness is days: billed days of the same month that the other year lacks, 29 February among them. Mix is the
/// shares of the carriers at an equal total of energy.
/// </summary>
public enum ChangePart { Headcount, Beds, Area, Coefficients, Completeness, Mix, Consumption }

/// <summary>One part of a change, in the indicator's unit; <see cref="Carrier"/> of consumption only.</summary>
public sealed record ExplainedPart(ChangePart Part, Carrier? Carrier, decimal Amount);

/// <summary>One row of a numerator: own unit, kgce of set STAT, the numerator's unit, and the days that its bills cover.</summary>
public sealed record ExplainedMonth(UseKey Key, decimal Quantity, decimal Kgce, decimal Amount, int CoveredDays)
{
    /// <summary>What carriers are compared in: energy where the measure converts, else the quantity itself.</summary>
    internal decimal Neutral(Measure measure) => measure is Measure.Kgce or Measure.KgCo2 ? Kgce : Quantity;
}

/// <summary>
/// One of the two years: the value as shown, the average it was divided by as its verdict keeps it, and the rows of its numerator, one a key.
/// <see cref="PerUnit"/>: the numerator's unit per own unit of every carrier that either year used.
/// </summary>
public sealed record ExplainedYear(
    int Year, decimal Actual, decimal Average, IReadOnlyDictionary<Carrier, decimal> PerUnit, IReadOnlyList<ExplainedMonth> Months)
{
    internal Denominator Denominator { get; } = Denominator.OfAverage(Year, Average);
}
