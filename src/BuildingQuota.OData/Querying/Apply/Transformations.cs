using System.Linq.Expressions;
using BuildingQuota.OData.Model;
using BuildingQuota.OData.Requests;
using Microsoft.OData.UriParser;
using Microsoft.OData.UriParser.Aggregation;

namespace BuildingQuota.OData.Querying.Apply;

/// <summary>The steps of $apply, one after the other, and $compute, which is one of them.</summary>
internal sealed class Transformations(EntitySet set, ODataRequest request, InLists? lists, IDictionary<string, SingleValueNode> aliases)
{
    /// <summary>As clients are told them.</summary>
    public static IReadOnlyList<string> Names { get; } = ["filter", "groupby", "aggregate", "compute"];

    public Relation Apply(Relation start, ApplyClause? clause) =>
        clause is null ? start : clause.Transformations.Aggregate(start, Step);

    public Relation Compute(Relation relation, IEnumerable<ComputeExpression> expressions, string option) =>
        expressions.Aggregate(relation, (before, expression) =>
        {
            var scope = Scope(before, option);
            var (value, units) = scope.Measure(() => new Translator(scope).Text((SingleValueNode)expression.Expression));
            if (value is ConstantExpression { Value: null }) throw scope.Mismatch($"{expression.Alias} is null and nothing else.");
            return before.With(new(expression.Alias, value) { Units = units, IsCalculated = true });
        });

    public Relation Filter(Relation relation, FilterClause clause, string option) =>
        relation.Where(new Translator(Scope(relation, option)).Predicate(clause.Expression));

    private Relation Step(Relation relation, TransformationNode node) => node switch
    {
        FilterTransformationNode filter => Filter(relation, filter.FilterClause, "$apply"),
        ComputeTransformationNode compute => Compute(relation, compute.Expressions, "$apply"),
        AggregateTransformationNode aggregate => Group(relation, [], aggregate),
        GroupByTransformationNode { ChildTransformations: null } groups => Group(relation, Keys(relation, groups), null),
        GroupByTransformationNode { ChildTransformations: AggregateTransformationNode inside } groups =>
            Group(relation, Keys(relation, groups), inside),
        _ => throw Scope(relation, "$apply").Unsupported($"the transformation {node.Kind}"),
    };

    private Relation Group(Relation relation, IReadOnlyList<RelationColumn> keys, AggregateTransformationNode? node)
    {
        var translator = new Translator(Scope(relation, "$apply"));
        return relation.Group(keys, group =>
            node is null ? [] : node.AggregateExpressions.Select(new Aggregates(translator, relation.Row, keys, group).Column));
    }

    private List<RelationColumn> Keys(Relation relation, GroupByTransformationNode node)
    {
        var translator = new Translator(Scope(relation, "$apply"));
        return [.. node.GroupingProperties.SelectMany(property => Keys(translator, property, "")).DistinctBy(key => key.Path)];
    }

    private static IEnumerable<RelationColumn> Keys(Translator translator, GroupByPropertyNode node, string before) =>
        node.Expression is SingleValueNode value && node.ChildTransformations.Count == 0
            ? [new(before + node.Name, translator.Translate(value))]
            : node.ChildTransformations.SelectMany(child => Keys(translator, child, $"{before}{node.Name}/"));

    private QueryScope Scope(Relation relation, string option) => relation.Scope(set, request, lists, aliases, option);
}
