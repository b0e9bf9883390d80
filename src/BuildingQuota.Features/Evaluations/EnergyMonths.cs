using BuildingQuota.Domain.Metering;

namespace BuildingQuota.Features.Evaluations;

/// <summary>How the limit of a year is laid over its months.</summary>
public enum LineBasis { None, LastYearsMonths, Days }

/// <summary>One carrier and purpose in one month; <see cref="Kgce"/> is in the coefficient set of the whole, rounded half-up at six decimals.</summary>
public sealed record MonthRow(int Month, Carrier Carrier, MeterPurpose Purpose, decimal Quantity, string Unit, decimal Kgce, decimal CostCny, int CoveredDays, int DaysInMonth)
{
    public bool IsWhole => CoveredDays >= DaysInMonth;
}

/// <summary>
/// Energy of one subject by month of a year, beside the year before and the quota line, all in kgce of one coefficient set. Arrays have twelve
/// places, January first; null is a month without any bill.
/// </summary>
public sealed record EnergyMonths
{
    public required int Year { get; init; }

    public required string CoefficientSet { get; init; }

    public required IReadOnlyList<MonthRow> Rows { get; init; }

    public required decimal?[] Total { get; init; }

    public required decimal?[] LastYear { get; init; }

    /// <summary>The year's limit in kgce, constraint × denominator; null without a quota.</summary>
    public required decimal? Limit { get; init; }

    /// <summary>The year whose verdict gave the limit: an open year borrows that of the last closed one.</summary>
    public required int? LimitYear { get; init; }

    /// <summary>The limit over the months; its parts add up to it.</summary>
    public required decimal?[] Line { get; init; }

    public required LineBasis Basis { get; init; }

    public IEnumerable<Carrier> Carriers => Rows.Where(row => row.Kgce != 0).Select(row => row.Carrier).Distinct().Order();

    public decimal?[] Of(Carrier carrier) => Months(Rows.Where(row => row.Carrier == carrier));

    internal static decimal?[] Months(IEnumerable<MonthRow> rows)
    {
        var months = new decimal?[12];
        foreach (var row in rows) months[row.Month - 1] = (months[row.Month - 1] ?? 0) + row.Kgce;
        return months;
    }
}
