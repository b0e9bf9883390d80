using BuildingQuota.Oracle.Exact;

namespace BuildingQuota.Oracle.Calculation;

/// <summary>
/// A numerator over its divisor, and what missing bills may take away and add. <paramref name="Scale"/> makes litres a bed-day of cubic
/// metres a bed and year.
/// </summary>
public sealed record Sum(
    decimal Numerator, Fraction Divisor, Fraction Scale, bool IsSufficient, Fraction? Less, Fraction? More, Fraction Estimated)
{
    public Fraction? Exact => IsSufficient ? Ratio(Numerator) : null;

    public Fraction Low => Ratio(Least);

    public Fraction? High => More is { } more ? Ratio(Fraction.Of(Numerator) + more) : null;

    /// <summary>Not below nought, unless what is billed is.</summary>
    public Fraction Least => Numerator < 0 ? Numerator
        : Less is { } less && Fraction.Of(Numerator) > less ? Fraction.Of(Numerator) - less
        : Fraction.Zero;

    /// <summary>What a value of the indicator comes to as a whole.</summary>
    public Fraction Whole(Fraction value) => value * Divisor / Scale;

    private Fraction Ratio(Fraction whole) => whole * Scale / Divisor;
}
