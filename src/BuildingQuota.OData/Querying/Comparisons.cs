using System.Linq.Expressions;
using BuildingQuota.OData.Errors;
using Microsoft.OData.UriParser;

namespace BuildingQuota.OData.Querying;

/// <summary>eq, ne, gt, ge, lt, le and in. Nothing is greater or smaller than null; null equals null.</summary>
internal static class Comparisons
{
    public static bool IsComparison(BinaryOperatorKind kind) => kind is BinaryOperatorKind.Equal or BinaryOperatorKind.NotEqual
        or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual
        or BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual;

    public static Expression Translate(Translator translator, BinaryOperatorNode node)
    {
        var (left, right, kind) = (translator.Unwrap(node.Left), translator.Unwrap(node.Right), Kind(node.OperatorKind));
        if (left is ConstantNode && right is not ConstantNode) (left, right, kind) = (right, left, Mirror(kind));
        if (right is ParameterAliasNode { Alias: { } alias } && translator.Scope.Lists?.Find(alias) is { } items)
            return In(translator, translator.Translate(left), items);
        if (InstantRanges.Translate(translator, left, right, kind) is { } range) return range;
        if (right is ConstantNode { Value: null }) return WithNull(translator.Translate(left), kind);

        var known = translator.Translate(left);
        if (EnumText.IsEnum(known) && !IsEquality(kind)) known = EnumText.AsText(known);
        var other = translator.Translate(right, known.Type);
        return Compare(translator, kind, known, other);
    }

    private static Expression Compare(Translator translator, ExpressionType kind, Expression left, Expression right)
    {
        if ((left.Type == typeof(string)) != (right.Type == typeof(string)) || EnumText.IsEnum(left) != EnumText.IsEnum(right))
            (left, right) = (EnumText.AsText(left), EnumText.AsText(right));
        (left, right) = Numbers.Align(left, right);
        if (left.Type != right.Type) throw translator.Scope.Mismatch($"a {Name(left)} cannot be compared with a {Name(right)}.");
        if (IsEquality(kind)) return Expression.MakeBinary(kind, left, right);
        if ((Nullable.GetUnderlyingType(left.Type) ?? left.Type) == typeof(bool))
            throw translator.Scope.Mismatch("true and false have no order. Use eq or ne.");

        var compared = left.Type == typeof(string) ? Texts(kind, left, right) : Expression.MakeBinary(kind, left, right);
        return Nulls.Guard(compared, [left, right]);
    }

    private static BinaryExpression Texts(ExpressionType kind, Expression left, Expression right) => Expression.MakeBinary(
        kind, Expression.Call(typeof(string), nameof(string.Compare), null, left, right), Expression.Constant(0));

    private static Expression WithNull(Expression known, ExpressionType kind) => kind switch
    {
        ExpressionType.Equal => Nulls.IsNull(Nulls.Lift(known)),
        ExpressionType.NotEqual => Nulls.IsNotNull(Nulls.Lift(known)),
        _ => Expression.Constant(false),
    };

    private static Expression In(Translator translator, Expression known, IReadOnlyList<string> items)
    {
        foreach (var _ in items) translator.Scope.Spend(0);
        var plain = Nullable.GetUnderlyingType(known.Type) ?? known.Type;
        if (plain == typeof(object)) throw translator.Scope.Mismatch("null cannot stand before 'in'.");
        var values = items.Select(item => Literals.Parse(item, plain, translator.Scope.Option)).ToList();
        var there = values.OfType<object>().ToList();
        var list = Array.CreateInstance(known.Type, there.Count);
        for (var i = 0; i < there.Count; i++) list.SetValue(there[i], i);

        var contains = Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [known.Type], Held.Of(list, list.GetType()), known);
        return there.Count == values.Count ? contains : Expression.OrElse(Nulls.IsNull(Nulls.Lift(known)), contains);
    }

    private static string Name(Expression expression) => (Nullable.GetUnderlyingType(expression.Type) ?? expression.Type).Name;

    private static bool IsEquality(ExpressionType kind) => kind is ExpressionType.Equal or ExpressionType.NotEqual;

    private static ExpressionType Kind(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.Equal => ExpressionType.Equal,
        BinaryOperatorKind.NotEqual => ExpressionType.NotEqual,
        BinaryOperatorKind.GreaterThan => ExpressionType.GreaterThan,
        BinaryOperatorKind.GreaterThanOrEqual => ExpressionType.GreaterThanOrEqual,
        BinaryOperatorKind.LessThan => ExpressionType.LessThan,
        _ => ExpressionType.LessThanOrEqual,
    };

    private static ExpressionType Mirror(ExpressionType kind) => kind switch
    {
        ExpressionType.GreaterThan => ExpressionType.LessThan,
        ExpressionType.GreaterThanOrEqual => ExpressionType.LessThanOrEqual,
        ExpressionType.LessThan => ExpressionType.GreaterThan,
        ExpressionType.LessThanOrEqual => ExpressionType.GreaterThanOrEqual,
        _ => kind,
    };
}
