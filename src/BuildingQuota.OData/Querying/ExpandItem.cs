using BuildingQuota.OData.Errors;
using BuildingQuota.OData.Model;
using BuildingQuota.OData.Requests;

namespace BuildingQuota.OData.Querying;

internal enum ExpandForm
{
    Rows, References, Count,
}

/// <summary>One navigation of an $expand, with the options in its brackets.</summary>
internal sealed record ExpandItem(Navigation Navigation, ExpandForm Form, QueryOptions Options, ExpandBudget Budget);

/// <summary>How deep an expansion stands, and how many there are in the whole query.</summary>
internal sealed class ExpandBudget(ODataLimits limits, int depth = 1, StrongCount? items = null)
{
    private readonly StrongCount _items = items ?? new();

    public int LevelsLeft => limits.ExpandDepth - depth + 1;

    public ExpandBudget Deeper() => new(limits, depth + 1, _items);

    public void Spend()
    {
        if (depth > limits.ExpandDepth)
            throw ODataRefusal.BadRequest(ErrorCodes.TooDeep, $"$expand goes deeper than {limits.ExpandDepth} levels.", "$expand");
        if (++_items.Value > limits.ExpandItems)
            throw ODataRefusal.BadRequest(ErrorCodes.TooManyNodes, $"$expand has more than {limits.ExpandItems} navigations.", "$expand");
    }
}

/// <summary>A number that several hold together.</summary>
internal sealed class StrongCount
{
    public int Value { get; set; }
}
