using System.Data.Common;

namespace BuildingQuota.OData.Errors;

/// <summary>Sorts what a query provider throws into the caller's mistakes, limits of the provider, and our own faults.</summary>
internal static class Failures
{
    /// <summary>The refusal that tells the caller, or null when the fault is the server's.</summary>
    public static ODataRefusal? Explain(Exception failure)
    {
        for (Exception? cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is ODataRefusal refusal) return refusal;
            if (cause is TimeoutException) return Timeout();
            if (IsCalculation(cause)) return NotCalculable();
            if (IsUntranslatable(cause)) return Untranslatable();
        }

        return null;
    }

    public static ODataRefusal Timeout() => new(503, ErrorCodes.ServerTimeout,
        "The query took longer than the service allows. Narrow it with $filter, or ask for fewer columns with $select.")
    {
        Headers = [new("Retry-After", "30")],
    };

    /// <summary>SQLSTATE class 22 is "data exception": division by zero, out of range, bad text.</summary>
    private static bool IsCalculation(Exception cause) => cause is ArithmeticException or ArgumentOutOfRangeException
        || (cause is DbException { SqlState: { } state } && state.StartsWith("22", StringComparison.Ordinal));

    private static bool IsUntranslatable(Exception cause) =>
        (cause is InvalidOperationException && cause.Message.Contains("could not be translated", StringComparison.Ordinal))
        || cause is NotSupportedException;

    private static ODataRefusal NotCalculable() => ODataRefusal.BadRequest(ErrorCodes.NotCalculable,
        "An expression of the query cannot be calculated for some row: it divides by zero, leaves the range of numbers, "
        + "or holds a text that cannot be stored.");

    private static ODataRefusal Untranslatable() => ODataRefusal.NotImplemented(ErrorCodes.UnsupportedExpression,
        "The database cannot carry out an expression of this query. Use simpler comparisons in $filter and $orderby.");
}
