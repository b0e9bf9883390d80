using System.Globalization;

namespace BuildingQuota.Features.Tests.Seeding;

/// <summary>Typed reading of one row's fields.</summary>
internal static class SeedRow
{
    public static decimal Number(this IReadOnlyDictionary<string, string> row, string column) =>
        decimal.Parse(row[column], CultureInfo.InvariantCulture);

    public static decimal? NumberOrNone(this IReadOnlyDictionary<string, string> row, string column) =>
        row[column] == "" ? null : row.Number(column);

    public static DateOnly Day(this IReadOnlyDictionary<string, string> row, string column) =>
        DateOnly.ParseExact(row[column], "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly? DayOrNone(this IReadOnlyDictionary<string, string> row, string column) =>
        row[column] == "" ? null : row.Day(column);

    public static string? TextOrNone(this IReadOnlyDictionary<string, string> row, string column) =>
        row[column] == "" ? null : row[column];

    /// <summary>The word of a file (<c>pv_self_use</c>) as its enumeration has it.</summary>
    public static T Word<T>(this IReadOnlyDictionary<string, string> row, string column) where T : struct, Enum =>
        Enum.Parse<T>(row[column].Replace("_", "", StringComparison.Ordinal), ignoreCase: true);

    public static T? WordOrNone<T>(this IReadOnlyDictionary<string, string> row, string column) where T : struct, Enum =>
        row[column] == "" ? null : row.Word<T>(column);
}
