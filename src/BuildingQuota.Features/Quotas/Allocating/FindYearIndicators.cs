using BuildingQuota.Data;
using BuildingQuota.Domain.Quotas;
using BuildingQuota.Features.Lists;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Quotas.Allocating;

/// <summary>An indicator that was given out, with its institution's name, and an order that waits for approval, if there is one.</summary>
public sealed record YearIndicatorRow(YearIndicator Row, string InstitutionName, long? OrderId)
{
    public decimal? OrderValue { get; init; }

    public string? OrderText { get; init; }
}

/// <summary>What the bureau's page shows of a year: its runs, one page of rows, and how many there are of each reason.</summary>
public sealed record YearIndicatorsReading(int Year, Listing<YearIndicatorRow> List)
{
    public required IReadOnlyList<IndicatorRun> Runs { get; init; }

    public required IReadOnlyDictionary<string, int> Reasons { get; init; }

    public required IReadOnlyList<IndicatorLadder> Ladders { get; init; }

    public required IReadOnlyList<(string Code, string Name)> Regions { get; init; }
}

/// <summary>Somebody looks at the indicators of a year, or of one institution.</summary>
public sealed class FindYearIndicators(QuotaDb db)
{
    public async Task<YearIndicatorsReading> Run(int year, Indicator? indicator, string? reason, int page, CancellationToken stop)
    {
        var current = db.YearIndicators.AsNoTracking().Where(row => row.IsCurrent && row.Year == year);
        var shown = current.Where(row => (indicator == null || row.Indicator == indicator) && (reason == null || row.Reason == reason));
        return new YearIndicatorsReading(year, await Named(shown).OrderBy(row => row.Row.InstitutionCode).ThenBy(row => row.Row.Indicator).ToListing(page, stop))
        {
            Runs = await db.IndicatorRuns.AsNoTracking().Where(run => run.Year == year).OrderByDescending(run => run.Id).Take(20).ToListAsync(stop),
            Reasons = await current.GroupBy(row => row.Reason).Select(same => new { same.Key, Count = same.Count() })
                .ToDictionaryAsync(same => same.Key, same => same.Count, stop),
            Ladders = await db.IndicatorLadders.AsNoTracking().OrderBy(ladder => ladder.Code).ToListAsync(stop),
            Regions = await Regions(db, stop),
        };
    }

    public async Task<IReadOnlyList<YearIndicator>> Of(string institution, CancellationToken stop) =>
        await db.YearIndicators.AsNoTracking().Where(row => row.IsCurrent && row.InstitutionCode == institution)
            .OrderByDescending(row => row.Year).ThenBy(row => row.Indicator).ToListAsync(stop);

    internal static async Task<IReadOnlyList<(string Code, string Name)>> Regions(QuotaDb db, CancellationToken stop) =>
    [
        .. (await db.Regions.AsNoTracking().OrderBy(region => region.Path).Select(region => new { region.Code, region.Name }).ToListAsync(stop))
            .Select(region => (region.Code, region.Name)),
    ];

    private IQueryable<YearIndicatorRow> Named(IQueryable<YearIndicator> rows) =>
        from row in rows
        join institution in db.Institutions on row.InstitutionCode equals institution.Code
        let order = db.IndicatorOverrides.Where(one => one.InstitutionCode == row.InstitutionCode && one.Indicator == row.Indicator
            && one.Year == row.Year && one.ApprovedBy == null).OrderByDescending(one => one.Id).FirstOrDefault()
        select new YearIndicatorRow(row, institution.Name, order == null ? null : order.Id)
        {
            OrderValue = order == null ? null : order.Value,
            OrderText = order == null ? null : order.AskedBy + ": " + order.Reason,
        };
}
