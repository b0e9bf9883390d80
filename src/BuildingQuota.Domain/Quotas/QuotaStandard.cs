using BuildingQuota.Domain.Rules;

namespace BuildingQuota.Domain.Quotas;

/// <summary>
/// A set of quotas, bound to the coefficient set that it was calibrated with. What came with the reference data is published; what a
/// bureau makes begins as a draft. Only a draft's rows may change: a published set is superseded by another one (docs/rules/quota-set.md).
/// </summary>
public sealed class QuotaStandard
{
    public required string Code { get; init; }

    public required string Name { get; init; }

    public string? Issuer { get; init; }

    public DateOnly? IssuedOn { get; init; }

    public DateOnly? EffectiveFrom { get; init; }

    public required string CoefficientSet { get; init; }

    /// <summary>Zone words of the standard, separated by spaces; empty when it has none.</summary>
    public string? Zones { get; init; }

    public required string Source { get; init; }

    public required string Confidence { get; init; }

    public StandardState State { get; private set; } = StandardState.Published;

    /// <summary>Path of the region whose bureau drafted it; null for reference data.</summary>
    public string? OwnerPath { get; private set; }

    public string? DraftedBy { get; private set; }

    /// <summary>The set that this one takes the place of when it is published.</summary>
    public string? SupersedesCode { get; private set; }

    /// <summary>A superseded set goes on judging where it is adopted, until a region adopts another one.</summary>
    public bool MayJudge => State is StandardState.Published or StandardState.Superseded;

    public IReadOnlyList<string> ZoneWords => (Zones ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The same set as somebody's draft.</summary>
    public QuotaStandard AsDraft(string draftedBy, string ownerPath, string? supersedes)
    {
        (State, DraftedBy, OwnerPath, SupersedesCode) = (StandardState.Draft, draftedBy, ownerPath, supersedes);
        return this;
    }

    /// <summary>Breaks <c>quota-set.wrong-state</c> and, for review and publication, <c>quota-set.same-person</c>.</summary>
    public void Take(StandardAction action, string person)
    {
        var next = StandardLife.Next(State, action);
        if (action is StandardAction.Review or StandardAction.Publish && string.Equals(person, DraftedBy, StringComparison.OrdinalIgnoreCase))
            throw new RuleBrokenException("quota-set.same-person", $"{person} drafted {Code}.", "Somebody else has to review and publish it.");
        State = next;
    }

    /// <summary>Breaks <c>quota-set.not-a-draft</c>.</summary>
    public void RequireDraft()
    {
        if (State != StandardState.Draft)
            throw new RuleBrokenException("quota-set.not-a-draft", $"{Code} is {State}: its rows stay as they are.", "Copy it into a new draft.");
    }
}
