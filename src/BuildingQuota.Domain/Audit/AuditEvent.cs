namespace BuildingQuota.Domain.Audit;

/// <summary>One line of the trail: appended with the change it speaks of, in one transaction, chained by hash, never touched again.</summary>
public sealed class AuditEvent
{
    public required long Sequence { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Actor { get; init; }

    /// <summary>Verb and noun: <c>bills.import</c>, <c>notice.issue</c>.</summary>
    public required string Action { get; init; }

    public required string Subject { get; init; }

    public string? Detail { get; init; }

    /// <summary>Who may read the line (see AccessScope.Path).</summary>
    public required string ScopePath { get; init; }

    /// <summary>SHA-256 (hex) over the previous line's hash and this line's fields, each with its length.</summary>
    public required string Hash { get; init; }
}
