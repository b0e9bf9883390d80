using BuildingQuota.Data;
using BuildingQuota.Data.Bulk;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Institutions;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;
using BuildingQuota.Domain.Rules;
using BuildingQuota.Features.Access;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Quotas.Trying;

/// <summary>Institutions tried of all.</summary>
public sealed record WhatIfProgress(int Done, int Total);

/// <summary>
/// Somebody tries a set of quotas, or another decline of a plan, on a closed year: every verdict of the region is judged again from its
/// stored figures, and the difference is kept as a run of its own. Verdicts, evaluations and notices are only read
/// (field §4.9; docs/rules/what-if.md).
/// </summary>
public sealed class RunWhatIf(QuotaDb db, CurrentPerson person, TimeProvider clock)
{
    private const int BatchSize = 250;

    /// <summary>
    /// A set: <paramref name="Tried"/> is its code, in the place of <paramref name="InPlaceOf"/> wherever that is adopted, else as the
    /// region's own adoption with <paramref name="Zone"/>. A plan: its code, indicator, cumulative rate and path.
    /// </summary>
    public sealed record Request(WhatIfKind Kind, string RegionCode, int Year, string Tried)
    {
        public string? InPlaceOf { get; init; }

        public string? Zone { get; init; }

        public Indicator? Indicator { get; init; }

        public decimal? RatePercent { get; init; }

        public TargetPath? Path { get; init; }
    }

    /// <summary>Breaks <c>what-if.no-region</c>, <c>what-if.not-found</c>, <c>what-if.bad-rate</c>, <c>what-if.no-verdicts</c>; returns the
    /// run's id.</summary>
    public async Task<long> Run(Request request, IProgress<WhatIfProgress>? progress, CancellationToken stop)
    {
        Standards.Require(person, Permission.ReviewQuotas);
        var region = await db.Regions.AsNoTracking().SingleOrDefaultAsync(one => one.Code == request.RegionCode, stop)
            ?? throw new RuleBrokenException("what-if.no-region", $"There is no region {request.RegionCode}.", "Choose one of your own.");
        ITrial trial = request.Kind == WhatIfKind.QuotaSet
            ? await QuotaSetTrial.Prepare(db, request, stop)
            : await PlanRateTrial.Prepare(db, request, stop);
        var members = await db.Institutions.AsNoTracking().Where(one => one.RegionPath.StartsWith(region.Path))
            .OrderBy(one => one.Code).ToListAsync(stop);
        var rows = new List<WhatIfRow>();
        var done = 0;
        foreach (var batch in members.Chunk(BatchSize))
        {
            await TryBatch(trial, batch, request.Year, region, rows, stop);
            progress?.Report(new WhatIfProgress(done += batch.Length, members.Count));
        }

        if (rows.Count == 0)
            throw new RuleBrokenException("what-if.no-verdicts",
                FormattableString.Invariant($"No verdict of {request.Year} in {region.Code} is touched by it."),
                "Choose a closed year that was evaluated, and a set or plan that speaks of the region's institutions.");
        return await Keep(request, region, rows, stop);
    }

    private async Task TryBatch(
        ITrial trial, Institution[] institutions, int year, Region region, List<WhatIfRow> rows, CancellationToken stop)
    {
        var codes = institutions.Select(one => one.Code).ToArray();
        var owners = institutions.ToDictionary(one => one.Code);
        var verdicts = await db.YearVerdicts.AsNoTracking()
            .Where(row => row.IsCurrent && row.Year == year && row.SubjectKind != SubjectKind.Region && codes.Contains(row.InstitutionCode!))
            .OrderBy(row => row.SubjectCode).ThenBy(row => row.Indicator).ToListAsync(stop);
        await trial.Read(codes, year, stop);
        foreach (var verdict in verdicts)
            if (trial.Try(verdict, owners[verdict.InstitutionCode!]) is { } tried)
                rows.Add(WhatIfRows.Of(verdict, owners[verdict.InstitutionCode!], tried, region.Path));
    }

    private async Task<long> Keep(Request request, Region region, List<WhatIfRow> rows, CancellationToken stop)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var run = new WhatIfRun
        {
            Id = await db.TakeIds<WhatIfRun>(1, stop), Kind = request.Kind, RegionCode = region.Code, Year = request.Year, Tried = request.Tried,
            InPlaceOf = request.InPlaceOf, Judged = rows.Count(row => row.Outcome != WhatIfOutcome.Unjudged),
            Changed = rows.Count(row => row.Outcome is not (WhatIfOutcome.Same or WhatIfOutcome.Unjudged)),
            NewlyOver = rows.Count(row => row.Outcome == WhatIfOutcome.NewlyOver),
            NoLongerOver = rows.Count(row => row.Outcome == WhatIfOutcome.NoLongerOver),
            Terms = request.Kind == WhatIfKind.QuotaSet ? request.Zone
                : FormattableString.Invariant($"{request.Indicator} {request.RatePercent:0.####} % {request.Path}"),
            RunBy = person.Name, RunAt = clock.GetUtcNow(), ScopePath = region.Path,
        };
        await db.BulkInsert([run], stop);
        var id = rows.Count == 0 ? 0 : await db.TakeIds<WhatIfRow>(rows.Count, stop);
        await db.BulkInsert(rows.Select(row => WhatIfRows.Numbered(row, id++, run.Id)), stop);
        await transaction.CommitAsync(stop);
        return run.Id;
    }
}
