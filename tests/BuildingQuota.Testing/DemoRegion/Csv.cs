using System.Globalization;
using System.Text;

namespace BuildingQuota.Testing.DemoRegion;

/// <summary>The contract's plain CSV: no field of the demonstration needs quoting, and one that did would be a mistake.</summary>
internal sealed class Csv(string header)
{
    private readonly StringBuilder _text = new StringBuilder(header).Append('\n');
    private readonly int _columns = header.Count(letter => letter == ',') + 1;

    public Csv Line(params object?[] fields)
    {
        if (fields.Length != _columns) throw new InvalidOperationException($"{fields.Length} fields under a header of {_columns}.");
        _text.AppendJoin(',', fields.Select(Field)).Append('\n');
        return this;
    }

    public override string ToString() => _text.ToString();

    private static string Field(object? value)
    {
        var text = value switch
        {
            null => "",
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            decimal number => number.ToString("0.####", CultureInfo.InvariantCulture),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
        return text.IndexOfAny([',', '"', '\n', '\r']) < 0 ? text : throw new InvalidOperationException($"'{text}' would need quotes.");
    }
}
