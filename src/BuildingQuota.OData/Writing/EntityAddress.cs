using BuildingQuota.OData.Model;
using Microsoft.OData.Edm;

namespace BuildingQuota.OData.Writing;

/// <summary>The canonical address of a row within the service: Books(1), Shelves(Room='A',Number=2).</summary>
internal sealed class EntityAddress<TRow>(EntitySet set)
{
    private readonly IReadOnlyList<(RowProperty Key, ColumnWriter<TRow> Column)> _keys =
        [.. set.Keys.Select(key => (key, ColumnWriter<TRow>.For(key)))];

    public string Of(TRow row) => _keys is [var only]
        ? $"{set.Name}({Literal(only.Key, only.Column, row)})"
        : $"{set.Name}({string.Join(',', _keys.Select(key => $"{key.Key.Name}={Literal(key.Key, key.Column, row)}"))})";

    private static string Literal(RowProperty key, ColumnWriter<TRow> column, TRow row)
    {
        var text = column.Text(row) ?? throw new InvalidOperationException($"A row has no {key.Name}, which is its key.");
        return key.Kind == EdmPrimitiveTypeKind.String
            ? $"'{Uri.EscapeDataString(text.Replace("'", "''", StringComparison.Ordinal))}'"
            : text;
    }
}
