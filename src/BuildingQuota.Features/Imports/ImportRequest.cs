using BuildingQuota.Domain.Imports;
using BuildingQuota.Features.Imports.Problems;

namespace BuildingQuota.Features.Imports;

/// <summary>
/// A file as it was offered. <paramref name="Open"/> is called once; the name is shown, its ending counts, and it is never a path.
/// </summary>
public sealed record OfferedFile(string Name, Func<Stream> Open);

/// <summary>
/// What is to be imported. <paramref name="Kind"/> (bills, meters, …) is told only when headers do not tell it;
/// <paramref name="AcceptGood"/> writes the good rows of a file that also has bad ones; <paramref name="Language"/> (zh-CN, en) words the
/// problems.
/// </summary>
public sealed record ImportRequest(IReadOnlyList<OfferedFile> Files, string? Kind, bool AcceptGood, string Actor,
    string Language = "zh-CN")
{
    /// <summary>Whether the importer may draft quotas (<see cref="Access.Permission.DraftQuotas"/>).</summary>
    public bool MayDraftQuotas { get; init; }
}

/// <summary>Where an import is: stages are reading, checking, writing and done; rows so far, of how many when that is known.</summary>
public sealed record ImportProgress(string File, string Stage, int Done, int? Total);

/// <summary>
/// What became of each file that was taken up, in the order in which they were, and the names of those behind a refused one.
/// </summary>
public sealed record ImportReport(IReadOnlyList<ImportedFile> Files, IReadOnlyList<string> NotTaken)
{
    /// <summary>For programs: 0 when no file was refused, else 1.</summary>
    public int ExitCode => Files.Any(file => file.State == ImportState.Refused) ? 1 : 0;
}

/// <summary>What became of one file. Read = New + Changed + Unchanged + Rejected, but in a refused file nothing was written.</summary>
public sealed record ImportedFile
{
    public required long BatchId { get; init; }

    public required string Name { get; init; }

    /// <summary>Empty when it could not be told.</summary>
    public required string Kind { get; init; }

    public required ImportState State { get; init; }

    public required int Read { get; init; }

    public required int New { get; init; }

    public required int Changed { get; init; }

    public required int Unchanged { get; init; }

    public required int Rejected { get; init; }

    /// <summary>The first ten thousand; <see cref="ProblemCount"/> counts all.</summary>
    public required IReadOnlyList<RowProblem> Problems { get; init; }

    public required int ProblemCount { get; init; }
}
