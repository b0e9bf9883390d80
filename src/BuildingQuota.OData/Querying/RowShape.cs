using BuildingQuota.OData.Model;
using BuildingQuota.OData.Requests;
using BuildingQuota.OData.Writing;

namespace BuildingQuota.OData.Querying;

/// <summary>What of a row is shown: chosen columns and what hangs on it by $expand.</summary>
internal sealed class RowShape<TRow>
    where TRow : class, new()
{
    private readonly EntitySet<TRow> _set;
    private readonly ODataRequest _request;
    private readonly IReadOnlyList<ExpandItem> _items;
    private RowWriter<TRow>? _writer;

    public RowShape(EntitySet<TRow> set, ODataRequest request, IReadOnlyList<string>? selection, IReadOnlyList<ExpandItem> items)
    {
        (_set, _request, Selection, _items) = (set, request, selection, items);
        Expansions = [.. items.Select(item => item.Navigation.Target.Expand<TRow>(item, request, set.Writer.AddressOf))];
        Columns = selection is null ? null : [.. selection, .. Needed()];
    }

    /// <summary>Names in $select; null: all.</summary>
    public IReadOnlyList<string>? Selection { get; }

    public IReadOnlyList<Expansion<TRow>> Expansions { get; }

    /// <summary>Columns to be read, which are more than those shown where an expansion starts from them; null: all.</summary>
    public IReadOnlyList<string>? Columns { get; }

    public RowWriter<TRow> Writer => _writer ??= _set.Writer.Select(Selection, _request.Root, Expansions);

    /// <summary>
    /// The select list of a context URL. An expansion without a $select of its own stands in it by its name, as Excel and Power BI read it;
    /// they call <c>Order()</c> invalid.
    /// </summary>
    public string SelectList
    {
        get
        {
            var expanded = _items.Zip(Expansions, (item, expansion) => (item.Navigation.Name, expansion.SelectList)).ToList();
            var shown = expanded.Where(one => one.SelectList.Length > 0 || Selection is not null).ToList();
            if (Selection is null && shown.Count == 0) return "";
            var names = (Selection ?? ["*"]).Where(name => !shown.Exists(one => one.Name == name));
            return $"({string.Join(',', names.Concat(shown.Select(one => one.Name + one.SelectList)))})";
        }
    }

    /// <summary>Reads what the expansions of these rows hold.</summary>
    public async Task Load(IReadOnlyList<TRow> rows)
    {
        foreach (var expansion in Expansions) await expansion.Load(rows);
    }

    private IEnumerable<string> Needed() => _items.Count == 0 ? []
        : _items.Select(item => item.Navigation.From.Name).Concat(_set.Keys.Select(key => key.Name));
}
