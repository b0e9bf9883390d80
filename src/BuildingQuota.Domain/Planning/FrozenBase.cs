using BuildingQuota.Domain.Quotas;

namespace BuildingQuota.Domain.Planning;

/// <summary>Where a base value comes from: the base year's own evaluation, plan_bases.csv, or a re-statement (同口径).</summary>
public enum BaseSource { Evaluated, Filed, Restated }

/// <summary>
/// The base value of a subject under a plan as it was when a closed year first used it, in set STAT and exact. What is found out of the
/// base year later moves no target: somebody freezes it again, with a reason (docs/rules/plan-base.md).
/// </summary>
public sealed class FrozenBase
{
    public required long Id { get; init; }

    public required string PlanCode { get; init; }

    public required SubjectKind SubjectKind { get; init; }

    public required string SubjectCode { get; init; }

    /// <summary>The subject's institution, for row scope; null for a region.</summary>
    public string? InstitutionCode { get; init; }

    public required Indicator Indicator { get; init; }

    public required decimal BaseValue { get; init; }

    public required BaseSource SourceKind { get; init; }

    /// <summary>The base year's evaluation; null for what was filed, or evaluated without being stored.</summary>
    public long? EvaluationId { get; init; }

    /// <summary>The import that filed it.</summary>
    public long? ImportId { get; init; }

    /// <summary>Why it was frozen again, or re-stated; null for the first freezing.</summary>
    public string? Reason { get; init; }

    public required string FrozenBy { get; init; }

    public required DateTimeOffset FrozenAt { get; init; }

    public long? SupersededById { get; init; }
}

/// <summary>
/// The base value that a plan's arithmetic used. <see cref="WouldBe"/>: what it would be if it were frozen today, null when that is the same.
/// </summary>
public sealed record BaseFigure(decimal Value, BaseSource Source)
{
    public BaseFigure? WouldBe { get; init; }

    /// <summary>False for a base that nobody has frozen yet: whoever keeps the evaluation freezes it.</summary>
    public bool IsFrozen { get; init; }
}
