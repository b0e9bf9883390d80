using BuildingQuota.Domain.Rules;

namespace BuildingQuota.Domain.Quotas;

/// <summary>How far a set of quotas is on its way (field §4.8).</summary>
public enum StandardState { Draft, Reviewed, Published, Superseded }

/// <summary>What somebody does to a set of quotas.</summary>
public enum StandardAction { Review, Return, Publish, Supersede }

/// <summary>The table of what may follow what (docs/rules/quota-set.md).</summary>
public static class StandardLife
{
    private static readonly Dictionary<(StandardState, StandardAction), StandardState> Table = new()
    {
        [(StandardState.Draft, StandardAction.Review)] = StandardState.Reviewed,
        [(StandardState.Reviewed, StandardAction.Return)] = StandardState.Draft,
        [(StandardState.Reviewed, StandardAction.Publish)] = StandardState.Published,
        [(StandardState.Published, StandardAction.Supersede)] = StandardState.Superseded,
    };

    public static bool Allows(StandardState state, StandardAction action) => Table.ContainsKey((state, action));

    public static StandardState Next(StandardState state, StandardAction action) => Table.TryGetValue((state, action), out var next)
        ? next
        : throw new RuleBrokenException(
            "quota-set.wrong-state", $"A {state} set cannot take the step {action}.", "Look at the page of the set: it says what may follow.");
}

/// <summary>One thing that happened to a set: a step of its life, a draft made or discarded, a warning acknowledged. Never changed.</summary>
public sealed class QuotaStandardEvent
{
    public required long Id { get; init; }

    public required string StandardCode { get; init; }

    /// <summary>draft, review, return, publish, supersede, acknowledge, discard.</summary>
    public required string Action { get; init; }

    public required string Actor { get; init; }

    public required DateTimeOffset At { get; init; }

    public string? Note { get; init; }

    /// <summary>The finding that was acknowledged, by its <see cref="QuotaFinding.Key"/>.</summary>
    public string? FindingKey { get; init; }
}
