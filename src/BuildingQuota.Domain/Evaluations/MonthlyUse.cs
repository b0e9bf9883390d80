using BuildingQuota.Domain.Conversion;
using BuildingQuota.Domain.Institutions;
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

    /// <summary>The rows of one institution in one year, in a fixed order. Months that no bill touches have no row.</summary>
    public static IReadOnlyList<MonthlyUse> Rows(Institution institution, IEnumerable<UseLine> lines, ReferenceBook book) =>
    [
        .. lines.GroupBy(line => new UseKey(line.BuildingCode, line.Meter.Carrier, line.Meter.Purpose, line.Month))
            .Where(row => row.Any(line => line.Days.Covered != 0))
            .OrderBy(row => row.Key.BuildingCode, StringComparer.Ordinal).ThenBy(row => row.Key.Carrier)
            .ThenBy(row => row.Key.Purpose).ThenBy(row => row.Key.Month)
            .Select(row => Row(institution, row.Key, [.. row], book)),
    ];

    private static MonthlyUse Row(Institution institution, UseKey key, IReadOnlyList<UseLine> lines, ReferenceBook book)
    {
        var quantity = lines.Sum(line => line.Quantity);
        var estimated = lines.Sum(line => line.Estimated);
        var factor = book.Conversions.KgCo2(book.FactorSet, key.Carrier, institution.RegionPath);
        return new MonthlyUse(key, book.Conversions.OwnUnit(key.Carrier), quantity, lines.Sum(line => line.Cost))
        {
            Kgce = Rounding.HalfUp(quantity * book.Conversions.Kgce(ConversionTable.Stat, key.Carrier), Rounding.QuantityDecimals),
            KgCo2 = Rounding.HalfUp(quantity * factor, Rounding.QuantityDecimals),
            CoveredDays = CoveredByAll(lines),
            EstimatedShare = quantity == 0 ? 0 : Math.Clamp(Rounding.HalfUp(estimated / quantity, Rounding.QuantityDecimals), 0, 1),
        };
    }

    private static int CoveredByAll(IReadOnlyList<UseLine> lines)
    {
        var active = 0u;
        var covered = ~0u;
        foreach (var line in lines)
        {
            active |= line.Days.Active | line.Days.Covered;
            covered &= line.Days.Covered | ~line.Days.Active;
        }

        return System.Numerics.BitOperations.PopCount(active & covered);
    }
}
