using System.Linq.Expressions;
using BuildingQuota.OData.Errors;
using BuildingQuota.OData.Model;
using Microsoft.OData.UriParser;

namespace BuildingQuota.OData.Querying;

/// <summary>What the parts of one translation share: the row, the names in reach, and the budget that they use up.</summary>
internal sealed class QueryScope(EntitySet set, ODataModel model, ParameterExpression row)
{
    private int _nodes;

    public EntitySet Set { get; } = set;
    public TimeProvider Clock { get; } = model.Clock;
    public ParameterExpression Row { get; } = row;

    /// <summary>The option that is being read: the target of its errors.</summary>
    public required string Option { get; init; }

    public InLists? Lists { get; init; }
    public IDictionary<string, SingleValueNode>? Aliases { get; set; }

    public void Spend(int depth)
    {
        if (++_nodes > model.Limits.Nodes)
            throw ODataRefusal.BadRequest(ErrorCodes.TooManyNodes,
                $"{Option} has more than {model.Limits.Nodes} parts. Use 'in' for lists of values.", Option);
        if (depth > model.Limits.Depth)
            throw ODataRefusal.BadRequest(ErrorCodes.TooDeep, $"{Option} is nested deeper than {model.Limits.Depth}. Flatten it.", Option);
    }

    public ODataRefusal Unsupported(string what) =>
        ODataRefusal.NotImplemented(ErrorCodes.UnsupportedExpression, $"{Option}: {what} is not supported by this service.", Option);

    public ODataRefusal Mismatch(string message) => ODataRefusal.BadRequest(ErrorCodes.TypeMismatch, $"{Option}: {message}", Option);
}
