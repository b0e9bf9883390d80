using BuildingQuota.Domain.Quantities;

namespace BuildingQuota.Domain.Budgets;

/// <summary>
/// Where an open year stands against its budget, on the days that bills cover and no others (field §4.13, docs/rules/budget-standing.md).
/// </summary>
public sealed record BudgetStanding(MonthlyBudget Budget, YearOutlook Outlook, decimal Limit)
{
    /// <summary>The budget's line as far as the bills reach.</summary>
    public decimal BudgetToDate => Budget.Until(Outlook.CoveredParts);

    public decimal ShareToDate => Budget.Shape.Share(Outlook.CoveredParts);

    /// <summary>Use to date of the line; null where the line has not begun.</summary>
    public decimal? PercentOfBudget => BudgetToDate > 0 ? Outlook.UsedToDate / BudgetToDate * 100 : null;

    public decimal Remaining => Limit - Outlook.UsedToDate;

    /// <summary>What each day that is not billed yet may hold so that the year ends on its limit; null when no day is left.</summary>
    public decimal? DailyLeft => Outlook.OpenDays > 0 ? Math.Max(0, Remaining) / Outlook.OpenDays : null;

    /// <summary>What remains, laid over the days that are not billed yet by the same shape; nothing once the limit is used up.</summary>
    public IReadOnlyList<decimal> Allowed
    {
        get
        {
            decimal[] open = [.. Outlook.CoveredParts.Select((part, i) => Budget.Shape.Weights[i] * (1 - part))];
            if (open.Sum() <= 0) open = [.. Outlook.CoveredParts.Select(part => 1 - part)];
            return Remaining <= 0 || open.Sum() <= 0 ? new decimal[12] : Apportionment.Split(Remaining, open);
        }
    }
}
