using System.Linq.Expressions;
using System.Reflection;
using BuildingQuota.OData.Errors;
using Microsoft.OData.UriParser;

namespace BuildingQuota.OData.Querying;

/// <summary>The canonical functions that SQLite and PostgreSQL both carry out. The others are refused by name.</summary>
internal static class Functions
{
    private static readonly MethodInfo Concat =
        typeof(string).GetMethod(nameof(string.Concat), [typeof(string), typeof(string)])!; // in the base library

    private static readonly Dictionary<string, Func<Expression[], Expression>> OnText = new(StringComparer.Ordinal)
    {
        ["contains"] = a => Expression.Call(a[0], nameof(string.Contains), null, a[1]),
        ["startswith"] = a => Affix(a[0], a[1], Expression.Constant(0)),
        ["endswith"] = a => Affix(a[0], a[1], Expression.Subtract(Length(a[0]), Length(a[1]))),
        ["indexof"] = a => Expression.Call(a[0], nameof(string.IndexOf), null, a[1]),
        ["length"] = a => Length(a[0]),
        ["substring"] = a => Expression.Call(a[0], nameof(string.Substring), null, a[1..]),
        ["tolower"] = a => Expression.Call(a[0], nameof(string.ToLower), null),
        ["toupper"] = a => Expression.Call(a[0], nameof(string.ToUpper), null),
        ["trim"] = a => Expression.Call(a[0], nameof(string.Trim), null),
        ["concat"] = a => Expression.Call(Concat, a),
    };

    private static readonly Dictionary<string, string> OnDates = new(StringComparer.Ordinal)
    {
        ["year"] = nameof(DateOnly.Year),
        ["month"] = nameof(DateOnly.Month),
        ["day"] = nameof(DateOnly.Day),
    };

    public static IEnumerable<string> Names => OnText.Keys.Concat(OnDates.Keys).Concat(Rounding.Functions.Keys).Concat(["date", "now"]);

    public static Expression Translate(Translator translator, SingleValueFunctionCallNode call)
    {
        var scope = translator.Scope;
        var arguments = call.Parameters.Cast<SingleValueNode>().Select(argument => translator.Text(argument)).ToArray();
        if (call.Name == "now" && arguments is []) return Held.Of(scope.Clock.GetUtcNow(), typeof(DateTimeOffset));
        if (arguments.Any(argument => argument is ConstantExpression { Value: null }))
            throw ODataRefusal.BadRequest(ErrorCodes.BadArguments,
                $"{scope.Option}: {call.Name} of null is nothing. Compare with null instead.", scope.Option);

        var values = arguments.Select(Nulls.Value).ToArray();
        if (OnText.TryGetValue(call.Name, out var text)) return Nulls.Guard(text(values), arguments);
        if (OnDates.TryGetValue(call.Name, out var part) && values is [{ } date] && date.Type == typeof(DateOnly))
            return Nulls.Guard(Expression.Property(date, part), arguments);
        if (Rounding.Functions.TryGetValue(call.Name, out var round) && values is [{ } number] && number.Type == typeof(decimal))
            return Nulls.Guard(round(number), arguments);
        throw Unsupported(scope, call.Name);
    }

    private static MemberExpression Length(Expression text) => Expression.Property(text, nameof(string.Length));

    /// <summary>Compared by substring: StartsWith and EndsWith become LIKE, which in SQLite takes 'a' and 'A' for the same.</summary>
    private static BinaryExpression Affix(Expression text, Expression affix, Expression from) => Expression.AndAlso(
        Expression.GreaterThanOrEqual(Length(text), Length(affix)),
        Expression.Equal(Expression.Call(text, nameof(string.Substring), null, from, Length(affix)), affix));

    private static ODataRefusal Unsupported(QueryScope scope, string name) => ODataRefusal.NotImplemented(ErrorCodes.UnsupportedFunction,
        $"{scope.Option}: the function {name} is not supported here. A time stamp is compared as in At ge 2025-01-01T00:00:00Z.",
        scope.Option);
}
