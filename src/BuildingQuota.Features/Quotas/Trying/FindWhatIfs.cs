using BuildingQuota.Data;
using BuildingQuota.Domain.Institutions;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;
using BuildingQuota.Features.Lists;
using BuildingQuota.Features.Quotas.Allocating;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Quotas.Trying;

/// <summary>How many rows of a run came out so, by kind of institution, region or indicator.</summary>
public sealed record OutcomeCount(string Of, WhatIfOutcome Outcome, int Count);

/// <summary>A trial with one page of its rows and its counts.</summary>
public sealed record WhatIfReading(WhatIfRun Run, Listing<WhatIfRow> List)
{
    public required IReadOnlyList<OutcomeCount> ByKind { get; init; }

    public required IReadOnlyList<OutcomeCount> ByRegion { get; init; }
}

/// <summary>What the form of a trial offers.</summary>
public sealed record WhatIfChoices(
    IReadOnlyList<StandardListRow> Sets, IReadOnlyList<Plan> Plans, IReadOnlyList<(string Code, string Name)> Regions, IReadOnlyList<int> Years);

/// <summary>Somebody looks at the trials in scope, newest first, or opens one; null when there is none.</summary>
public sealed class FindWhatIfs(QuotaDb db, FindStandards standards)
{
    public Task<Listing<WhatIfRun>> Run(int page, CancellationToken stop) =>
        db.WhatIfRuns.AsNoTracking().OrderByDescending(run => run.Id).ToListing(page, stop);

    public async Task<WhatIfReading?> Show(long id, WhatIfOutcome? outcome, int page, CancellationToken stop)
    {
        var run = await db.WhatIfRuns.AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, stop);
        if (run is null) return null;
        var rows = db.WhatIfRows.AsNoTracking().Where(row => row.RunId == id);
        var list = await rows.Where(row => outcome == null ? row.Outcome != WhatIfOutcome.Same : row.Outcome == outcome)
            .OrderByDescending(row => row.TriedOverrunPercent ?? -1).ThenBy(row => row.Id).ToListing(page, stop);
        var kinds = await rows.GroupBy(row => new { row.InstitutionKind, row.Outcome })
            .Select(same => new { same.Key.InstitutionKind, same.Key.Outcome, Count = same.Count() }).ToListAsync(stop);
        var regions = await rows.GroupBy(row => new { row.RegionCode, row.Outcome })
            .Select(same => new { same.Key.RegionCode, same.Key.Outcome, Count = same.Count() }).ToListAsync(stop);
        var names = await db.Regions.AsNoTracking().ToDictionaryAsync(region => region.Code, region => region.Name, stop);
        return new WhatIfReading(run, list)
        {
            ByKind = [.. kinds.OrderBy(one => one.InstitutionKind)
                .Select(one => new OutcomeCount(one.InstitutionKind.ToString(), one.Outcome, one.Count))],
            ByRegion = [.. regions.OrderBy(one => one.RegionCode).Select(one => new OutcomeCount(
                names.GetValueOrDefault(one.RegionCode, one.RegionCode), one.Outcome, one.Count))],
        };
    }

    public async Task<WhatIfChoices> Choices(CancellationToken stop) => new(
        await standards.Run(stop), await db.Plans.AsNoTracking().OrderBy(plan => plan.Code).ToListAsync(stop),
        await FindYearIndicators.Regions(db, stop),
        await db.YearVerdicts.Where(row => row.IsCurrent).Select(row => row.Year).Distinct().OrderByDescending(year => year).ToListAsync(stop));
}
