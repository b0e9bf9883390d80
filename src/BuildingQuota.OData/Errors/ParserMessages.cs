using System.Text.RegularExpressions;
using BuildingQuota.OData.Querying;

namespace BuildingQuota.OData.Errors;

/// <summary>Gives the parser's refusals our codes, and the nearest name where one was misspelt.</summary>
internal static partial class ParserMessages
{
    public static ODataRefusal Translate(Exception failure, string option, IEnumerable<string> propertyNames)
    {
        var message = failure.Message;
        if (Property().Match(message) is { Success: true } property)
            return Unknown(ErrorCodes.UnknownProperty, "property", property.Groups[1].Value, option, propertyNames);
        if (Function().Match(message) is { Success: true } function)
            return Unknown(ErrorCodes.UnknownFunction, "function", function.Groups[1].Value, option, Functions.Names);

        if (option != "$apply" && NotInResult().Match(message) is { Success: true } column)
            return ODataRefusal.BadRequest(ErrorCodes.UnknownProperty,
                $"{option} names '{column.Groups[1].Value}', which the result of $apply does not have.", option);

        return ODataRefusal.BadRequest(CodeOf(failure, message), $"{option} cannot be read: {message}", option);
    }

    private static ODataRefusal Unknown(string code, string kind, string name, string option, IEnumerable<string> known) =>
        ODataRefusal.UnknownName(400, code,
            $"{option} names '{name}', and there is no such {kind}. Names are case-sensitive.", name, known, option);

    private static string CodeOf(Exception failure, string message) => failure switch
    {
        OverflowException or FormatException => ErrorCodes.BadLiteral,
        _ when message.Contains("Recursion depth", StringComparison.Ordinal) => ErrorCodes.TooDeep,
        _ when message.Contains("incompatible type", StringComparison.Ordinal) => ErrorCodes.TypeMismatch,
        _ when message.Contains("single boolean value", StringComparison.Ordinal) => ErrorCodes.TypeMismatch,
        _ when message.Contains("No function signature", StringComparison.Ordinal) => ErrorCodes.BadArguments,
        _ when message.Contains("literal", StringComparison.Ordinal) => ErrorCodes.BadLiteral,
        _ => ErrorCodes.BadSyntax,
    };

    [GeneratedRegex("^Could not find a property named '([^']*)'")]
    private static partial Regex Property();

    [GeneratedRegex("grouping expression '([^']*)' must evaluate")]
    private static partial Regex NotInResult();

    [GeneratedRegex("^An unknown function with name '([^']*)'")]
    private static partial Regex Function();
}
