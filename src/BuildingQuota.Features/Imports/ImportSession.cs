using BuildingQuota.Data;
using BuildingQuota.Data.Bulk;
using BuildingQuota.Data.Evaluations;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Features.Imports.Kinds;
using BuildingQuota.Features.Imports.Problems;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Imports;

/// <summary>What taking one file works with: the database inside its transaction, the file's problems, and the day that it is.</summary>
internal sealed record ImportSession
{
    public required QuotaDb Db { get; init; }

    public required ProblemList Problems { get; init; }

    public required long BatchId { get; init; }

    /// <summary>Who imports, as the trail names them.</summary>
    public required string Actor { get; init; }

    public required DateTimeOffset Now { get; init; }

    public required CancellationToken Stop { get; init; }

    /// <summary>Told now and then how many rows are written.</summary>
    public required Action<int> Written { get; init; }

    private readonly HashSet<StaleMark> _touched = [];

    /// <summary>The day in China.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Now.ToOffset(TimeSpan.FromHours(8)).DateTime);

    public Task<HashSet<string>> InstitutionCodes() => Db.Institutions.Select(institution => institution.Code).ToHashSetAsync(Stop);

    /// <summary>A new code may be in use where its author cannot see: it is then not theirs to take.</summary>
    public async Task RequireFreeCodes<T>(IQueryable<string> codes, Merged<string, T> rows) where T : class
    {
        if (Db.Scope.SeesEverything || !rows.New.Any()) return;
        var taken = await codes.IgnoreQueryFilters().ToHashSetAsync(Stop);
        rows.Require("code", rows.Key, row => rows.Stored.ContainsKey(rows.Key(row)) || !taken.Contains(rows.Key(row)), "code.taken");
    }

    /// <summary>The first of so many ids in a row.</summary>
    public async Task<long> TakeIds<T>(int count) where T : class => count == 0 ? 0 : await Db.TakeIds<T>(count, Stop);

    public async Task Insert<T>(IReadOnlyList<T> rows) where T : class
    {
        if (rows.Count > 0) await Db.BulkInsert(rows.Select(Counted), Stop);
    }

    /// <summary>Writes the new values over the stored rows of the same keys (master data only: facts are versioned).</summary>
    public async Task Update<T>(IReadOnlyList<T> rows) where T : class
    {
        if (rows.Count == 0) return;
        foreach (var row in rows) Touch(Touches.Of(row));
        Db.UpdateRange(rows);
        await Db.SaveChangesAsync(Stop);
        Db.ChangeTracker.Clear();
    }

    /// <summary>Something that is written here, or was there before, is to be evaluated again.</summary>
    public void Touch(StaleMark? mark)
    {
        if (mark is { } stale) _touched.Add(stale);
    }

    /// <summary>Last of all, in the import's own transaction: what was written and its mark are kept together or not at all.</summary>
    public Task WriteMarks() => Db.MarkStale(_touched, Now, Stop);

    private T Counted<T>(T row, int at) where T : class
    {
        Touch(Touches.Of(row));
        if (at > 0 && at % 2_000 == 0) Written(at);
        return row;
    }
}
