using BuildingQuota.Domain.Planning;

namespace BuildingQuota.Domain.Evaluations;

/// <summary>
/// What a change leaves to be evaluated again, from a year on: an institution with everybody it shares meters with, all institutions
/// below a region (an empty code: everywhere), or only a region's sums (docs/rules/what-is-evaluated-again.md).
/// </summary>
public readonly record struct StaleMark(SubjectKind Kind, string Code, bool IncludesBelow, int FromYear)
{
    /// <summary>For what has no day on which it begins to count.</summary>
    public const int EveryYear = 0;

    public static StaleMark Institution(string code, int fromYear) => new(SubjectKind.Institution, code, false, fromYear);

    public static StaleMark Below(string regionCode, int fromYear) => new(SubjectKind.Region, regionCode, true, fromYear);

    public static StaleMark Everywhere(int fromYear) => Below("", fromYear);

    public static StaleMark Sums(string regionCode, int fromYear) => new(SubjectKind.Region, regionCode, false, fromYear);
}

/// <summary>A mark as it is kept: written with the change, in its transaction, and taken away with the evaluation that has seen the change.</summary>
public sealed class StaleYear
{
    /// <summary>Grows in the order in which changes are committed: an evaluation takes away only what it read before it began.</summary>
    public required long Id { get; init; }

    public required SubjectKind SubjectKind { get; init; }

    public required string SubjectCode { get; init; }

    public required bool IncludesBelow { get; init; }

    public required int FromYear { get; init; }

    public required DateTimeOffset MarkedAt { get; init; }

    public StaleMark Mark => new(SubjectKind, SubjectCode, IncludesBelow, FromYear);
}
