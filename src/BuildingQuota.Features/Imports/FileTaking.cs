using BuildingQuota.Data;
using BuildingQuota.Data.Audit;
using BuildingQuota.Data.Bulk;
using BuildingQuota.Domain.Imports;
using BuildingQuota.Features.Imports.Kinds;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Imports;

/// <summary>
/// Takes one file. It is checked and written in one transaction that begins by taking the batch's number: that row of the counters is
/// the lock under which no two imports check at once, so what was checked is still true when it is written.
/// </summary>
internal sealed class FileTaking(QuotaDb db, TimeProvider clock, ImportRequest request, ReadFile file, IProgress<ImportProgress>? progress)
{
    public async Task<ImportedFile> Take(CancellationToken stop)
    {
        if (file is { Content: not null, Kind.IsInstitutions: false } && db.Scope.InstitutionCode is not null)
            file.Problems.Refuse(new(0), "file.not-allowed", file.KindName);
        if (file is { Content: not null, Kind.IsDrafting: true } && !request.MayDraftQuotas)
            file.Problems.Refuse(new(0), "quota-set.not-allowed", file.KindName);
        if (file.Content is null || file.Problems.IsFileRefused) return await RecordOnly(ImportState.Refused, null, stop);

        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var batch = await db.TakeIds<ImportBatch>(1, stop);
        if (file.Kind!.IsKnownByBytes && await IsKnown(stop))
            return await Commit(batch, ImportState.Unchanged, new(0, 0, file.Content.RowsRead, () => Task.CompletedTask), stop);

        Report(ImportStages.Checking, 0);
        var session = SessionOf(batch, stop);
        var changes = await file.Content.Settle(session);
        var state = StateOf(changes);
        if (state == ImportState.Refused)
        {
            await transaction.RollbackAsync(stop);
            return await RecordOnly(state, changes, stop);
        }

        Report(ImportStages.Writing, 0);
        await changes.Write();
        await session.WriteMarks();
        return await Commit(batch, state, changes, stop);
    }

    /// <summary>The same bytes, taken whole before by somebody whose batches the caller can see.</summary>
    private Task<bool> IsKnown(CancellationToken stop) =>
        db.Imports.AnyAsync(batch => batch.Sha256 == file.Sha256 && batch.State == ImportState.Accepted && batch.Kind == file.KindName,
            stop);

    private ImportState StateOf(Changes changes) => (file.Problems.RejectedRows, changes.New + changes.Changed, changes.Unchanged) switch
    {
        (0, 0, _) => ImportState.Unchanged,
        (0, _, _) => ImportState.Accepted,
        _ when !request.AcceptGood => ImportState.Refused,
        (_, > 0, _) => ImportState.PartlyAccepted,
        (_, _, > 0) => ImportState.Unchanged,
        _ => ImportState.Refused,
    };

    private async Task<ImportedFile> RecordOnly(ImportState state, Changes? changes, CancellationToken stop)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        return await Commit(await db.TakeIds<ImportBatch>(1, stop), state, changes, stop);
    }

    private async Task<ImportedFile> Commit(long batch, ImportState state, Changes? changes, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var record = new BatchRecord(file, state, changes);
        await db.BulkInsert([record.BatchOf(batch, request.Actor, now, db.Scope.Path)], stop);
        var first = file.Problems.Items.Count == 0 ? 0 : await db.TakeIds<ImportProblem>(file.Problems.Items.Count, stop);
        await db.BulkInsert(record.ProblemsOf(batch, first, db.Scope.Path), stop);
        await AuditTrail.Append(db, record.AuditOf(batch, request.Actor, db.Scope.Path), now, stop);
        await db.Database.CommitTransactionAsync(stop);
        Report(ImportStages.Done, file.Content?.RowsRead ?? 0);
        return record.FileOf(batch);
    }

    private ImportSession SessionOf(long batch, CancellationToken stop) => new()
    {
        Db = db, Problems = file.Problems, BatchId = batch, Actor = request.Actor, Now = clock.GetUtcNow(), Stop = stop,
        Written = rows => Report(ImportStages.Writing, rows),
    };

    private void Report(string stage, int done) => progress?.Report(new(file.Name, stage, done, file.Content?.RowsRead));
}
