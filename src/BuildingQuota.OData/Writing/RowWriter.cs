using System.Text.Json;
using BuildingQuota.OData.Model;

namespace BuildingQuota.OData.Writing;

/// <summary>Writes the chosen columns of a row, and a link for each chosen document.</summary>
internal sealed class RowWriter<TRow>(
    IReadOnlyList<ColumnWriter<TRow>> columns, IReadOnlyList<RowStream> streams, string root, EntityAddress<TRow> address)
{
    public void Write(Utf8JsonWriter json, TRow row, Requests.Representation representation)
    {
        for (var i = 0; i < columns.Count; i++) columns[i].Write(json, row, representation.NumbersAsText);
        if (!representation.WithMetadata) return;
        foreach (var stream in streams) json.WriteString($"{stream.Name}@odata.mediaReadLink", $"{root}/{address.Of(row)}/{stream.Name}");
    }
}
