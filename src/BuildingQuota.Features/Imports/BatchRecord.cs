using BuildingQuota.Data.Audit;
using BuildingQuota.Domain.Imports;
using BuildingQuota.Features.Imports.Kinds;

namespace BuildingQuota.Features.Imports;

/// <summary>What is kept and told about a file once it is known what became of it.</summary>
internal sealed record BatchRecord(ReadFile File, ImportState State, Changes? Changes)
{
    private int RowsRead => File.Content?.RowsRead ?? 0;

    /// <summary>A rejected row counts once, however many rules it breaks.</summary>
    private int RowsRejected => File.Problems.RejectedRows;

    public ImportBatch BatchOf(long id, string actor, DateTimeOffset now, string scopePath) => new()
    {
        Id = id, FileName = File.Name, Kind = File.KindName, Sha256 = File.Sha256, Bytes = File.Length, State = State,
        RowsRead = RowsRead, RowsNew = Changes?.New ?? 0, RowsChanged = Changes?.Changed ?? 0, RowsUnchanged = Changes?.Unchanged ?? 0,
        RowsRejected = RowsRejected, UploadedBy = actor, UploadedAt = now, ScopePath = scopePath,
    };

    public IEnumerable<ImportProblem> ProblemsOf(long batch, long firstId, string scopePath) =>
        File.Problems.Items.Select((problem, at) => new ImportProblem
    {
        Id = firstId + at, ImportId = batch, File = File.Name, Sheet = problem.Sheet, Row = problem.Row, Column = problem.Column,
        Value = problem.Value, RuleCode = problem.RuleCode, Message = problem.Message, Remedy = problem.Remedy, ScopePath = scopePath,
    });

    public AuditEntry AuditOf(long batch, string actor, string scopePath) =>
        new(actor, "import." + Word(), FormattableString.Invariant($"imports/{batch}"),
        FormattableString.Invariant(
            $"{File.Name} {File.Sha256}: {RowsRead} read, {Changes?.New ?? 0} new, {Changes?.Changed ?? 0} changed, ")
        + FormattableString.Invariant($"{Changes?.Unchanged ?? 0} unchanged, {RowsRejected} rejected")
        + (State == ImportState.Refused ? "" : string.Concat(Changes?.Differences.Select(line => "\n" + line) ?? [])), scopePath);

    public ImportedFile FileOf(long batch) => new()
    {
        BatchId = batch, Name = File.Name, Kind = File.KindName, State = State, Read = RowsRead, New = Changes?.New ?? 0,
        Changed = Changes?.Changed ?? 0, Unchanged = Changes?.Unchanged ?? 0, Rejected = RowsRejected,
        Problems = File.Problems.Items, ProblemCount = File.Problems.Count,
    };

    private string Word() => State switch
    {
        ImportState.Accepted => "accept",
        ImportState.PartlyAccepted => "accept-good",
        ImportState.Unchanged => "unchanged",
        _ => "refuse",
    };
}
