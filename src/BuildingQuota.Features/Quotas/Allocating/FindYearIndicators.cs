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
        var list = await shown.OrderBy(row => row.InstitutionCode).ThenBy(row => row.Indicator).ToListing(page, stop);
        return new YearIndicatorsReading(year, await Named(list, stop))
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

    private async Task<Listing<YearIndicatorRow>> Named(Listing<YearIndicator> list, CancellationToken stop)
    {
        var codes = list.Rows.Select(row => row.InstitutionCode).Distinct().ToArray();
        var names = await db.Institutions.AsNoTracking().Where(one => codes.Contains(one.Code))
            .ToDictionaryAsync(one => one.Code, one => one.Name, stop);
        var waiting = (await db.IndicatorOverrides.AsNoTracking().Where(one => one.ApprovedBy == null && codes.Contains(one.InstitutionCode))
            .OrderBy(one => one.Id).ToListAsync(stop)).ToLookup(one => (one.InstitutionCode, one.Indicator, one.Year));
        return new Listing<YearIndicatorRow>([.. list.Rows.Select(Row)], list.Total, list.Page, list.Size);

        YearIndicatorRow Row(YearIndicator row)
        {
            var order = waiting[(row.InstitutionCode, row.Indicator, row.Year)].LastOrDefault();
            return new YearIndicatorRow(row, names.GetValueOrDefault(row.InstitutionCode, row.InstitutionCode), order?.Id)
            {
                OrderValue = order?.Value, OrderText = order is null ? null : order.AskedBy + ": " + order.Reason,
            };
        }
    }
}
