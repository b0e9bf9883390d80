using System.Linq.Expressions;
using BuildingQuota.OData.Errors;
using Microsoft.OData.UriParser;

namespace BuildingQuota.OData.Querying;

/// <summary>Turns the parser's tree into a LINQ expression over the row. Types are aligned here, not by the parser's conversions.</summary>
internal sealed class Translator(QueryScope scope)
{
    private int _depth;

    public QueryScope Scope => scope;

    /// <summary>A condition that is either true or not, as Where wants it.</summary>
    public Expression Predicate(SingleValueNode node)
    {
        var condition = Translate(node);
        if (condition.Type == typeof(bool)) return condition;
        if (condition.Type == typeof(bool?)) return Expression.Equal(condition, Expression.Constant(true, typeof(bool?)));
        throw scope.Mismatch("the expression is not a condition.");
    }

    /// <param name="node">What the parser made.</param>
    /// <param name="like">The type that a literal should take, where something beside it has one.</param>
    public Expression Translate(SingleValueNode node, Type? like = null)
    {
        if (node is ConvertNode convert) return Translate(convert.Source, like);
        scope.Spend(++_depth);
        try
        {
            return node switch
            {
                BinaryOperatorNode { OperatorKind: BinaryOperatorKind.And or BinaryOperatorKind.Or } logic => Logic.Join(this, logic),
                BinaryOperatorNode binary => Comparisons.IsComparison(binary.OperatorKind)
                    ? Comparisons.Translate(this, binary)
                    : Arithmetic.Translate(this, binary),
                UnaryOperatorNode unary => Unary(unary),
                ConstantNode constant => Constants.Translate(constant, like, scope),
                ParameterAliasNode alias => Translate(Resolve(alias), like),
                SingleValuePropertyAccessNode property => Column(property, asText: false),
                SingleValueOpenPropertyAccessNode open => scope.Named(open.Name),
                SingleNavigationNode path => Navigating.Key(this, path),
                LambdaNode lambda => Navigating.Lambda(this, lambda),
                CountNode count => Navigating.Count(this, count),
                SingleValueFunctionCallNode call => Functions.Translate(this, call),
                _ => throw scope.Unsupported($"'{node.Kind}'"),
            };
        }
        finally
        {
            _depth--;
        }
    }

    /// <summary>As <see cref="Translate"/>, with enums as the text that they are on the wire.</summary>
    public Expression Text(SingleValueNode node, Type? like = null)
    {
        if (Unwrap(node) is not SingleValuePropertyAccessNode property) return EnumText.AsText(Translate(node, like));
        scope.Spend(_depth + 1);
        return Column(property, asText: true);
    }

    public SingleValueNode Unwrap(SingleValueNode node) => node switch
    {
        ConvertNode convert => Unwrap(convert.Source),
        ParameterAliasNode alias when scope.Lists?.Find(alias.Alias) is null => Unwrap(Resolve(alias)),
        _ => node,
    };

    private Expression Column(SingleValuePropertyAccessNode node, bool asText)
    {
        var path = node.Source as SingleNavigationNode;
        if (scope.Relation is { Set: null })
        {
            var named = scope.Named(path is null ? node.Property.Name : $"{Navigating.PathOf(path)}/{node.Property.Name}");
            return asText ? EnumText.AsText(named) : named;
        }

        var (row, set) = path is null ? scope.Variable(node.Source) : (null, scope.SetOf(path));
        var property = set.Find(node.Property.Name)
            ?? throw scope.Unsupported($"the document '{node.Property.Name}' in an expression");
        if (property.Unit is { } unit)
            scope.Touch(path is null ? Expression.Property(row!, unit.Clr) : Navigating.Value(this, path, unit)); // as below
        if (path is not null) return Navigating.Value(this, path, property, asText);
        var value = Expression.Property(row!, property.Clr); // without a path the variable is a row
        return asText ? EnumText.AsText(value) : value;
    }

    private Expression Unary(UnaryOperatorNode node) => node.OperatorKind switch
    {
        UnaryOperatorKind.Not => Logic.Not(this, Translate(node.Operand)),
        _ => Arithmetic.Negate(this, Translate(node.Operand)),
    };

    private SingleValueNode Resolve(ParameterAliasNode node)
    {
        if (scope.Lists?.Find(node.Alias) is not null) throw scope.Unsupported("'in' at this place");
        return scope.Aliases?.TryGetValue(node.Alias, out var value) == true && value is not null
            ? value
            : throw ODataRefusal.BadRequest(ErrorCodes.UnknownAlias, $"{scope.Option} uses {node.Alias}, which the query does not define.",
                node.Alias);
    }
}
