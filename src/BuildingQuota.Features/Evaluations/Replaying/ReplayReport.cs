using BuildingQuota.Domain.Planning;

namespace BuildingQuota.Features.Evaluations.Replaying;

/// <summary>
/// How a replay came out: the same hash; another one; not tried, because another engine made the run or no inputs were frozen with it;
/// or the frozen inputs are not what was written.
/// </summary>
public enum ReplayOutcome { Same, Different, OtherEngine, NotFrozen, Damaged }

/// <summary>What became of something that a run read, since.</summary>
public enum InputChangeKind { Added, Removed, Changed }

/// <summary>One value of a changed row; null where there was or is none.</summary>
public sealed record FieldChange(string Field, string? Before, string? Now);

/// <summary>
/// One input that is recorded otherwise today. <see cref="What"/> is the kind of row (bills, floorAreas, coefficients, …),
/// <see cref="Key"/> what names the row.
/// </summary>
public sealed record InputChange(InputChangeKind Kind, string What, string Key)
{
    /// <summary>Of a changed row its changed values; of a new or lost one all of them.</summary>
    public IReadOnlyList<FieldChange> Fields { get; init; } = [];

    /// <summary>The import that brought today's row, or the entry that ended the old one; null for what is not imported.</summary>
    public long? ImportId { get; init; }

    /// <summary>What ended a bill: Replaced or Reversed; null for anything else.</summary>
    public string? Became { get; init; }

    /// <summary>The entry that ended a bill.</summary>
    public long? EndedById { get; init; }
}

/// <summary>An evaluation made again from its frozen inputs, and these beside what is recorded today.</summary>
public sealed record ReplayReport(long EvaluationId, SubjectKind SubjectKind, string SubjectCode, int Year)
{
    public required ReplayOutcome Outcome { get; init; }

    /// <summary>Of the proof sheet as it is kept.</summary>
    public required string KeptHash { get; init; }

    /// <summary>Of the proof sheet as it comes out now; null when it was not made again.</summary>
    public string? ReplayedHash { get; init; }

    public required string EngineVersion { get; init; }

    public required string PresentEngineVersion { get; init; }

    public string? InputsHash { get; init; }

    /// <summary>Empty when everything that was read is still so.</summary>
    public IReadOnlyList<InputChange> Changes { get; init; } = [];

    /// <summary>Changes in records of institutions that share meters with the subject's and that the reader may not see.</summary>
    public int ChangesElsewhere { get; init; }
}
