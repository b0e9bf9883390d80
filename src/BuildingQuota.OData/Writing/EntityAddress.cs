using System.Globalization;
using System.Reflection;
using BuildingQuota.OData.Model;

namespace BuildingQuota.OData.Writing;

/// <summary>The canonical address of a row within the service: Books(1), Shelves(Room='A',Number=2).</summary>
internal sealed class EntityAddress<TRow>(EntitySet set)
{
    public string Of(TRow row)
    {
        var values = set.Keys.Select(key => (key.Name, Text: Literal(key.Clr, row)));
        return set.Keys.Count == 1
            ? $"{set.Name}({values.First().Text})"
            : $"{set.Name}({string.Join(',', values.Select(value => $"{value.Name}={value.Text}"))})";
    }

    private static string Literal(PropertyInfo key, TRow row) => key.GetValue(row) switch
    {
        string text => Quote(text),
        Enum value => Quote(value.ToString()),
        bool flag => flag ? "true" : "false",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset instant => ValueWriters.Instant(instant),
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        var other => throw new NotSupportedException($"{other} cannot be a key."),
    };

    private static string Quote(string text) => $"'{Uri.EscapeDataString(text.Replace("'", "''", StringComparison.Ordinal))}'";
}
