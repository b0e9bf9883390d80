using BuildingQuota.OData.Model;
using BuildingQuota.OData.Querying;

namespace BuildingQuota.OData.Writing;

/// <summary>All that writing rows of a set needs, made once per set; a selection only picks from it.</summary>
internal sealed class RowSetWriter<TRow>
{
    private readonly EntitySet _set;
    private readonly EntityAddress<TRow> _address;
    private readonly Dictionary<string, ColumnWriter<TRow>> _columns;

    public RowSetWriter(EntitySet set)
    {
        _set = set;
        _address = new(set);
        _columns = set.Properties.ToDictionary(property => property.Name, ColumnWriter<TRow>.For, StringComparer.Ordinal);
    }

    public RowWriter<TRow> Select(IReadOnlyList<string>? names, string root, IReadOnlyList<Expansion<TRow>> expansions) => names is null
        ? new(_columns.Values, _set.Streams, expansions, root, _address)
        : new(names.Where(_columns.ContainsKey).Select(name => _columns[name]), _set.Streams.Where(stream => names.Contains(stream.Name)),
            expansions, root, _address);

    /// <summary>Writes addresses in place of rows.</summary>
    public RowWriter<TRow> References(string root) => new([], [], [], root, _address) { WritesId = true };

    public ColumnWriter<TRow> Column(string name) => _columns[name];

    public string AddressOf(TRow row) => _address.Of(row);
}
