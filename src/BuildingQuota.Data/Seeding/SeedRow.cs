using System.Globalization;
using BuildingQuota.Domain.Rules;

namespace BuildingQuota.Data.Seeding;

/// <summary>One line of a reference file by column name. A column that is not there and an empty cell are the same: nothing.</summary>
internal sealed class SeedRow(string file, int number, IReadOnlyDictionary<string, string> cells)
{
    private const NumberStyles SignAndPoint = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    internal string File => file;

    internal int Row => number;

    internal string? Optional(string column) =>
        cells.TryGetValue(column, out var text) && text.Trim() is { Length: > 0 } trimmed ? trimmed : null;

    internal string Text(string column) => Optional(column) ?? throw Unreadable(column, "a text");

    internal decimal Decimal(string column) => OptionalDecimal(column) ?? throw Unreadable(column, "a number");

    internal decimal? OptionalDecimal(string column) =>
        Optional(column) is not { } text ? null
        : decimal.TryParse(text, SignAndPoint, CultureInfo.InvariantCulture, out var value) ? value
        : throw Unreadable(column, "a number");

    internal int Year(string column) =>
        int.TryParse(Text(column), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            ? year : throw Unreadable(column, "a year");

    internal DateOnly Date(string column) => OptionalDate(column) ?? throw Unreadable(column, "a date");

    internal DateOnly? OptionalDate(string column) =>
        Optional(column) is not { } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date
        : throw Unreadable(column, "a date (yyyy-MM-dd)");

    internal T Word<T>(string column) where T : struct, Enum => OptionalWord<T>(column) ?? throw Unreadable(column, "a word");

    /// <summary>Takes the files' spelling (<c>data_centre</c>) and the wire's (<c>EnergyPerArea</c>).</summary>
    internal T? OptionalWord<T>(string column) where T : struct, Enum =>
        Optional(column) is not { } text ? null
        : Words.TryParse<T>(text, out var word) || Enum.TryParse(text, out word) && Enum.IsDefined(word) && !char.IsDigit(text[0]) ? word
        : throw Unreadable(column, "one of " + string.Join(", ", Words.All<T>()));

    internal RuleBrokenException Unreadable(string column, string expected) => new(
        "reference.unreadable",
        $"{file}, row {number}, column {column}: '{Optional(column)}' is not {expected}.",
        "Correct the cell in the reference file.");
}
