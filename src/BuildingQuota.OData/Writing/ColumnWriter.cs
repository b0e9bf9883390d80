using System.Globalization;
using System.Text.Json;
using BuildingQuota.OData.Model;

namespace BuildingQuota.OData.Writing;

/// <summary>Writes one column of a row. Made once per set; no reflection and no boxing when rows are written.</summary>
internal abstract class ColumnWriter<TRow>(string name)
{
    private readonly JsonEncodedText _name = JsonEncodedText.Encode(name);

    public static ColumnWriter<TRow> For(RowProperty property)
    {
        var writer = typeof(TypedColumnWriter<,>).MakeGenericType(typeof(TRow), property.ClrType);
        return (ColumnWriter<TRow>)Activator.CreateInstance(writer, property)!; // never null for a class
    }

    public void Write(Utf8JsonWriter json, TRow row, bool numbersAsText)
    {
        json.WritePropertyName(_name);
        WriteValue(json, row, numbersAsText);
    }

    public abstract void WriteValue(Utf8JsonWriter json, TRow row, bool numbersAsText);

    /// <summary>As $value sends it; null for null.</summary>
    public abstract string? Text(TRow row);
}

internal sealed class TypedColumnWriter<TRow, TValue>(RowProperty property) : ColumnWriter<TRow>(property.Name)
{
    private static readonly Action<Utf8JsonWriter, TValue, bool> WriteTyped = ValueWriters.For<TValue>();
    private readonly Func<TRow, TValue> _get =
        property.Clr.GetMethod!.CreateDelegate<Func<TRow, TValue>>(); // readable, as RowProperty saw to

    public override void WriteValue(Utf8JsonWriter json, TRow row, bool numbersAsText) => WriteTyped(json, _get(row), numbersAsText);

    public override string? Text(TRow row) => _get(row) switch
    {
        null => null,
        bool flag => flag ? "true" : "false",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset instant => ValueWriters.Instant(instant),
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        var other => other.ToString(),
    };
}
