using System.Linq.Expressions;
using BuildingQuota.OData.Errors;
using Microsoft.OData.UriParser;

namespace BuildingQuota.OData.Querying;

/// <summary>add, sub, mul, div, mod and the minus sign, on numbers. Whole numbers divide to whole numbers, as OData has it.</summary>
internal static class Arithmetic
{
    public static Expression Translate(Translator translator, BinaryOperatorNode node)
    {
        var (left, right) = Operands(translator, node);
        if (!Numbers.IsNumber(left) || !Numbers.IsNumber(right)) throw translator.Scope.Unsupported("arithmetic on anything but numbers");
        (left, right) = Numbers.Align(left, right);
        return node.OperatorKind switch
        {
            BinaryOperatorKind.Add => Expression.Add(left, right),
            BinaryOperatorKind.Subtract => Expression.Subtract(left, right),
            BinaryOperatorKind.Multiply => Expression.Multiply(left, right),
            BinaryOperatorKind.Divide => Expression.Divide(left, NotZero(translator, node.Right, right)),
            BinaryOperatorKind.Modulo => Expression.Modulo(left, NotZero(translator, node.Right, right)),
            _ => throw translator.Scope.Unsupported($"the operator '{node.OperatorKind}'"),
        };
    }

    public static Expression Negate(Translator translator, Expression operand) => Numbers.IsNumber(operand)
        ? Expression.Negate(Numbers.Align(operand, operand).Left)
        : throw translator.Scope.Unsupported("a minus sign before anything but a number");

    private static (Expression Left, Expression Right) Operands(Translator translator, BinaryOperatorNode node)
    {
        if (translator.Unwrap(node.Left) is not ConstantNode)
        {
            var known = translator.Translate(node.Left);
            return (known, translator.Translate(node.Right, known.Type));
        }

        var right = translator.Translate(node.Right);
        return (translator.Translate(node.Left, right.Type), right);
    }

    private static Expression NotZero(Translator translator, SingleValueNode node, Expression divisor)
    {
        if (translator.Unwrap(node) is not ConstantNode { LiteralText: { } text } || Literals.Number(text) is not 0) return divisor;
        throw ODataRefusal.BadRequest(ErrorCodes.NotCalculable, $"{translator.Scope.Option} divides by zero.", translator.Scope.Option);
    }
}
