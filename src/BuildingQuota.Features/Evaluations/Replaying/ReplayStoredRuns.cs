using System.Globalization;
using BuildingQuota.Data;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Features.Audit;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Evaluations.Replaying;

/// <summary>Every stored run, or a sample of them, made again from its frozen inputs: does each give the hash that was kept?</summary>
public sealed class ReplayStoredRuns(QuotaDb db)
{
    public sealed record Request(int? Year, int? Sample);

    public async Task<RecordFinding> Run(Request request, CancellationToken stop)
    {
        var replay = new ReplayRuns(db);
        int same = 0, untried = 0;
        foreach (var id in await Chosen(request, stop))
        {
            var run = await db.Evaluations.AsNoTracking().SingleAsync(one => one.Id == id, stop);
            if (run.FrozenHash is null || run.EngineVersion != YearEvaluator.EngineVersion) untried++;
            else if (await replay.HashOf(run, stop) == run.InputHash) same++;
            else return new("replay", false, Say($"evaluation {run.Id} ({run.SubjectCode}, {run.Year}) does not come out as it was stored"));
        }

        return new("replay", true, Say($"{same} evaluations come out as they were stored")
            + (untried > 0 ? Say($", {untried} were made by another engine or without frozen inputs") : ""));
    }

    /// <summary>A sample is those of the smallest hashes: as good as drawn by lot, and the same for everybody. Runs of one document together.</summary>
    private async Task<IReadOnlyList<long>> Chosen(Request request, CancellationToken stop)
    {
        var runs = db.Evaluations.AsNoTracking().Where(run => request.Year == null || run.Year == request.Year);
        var drawn = request.Sample is { } sample ? runs.OrderBy(run => run.InputHash).ThenBy(run => run.Id).Take(sample) : runs;
        var rows = await drawn.Select(run => new { run.Id, run.FrozenHash }).ToListAsync(stop);
        return [.. rows.OrderBy(row => row.FrozenHash, StringComparer.Ordinal).ThenBy(row => row.Id).Select(row => row.Id)];
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
