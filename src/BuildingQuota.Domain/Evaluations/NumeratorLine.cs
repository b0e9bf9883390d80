using BuildingQuota.Domain.Metering;

namespace BuildingQuota.Domain.Evaluations;

/// <summary>
/// One carrier in a numerator: its quantity in the own unit, what a unit weighs, and what its monthly rows come to. Rows are rounded once,
/// each at six decimals, so quantity × per unit may differ from the amount by half a millionth a row.
/// </summary>
public sealed record NumeratorLine(Carrier Carrier, decimal Quantity, decimal PerUnit, decimal Amount)
{
    /// <summary>What others than the owner used in the building: their rows are in their own sheets.</summary>
    public bool IsOfOthers { get; init; }
}
