using BuildingQuota.Domain.Budgets;
using BuildingQuota.Domain.Metering;
using BuildingQuota.Domain.Quotas;

namespace BuildingQuota.Features.Evaluations;

/// <summary>One carrier and purpose in one month; <see cref="Kgce"/> is in the coefficient set of the whole, rounded half-up at six
/// decimals.</summary>
public sealed record MonthRow(int Month, Carrier Carrier, MeterPurpose Purpose, decimal Quantity, string Unit, decimal Kgce,
    decimal CostCny, int CoveredDays, int DaysInMonth)
{
    /// <summary>The limit speaks of this row; without a limit every row is charted.</summary>
    public bool Charted { get; init; }

    public bool IsWhole => CoveredDays >= DaysInMonth;
}

/// <summary>
/// Energy of one subject by month of a year, beside the year before and the quota line, all in kgce of one coefficient set. Arrays have
/// twelve
/// places, January first; null is a month without any bill.
/// </summary>
public sealed record EnergyMonths
{
    public required int Year { get; init; }

    public required string CoefficientSet { get; init; }

    public required IReadOnlyList<MonthRow> Rows { get; init; }

    public required decimal?[] LastYear { get; init; }

    /// <summary>The indicators whose limit is drawn, and whose energy is charted; none without a quota.</summary>
    public required IReadOnlyList<Indicator> Judged { get; init; }

    /// <summary>The year's limit in kgce, the sum of constraint × denominator over them; null without a quota.</summary>
    public required decimal? Limit { get; init; }

    /// <summary>The year whose verdict gave the limit: an open year borrows that of the last closed one.</summary>
    public required int? LimitYear { get; init; }

    /// <summary>The limit over the months: a picture to steer by, for only the year is judged. Null without a limit.</summary>
    public required MonthlyBudget? Budget { get; init; }

    public IEnumerable<Carrier> Carriers => Rows.Where(row => row.Charted && row.Kgce != 0).Select(row => row.Carrier).Distinct().Order();

    public decimal?[] Of(Carrier carrier) => Months(Rows.Where(row => row.Charted && row.Carrier == carrier));

    internal static decimal?[] Months(IEnumerable<MonthRow> rows)
    {
        var months = new decimal?[12];
        foreach (var row in rows.Where(row => row.Charted)) months[row.Month - 1] = (months[row.Month - 1] ?? 0) + row.Kgce;
        return months;
    }
}
