using System.Linq.Expressions;
using Microsoft.OData.UriParser;

namespace BuildingQuota.OData.Querying;

/// <summary>and, or, not; three-valued where a nullable condition takes part.</summary>
internal static class Logic
{
    /// <summary>A chain a or b or c ... becomes a balanced tree: providers recurse, and a long chain would exhaust their stack.</summary>
    public static Expression Join(Translator translator, BinaryOperatorNode chain)
    {
        var parts = Parts(chain).Select(part => Condition(translator, translator.Translate(part))).ToList();
        if (parts.Exists(part => part.Type == typeof(bool?))) parts = parts.ConvertAll(Nulls.Lift);
        return Balance(parts, 0, parts.Count,
            chain.OperatorKind == BinaryOperatorKind.And ? ExpressionType.AndAlso : ExpressionType.OrElse);
    }

    public static Expression Not(Translator translator, Expression operand) => Expression.Not(Condition(translator, operand));

    private static List<SingleValueNode> Parts(BinaryOperatorNode chain)
    {
        var parts = new List<SingleValueNode>();
        SingleValueNode left = chain;
        while (Plain(left) is BinaryOperatorNode binary && binary.OperatorKind == chain.OperatorKind)
        {
            parts.Add(binary.Right);
            left = binary.Left;
        }

        parts.Add(left);
        parts.Reverse();
        return parts;
    }

    private static SingleValueNode Plain(SingleValueNode node) => node is ConvertNode convert ? Plain(convert.Source) : node;

    private static Expression Condition(Translator translator, Expression part)
    {
        if (part is ConstantExpression { Value: null }) return Expression.Constant(null, typeof(bool?));
        if (part.Type == typeof(bool) || part.Type == typeof(bool?)) return part;
        throw translator.Scope.Mismatch("'and', 'or' and 'not' join conditions, such as Name eq 'A'.");
    }

    private static Expression Balance(List<Expression> parts, int from, int count, ExpressionType kind)
    {
        if (count == 1) return parts[from];
        var half = count / 2;
        return Expression.MakeBinary(kind, Balance(parts, from, half, kind), Balance(parts, from + half, count - half, kind));
    }
}
