using System.Collections.Concurrent;
using BuildingQuota.Domain.Institutions;
using BuildingQuota.Domain.Metering;
using BuildingQuota.Domain.Quantities;
using BuildingQuota.Domain.Rules;

namespace BuildingQuota.Domain.Conversion;

/// <summary>Units, coefficients and emission factors as one look-up. What is not in the tables is refused, never guessed (docs/rules/units.md).</summary>
public sealed class ConversionTable
{
    /// <summary>The set of the statistics: monthly facts, plans and regions are always in it.</summary>
    public const string Stat = "STAT";

    private readonly Dictionary<(Carrier, string), UnitConversion> _units;
    private readonly Dictionary<(string, Carrier), decimal> _kgce;
    private readonly Dictionary<Carrier, string> _ownUnits;
    private readonly Dictionary<(string, Carrier, string), decimal> _kgCo2;
    private readonly ConcurrentDictionary<(string, Carrier, string), decimal> _nearest = [];

    public ConversionTable(
        IEnumerable<UnitConversion> units, IEnumerable<Coefficient> coefficients, IEnumerable<EmissionFactor> factors)
    {
        (Units, Coefficients, Factors) = ([.. units], [.. coefficients], [.. factors]);
        _units = Units.ToDictionary(unit => (unit.Carrier, unit.Unit));
        _ownUnits = _units.Values.DistinctBy(unit => unit.Carrier).ToDictionary(unit => unit.Carrier, unit => unit.OwnUnit);
        _kgce = Coefficients.ToDictionary(c => (c.SetCode, c.Carrier), c => c.KgcePerUnit);
        _kgCo2 = Factors.ToDictionary(f => (f.SetCode, f.Carrier, f.RegionCode), f => f.KgCo2PerUnit);
    }

    public IReadOnlyList<UnitConversion> Units { get; }

    public IReadOnlyList<Coefficient> Coefficients { get; }

    public IReadOnlyList<EmissionFactor> Factors { get; }

    public string OwnUnit(Carrier carrier) => _ownUnits.TryGetValue(carrier, out var unit)
        ? unit
        : throw new RuleBrokenException("unit.carrier-without-unit", $"No unit is known for {carrier}.");

    public bool Allows(Carrier carrier, string unit) => _units.ContainsKey((carrier, unit));

    /// <summary>The quantity in the carrier's own unit, half-up at six decimals.</summary>
    public decimal ToOwnUnit(Carrier carrier, string unit, decimal quantity) => _units.TryGetValue((carrier, unit), out var conversion)
        ? Rounding.HalfUp(
            conversion.Numerator == conversion.Denominator ? quantity : quantity * conversion.Numerator / conversion.Denominator,
            Rounding.QuantityDecimals)
        : throw new RuleBrokenException("unit.not-allowed", $"{carrier} is not measured in {unit}.");

    public decimal Kgce(string set, Carrier carrier) => _kgce.TryGetValue((set, carrier), out var coefficient)
        ? coefficient
        : throw new RuleBrokenException("coefficient.missing", $"Coefficient set {set} has no {carrier}.", "Publish a complete set.");

    /// <summary>kgCO2 per own unit: the nearest region of the path that has a factor, else the nation's, else none (zero).</summary>
    public decimal KgCo2(string factorSet, Carrier carrier, string regionPath) =>
        _nearest.GetOrAdd((factorSet, carrier, regionPath), _ => NearestFactor(factorSet, carrier, regionPath));

    private decimal NearestFactor(string factorSet, Carrier carrier, string regionPath)
    {
        foreach (var code in RegionPaths.NearestFirst(regionPath).Append(""))
            if (_kgCo2.TryGetValue((factorSet, carrier, code), out var factor)) return factor;
        return 0;
    }
}
