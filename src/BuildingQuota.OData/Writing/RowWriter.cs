using System.Text.Json;
using BuildingQuota.OData.Model;
using BuildingQuota.OData.Querying;
using BuildingQuota.OData.Requests;

namespace BuildingQuota.OData.Writing;

/// <summary>Writes the chosen columns of a row, a link for each chosen document, and what was expanded.</summary>
internal sealed class RowWriter<TRow>(IEnumerable<ColumnWriter<TRow>> columns, IEnumerable<RowStream> streams,
    IReadOnlyList<Expansion<TRow>> expansions, string root, EntityAddress<TRow> address)
{
    private readonly ColumnWriter<TRow>[] _columns = [.. columns];
    private readonly RowStream[] _streams = [.. streams];

    /// <summary>Then a row is told by its address.</summary>
    public bool WritesId { get; init; }

    public void Write(Utf8JsonWriter json, TRow row, Representation representation)
    {
        if (WritesId) json.WriteString("@odata.id", $"{root}/{address.Of(row)}");
        foreach (var column in _columns) column.Write(json, row, representation.NumbersAsText);
        foreach (var expansion in expansions) expansion.Write(json, row, representation);
        if (!representation.WithMetadata) return;
        foreach (var stream in _streams) json.WriteString($"{stream.Name}@odata.mediaReadLink", $"{root}/{address.Of(row)}/{stream.Name}");
    }
}
