using System.Linq.Expressions;
using BuildingQuota.Data;
using BuildingQuota.Domain.Budgets;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;
using BuildingQuota.Features.Lists;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Budgets;

/// <summary>One subject's open year against one limit, in a list; amounts in <see cref="Unit"/>.</summary>
public sealed record WarningRow(long Id, SubjectKind SubjectKind, string SubjectCode, string SubjectName)
{
    public required Indicator Indicator { get; init; }

    public required LimitKind LimitKind { get; init; }

    public required EarlyWarningLevel Level { get; init; }

    public required decimal? ChanceToExceed { get; init; }

    public required string Unit { get; init; }

    public required decimal Limit { get; init; }

    public required decimal Used { get; init; }

    public required decimal? PercentOfBudget { get; init; }

    public required decimal? ThresholdCrossed { get; init; }

    public required decimal YearEnd { get; init; }

    public required decimal? Low { get; init; }

    public required decimal? High { get; init; }

    public required TierName? YearEndTier { get; init; }

    public required DateOnly CoveredUntil { get; init; }

    public required int MonthsLeft { get; init; }

    public required decimal? NeededReductionPercent { get; init; }

    public required decimal? BackTestErrorPercent { get; init; }

    /// <summary>The forecast in percent of the limit.</summary>
    public required decimal? PercentOfLimit { get; init; }

    internal static Expression<Func<Forecast, WarningRow>> From { get; } = row =>
        new WarningRow(row.Id, row.SubjectKind, row.SubjectCode, row.SubjectName)
        {
            Indicator = row.Indicator, LimitKind = row.LimitKind, Level = row.Level, ChanceToExceed = row.ChanceToExceed, Unit = row.Unit,
            Limit = row.Limit, Used = row.Used, PercentOfBudget = row.PercentOfBudget, ThresholdCrossed = row.ThresholdCrossed,
            YearEnd = row.YearEnd, PercentOfLimit = row.PercentOfLimit, Low = row.Low, High = row.High, YearEndTier = row.YearEndTier,
            CoveredUntil = row.CoveredUntil, MonthsLeft = row.MonthsLeft, NeededReductionPercent = row.NeededReductionPercent,
            BackTestErrorPercent = row.BackTestErrorPercent,
        };
}

/// <summary>Whose open year is to be warned, the worst first: what an early-warning letter will be drafted from.</summary>
public sealed class FindWarnings(QuotaDb db)
{
    public sealed record Request
    {
        public required int Year { get; init; }

        /// <summary>This level or a worse one; none: everybody who has a limit.</summary>
        public EarlyWarningLevel? AtLeast { get; init; }

        public SubjectKind? Kind { get; init; }

        public Indicator? Indicator { get; init; }

        /// <summary>A plan's target, or with false a tier of a quota.</summary>
        public bool? AgainstPlan { get; init; }

        public string? Search { get; init; }

        public string? Sort { get; init; }

        public int Page { get; init; } = 1;
    }

    public Task<Listing<WarningRow>> Run(Request request, CancellationToken stop) =>
        Sorted(Filter(request), request.Sort).Select(WarningRow.From).ToListing(request.Page, stop);

    /// <summary>The limits of one subject in its newest year, the worst first.</summary>
    public async Task<IReadOnlyList<WarningRow>> Of(SubjectKind kind, string code, CancellationToken stop)
    {
        var own = db.Forecasts.AsNoTracking().Where(row => row.IsCurrent && row.SubjectKind == kind && row.SubjectCode == code);
        return await Sorted(own.Where(row => row.Year == own.Max(other => other.Year)), null).Select(WarningRow.From).ToListAsync(stop);
    }

    /// <summary>Institutions by the worst level of their limits; without those that have no limit.</summary>
    public async Task<IReadOnlyDictionary<EarlyWarningLevel, int>> Count(int year, CancellationToken stop)
    {
        var levels = await Current(year).Where(row => row.SubjectKind == SubjectKind.Institution)
            .Select(row => new { row.SubjectCode, row.Level }).ToListAsync(stop);
        return levels.GroupBy(row => row.SubjectCode, row => row.Level).GroupBy(same => same.Max())
            .ToDictionary(level => level.Key, level => level.Count());
    }

    /// <summary>The day up to which forecasts of the year were last made; null when there are none.</summary>
    public Task<DateOnly?> AsOf(int year, CancellationToken stop) => Current(year).MaxAsync(row => (DateOnly?)row.AsOf, stop);

    private IQueryable<Forecast> Current(int year) => db.Forecasts.AsNoTracking().Where(row => row.IsCurrent && row.Year == year);

    private IQueryable<Forecast> Filter(Request request)
    {
        var found = Current(request.Year);
        if (request.AtLeast is { } level)
        {
            var levels = Enum.GetValues<EarlyWarningLevel>().Where(one => one >= level).ToArray();
            found = found.Where(row => levels.Contains(row.Level));
        }

        if (request.Kind is { } kind) found = found.Where(row => row.SubjectKind == kind);
        if (request.Indicator is { } indicator) found = found.Where(row => row.Indicator == indicator);
        if (request.AgainstPlan is { } plan) found = found.Where(row => row.LimitKind == LimitKind.PlanTarget == plan);
        if (string.IsNullOrWhiteSpace(request.Search)) return found;
        var (term, code) = (request.Search.Trim(), request.Search.Trim().ToUpperInvariant());
        return found.Where(row => row.SubjectName.Contains(term) || row.SubjectCode.Contains(term) || row.SubjectCode.Contains(code));
    }

    /// <summary>Worst first: by level, then by the chance, then by how far the forecast lies above the limit.</summary>
    private static IQueryable<Forecast> Sorted(IQueryable<Forecast> rows, string? sort) => sort switch
    {
        "name" => rows.OrderBy(row => row.SubjectName).ThenBy(row => row.Id),
        "-name" => rows.OrderByDescending(row => row.SubjectName).ThenBy(row => row.Id),
        "budget" => rows.OrderBy(row => row.PercentOfBudget == null).ThenBy(row => row.PercentOfBudget).ThenBy(row => row.Id),
        "-budget" => rows.OrderBy(row => row.PercentOfBudget == null).ThenByDescending(row => row.PercentOfBudget).ThenBy(row => row.Id),
        "reduction" => rows.OrderBy(row => row.NeededReductionPercent == null).ThenBy(row => row.NeededReductionPercent)
            .ThenBy(row => row.Id),
        "-reduction" => rows.OrderBy(row => row.NeededReductionPercent == null).ThenByDescending(row => row.NeededReductionPercent)
            .ThenBy(row => row.Id),
        "until" => rows.OrderBy(row => row.CoveredUntil).ThenBy(row => row.SubjectCode).ThenBy(row => row.Id),
        "-until" => rows.OrderByDescending(row => row.CoveredUntil).ThenBy(row => row.SubjectCode).ThenBy(row => row.Id),
        _ => rows.OrderByDescending(row => row.Level == EarlyWarningLevel.Certain)
            .ThenByDescending(row => row.Level == EarlyWarningLevel.Likely)
            .ThenByDescending(row => row.Level == EarlyWarningLevel.EvenChance).ThenByDescending(row => row.PercentOfLimit)
            .ThenBy(row => row.SubjectCode).ThenBy(row => row.Id),
    };
}
