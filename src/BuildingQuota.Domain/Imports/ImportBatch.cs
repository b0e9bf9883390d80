namespace BuildingQuota.Domain.Imports;

/// <summary>What became of an upload.</summary>
public enum ImportState { Accepted, PartlyAccepted, Unchanged, Refused }

/// <summary>One file that was offered, whatever became of it: counts, who, when, and the hash by which the same file is recognised.</summary>
public sealed class ImportBatch
{
    public required long Id { get; init; }

    public required string FileName { get; init; }

    /// <summary>What the file holds: bills, meters, …; empty when it could not be told.</summary>
    public required string Kind { get; init; }

    /// <summary>SHA-256 (hex) of the bytes.</summary>
    public required string Sha256 { get; init; }

    public required long Bytes { get; init; }

    public required ImportState State { get; init; }

    public required int RowsRead { get; init; }

    public required int RowsNew { get; init; }

    public required int RowsChanged { get; init; }

    public required int RowsUnchanged { get; init; }

    public required int RowsRejected { get; init; }

    public required string UploadedBy { get; init; }

    public required DateTimeOffset UploadedAt { get; init; }

    /// <summary>Scope of whoever uploaded it (see AccessScope.Path): the batch is visible to whoever may see all of that.</summary>
    public required string ScopePath { get; init; }
}

/// <summary>One reason why one row was not taken: where it stands, what was read, the rule, and how to mend it.</summary>
public sealed class ImportProblem
{
    public required long Id { get; init; }

    public required long ImportId { get; init; }

    public required string File { get; init; }

    public required string Sheet { get; init; }

    /// <summary>As the sheet numbers rows, header 1; 0 when the problem is the file's.</summary>
    public required int Row { get; init; }

    public required string Column { get; init; }

    public required string Value { get; init; }

    public required string RuleCode { get; init; }

    public required string Message { get; init; }

    public required string Remedy { get; init; }

    public required string ScopePath { get; init; }
}
