namespace BuildingQuota.OData.Model;

/// <summary>
/// A way from a row to rows of another set (or of its own): those whose <see cref="To"/> equals this row's <see cref="From"/>.
/// A row is flat, so nothing of it is a CLR property; whatever hides rows of the target's source hides them here.
/// </summary>
internal sealed record Navigation(string Name, bool IsMany, RowProperty From, EntitySet Target, RowProperty To, string? Description);

/// <summary>As declared, when the target need not have been declared yet.</summary>
internal sealed record NavigationDraft(string Name, bool IsMany, RowProperty From, string Set, Type RowType, string To, string? Description)
{
    public Navigation Link(EntitySet owner, IReadOnlyDictionary<string, EntitySet> sets)
    {
        if (!sets.TryGetValue(Set, out var target) || target.RowType != RowType)
            throw Wrong(owner, $"leads to {Set}, and there is no such set of {RowType.Name}");
        var to = target.Find(To) ?? throw Wrong(owner, $"ends at {To}, which is not a column of {Set}");
        if (From.PlainType != to.PlainType) throw Wrong(owner, $"joins {From.PlainType.Name} to {to.PlainType.Name}");
        if (IsMany ? From.IsNullable : !target.Keys.SequenceEqual([to]))
            throw Wrong(owner, IsMany ? $"starts at {From.Name}, which may be null" : $"ends at {To}, which is not the key of {Set}");
        return new(Name, IsMany, From, target, to, Description);
    }

    private ArgumentException Wrong(EntitySet owner, string why) => new($"The navigation {owner.Name}/{Name} {why}.");
}
