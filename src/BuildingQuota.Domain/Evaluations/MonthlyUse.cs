using BuildingQuota.Domain.Conversion;
using BuildingQuota.Domain.Metering;
using BuildingQuota.Domain.Quantities;

namespace BuildingQuota.Domain.Evaluations;

/// <summary>Building, carrier and purpose of a monthly row.</summary>
public readonly record struct UseKey(string? BuildingCode, Carrier Carrier, MeterPurpose Purpose, int Month);

/// <summary>One monthly row of an institution before it is kept: every total above it is an exact sum of these.</summary>
public sealed record MonthlyUse(UseKey Key, string Unit, decimal Quantity, decimal Cost)
{
    /// <summary>STAT, half-up at six decimals.</summary>
    public required decimal Kgce { get; init; }

    public required decimal KgCo2 { get; init; }

    /// <summary>Days covered by every active meter of the row.</summary>
    public required int CoveredDays { get; init; }

    public required decimal EstimatedShare { get; init; }

    /// <summary>The row's kgce in another set, rounded like its STAT figure.</summary>
    public decimal KgceIn(string set, ConversionTable conversions) => set == ConversionTable.Stat
        ? Kgce
        : Rounding.HalfUp(Quantity * conversions.Kgce(set, Key.Carrier), Rounding.QuantityDecimals);

    /// <summary>The month of all meters of one building, carrier and purpose; null when no bill touches it.</summary>
    internal static MonthlyUse? Of(UseKey key, IReadOnlyList<UseLine> lines, CarrierWeights carrier)
    {
        decimal quantity = 0, cost = 0, estimated = 0;
        var (active, covered, isBilled) = (0u, ~0u, false);
        foreach (var line in lines)
        {
            if (line.Months[key.Month - 1] is not { } use) continue;
            var days = line.Meter.Months[key.Month - 1];
            active |= days.Active | days.Covered;
            covered &= days.Covered | ~days.Active;
            isBilled |= days.Covered != 0;
            (quantity, cost, estimated) = (quantity + use.Quantity, cost + use.Cost, estimated + use.Estimated);
        }

        return !isBilled ? null : new MonthlyUse(key, carrier.Unit, quantity, cost)
        {
            Kgce = Rounding.HalfUp(quantity * carrier.Kgce, Rounding.QuantityDecimals),
            KgCo2 = Rounding.HalfUp(quantity * carrier.KgCo2, Rounding.QuantityDecimals),
            CoveredDays = System.Numerics.BitOperations.PopCount(active & covered),
            EstimatedShare = quantity == 0 ? 0 : Math.Clamp(Rounding.HalfUp(estimated / quantity, Rounding.QuantityDecimals), 0, 1),
        };
    }
}

/// <summary>Own unit of a carrier, its kgce per unit in STAT, and its kgCO2 per unit at the institution's place.</summary>
internal readonly record struct CarrierWeights(string Unit, decimal Kgce, decimal KgCo2);
