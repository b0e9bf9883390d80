using System.Linq.Expressions;
using BuildingQuota.OData.Errors;
using BuildingQuota.OData.Model;
using BuildingQuota.OData.Querying.Apply;
using BuildingQuota.OData.Requests;
using Microsoft.OData.UriParser;

namespace BuildingQuota.OData.Querying;

/// <summary>What the parts of one translation share: the rows and names in reach, and the budget that they use up.</summary>
internal sealed class QueryScope(EntitySet set, ODataRequest request, ParameterExpression row)
{
    private readonly Dictionary<string, (ParameterExpression Row, EntitySet Set)> _inner = new(StringComparer.Ordinal);
    private readonly List<Expression> _units = [];
    private int _nodes;

    private ODataLimits Limits => request.Model.Limits;

    public TimeProvider Clock => request.Model.Clock;

    /// <summary>The option that is being read: the target of its errors.</summary>
    public required string Option { get; init; }

    public InLists? Lists { get; init; }

    /// <summary>Within $apply: what the steps before have made.</summary>
    public Relation? Relation { get; init; }
    public IDictionary<string, SingleValueNode>? Aliases { get; set; }

    /// <summary>The row that a range variable stands for: <c>$it</c>, or the name before the colon in any and all.</summary>
    public (ParameterExpression Row, EntitySet Set) Variable(QueryNode source) => source switch
    {
        ResourceRangeVariableReferenceNode variable when _inner.TryGetValue(variable.Name, out var found) => found,
        ResourceRangeVariableReferenceNode when Relation is not { Set: null } => (row, set),
        _ => throw Unsupported($"'{source.Kind}'"),
    };

    /// <summary>The set at the end of a to-one path.</summary>
    public EntitySet SetOf(SingleNavigationNode path)
    {
        var owner = path.Source is SingleNavigationNode before ? SetOf(before) : Variable(path.Source).Set;
        return owner.FindNavigation(path.NavigationProperty.Name)?.Target
            ?? throw Unsupported($"'{path.NavigationProperty.Name}' of {owner.Name}");
    }

    /// <summary>Notes that what is being translated depends on a measure, and so on its unit.</summary>
    public void Touch(Expression unit)
    {
        if (!_units.Exists(known => known.ToString() == unit.ToString())) _units.Add(unit);
    }

    /// <summary>Translates, and tells the units of the measures in it.</summary>
    public (Expression Value, IReadOnlyList<Expression> Units) Measure(Func<Expression> translate)
    {
        _units.Clear();
        return (translate(), [.. _units]);
    }

    /// <summary>A column by its name, or by the path that it was grouped by.</summary>
    public Expression Named(string path)
    {
        var column = Relation?.Find(path) ?? throw ODataRefusal.UnknownName(400, ErrorCodes.UnknownProperty,
            $"{Option} names '{path}', which is not there at this place.", path, Relation?.Columns.Select(one => one.Path) ?? [], Option);
        foreach (var unit in column.Units) Touch(unit);
        return column.Value;
    }

    /// <summary>The rows of a set as part of an expression.</summary>
    public Expression Source(EntitySet other) => other.Source(request.Http.RequestServices).Expression;

    /// <summary>Until disposed, the name stands for rows of the set.</summary>
    public IDisposable Enter(string name, EntitySet other, ParameterExpression parameter)
    {
        if (_inner.Count == Limits.LambdaDepth)
            throw ODataRefusal.BadRequest(ErrorCodes.TooDeep, $"{Option} has any, all or $count within each other more than "
                + $"{Limits.LambdaDepth} deep.", Option);
        if (!_inner.TryAdd(name, (parameter, other)))
            throw ODataRefusal.BadRequest(ErrorCodes.BadSyntax, $"{Option} gives the name {name} to two things.", Option);
        return new Leave(() => _inner.Remove(name));
    }

    public void Spend(int depth)
    {
        if (++_nodes > Limits.Nodes)
            throw ODataRefusal.BadRequest(ErrorCodes.TooManyNodes,
                $"{Option} has more than {Limits.Nodes} parts. Use 'in' for lists of values.", Option);
        if (depth > Limits.Depth)
            throw ODataRefusal.BadRequest(ErrorCodes.TooDeep, $"{Option} is nested deeper than {Limits.Depth}. Flatten it.", Option);
    }

    public ODataRefusal Unsupported(string what) =>
        ODataRefusal.NotImplemented(ErrorCodes.UnsupportedExpression, $"{Option}: {what} is not supported by this service.", Option);

    public ODataRefusal Mismatch(string message) => ODataRefusal.BadRequest(ErrorCodes.TypeMismatch, $"{Option}: {message}", Option);

    private sealed class Leave(Action leave) : IDisposable
    {
        public void Dispose() => leave();
    }
}
