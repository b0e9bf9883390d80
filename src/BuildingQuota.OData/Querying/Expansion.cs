using System.Linq.Expressions;
using System.Text.Json;
using BuildingQuota.OData.Model;
using BuildingQuota.OData.Requests;

namespace BuildingQuota.OData.Querying;

/// <summary>An $expand of rows: read for a whole page at once, then written row by row.</summary>
internal abstract class Expansion<TParent>
{
    /// <summary>What a context URL says of it in brackets; empty without a $select inside.</summary>
    public abstract string SelectList { get; }

    public abstract Task Load(IReadOnlyList<TParent> parents);

    public abstract void Write(Utf8JsonWriter json, TParent parent, Representation representation);
}

/// <summary>One statement for all parents of a page, and one more where their rows are counted.</summary>
internal sealed class Expansion<TParent, TRow> : Expansion<TParent>
    where TRow : class, new()
{
    private readonly ExpandItem _item;
    private readonly EntitySet<TRow> _target;
    private readonly ODataRequest _request;
    private readonly Func<TParent, string> _addressOf;
    private readonly CollectionQuery<TRow> _query;
    private readonly Dictionary<object, List<Placed<TRow>>> _rows = [];
    private Dictionary<object, long> _counts = [];
    private object? _cutAt;
    private bool _isCut;

    public Expansion(ExpandItem item, EntitySet<TRow> target, ODataRequest request, Func<TParent, string> addressOf)
    {
        (_item, _target, _request, _addressOf) = (item, target, request, addressOf);
        _query = new(target, item.Options, request, request.Model.Limits.NestedPageSize, item.Budget);
    }

    public override string SelectList => _query.Shape.SelectList;

    public override async Task Load(IReadOnlyList<TParent> parents)
    {
        var values = parents.Select(ValueOf).OfType<object>().Distinct().ToList();
        if (values.Count == 0) return;
        var rows = _query.Filtered(AmongAll(values));
        if (_query.WantsCount || _item.Form == ExpandForm.Count) _counts = await GroupCounts.Read(rows, _item.Navigation.To, _request);
        if (_item.Form == ExpandForm.Count) return;

        await Read(_item.Navigation.IsMany
            ? _query.PageOfEach(rows, _item.Navigation.To, _request.Model.Limits.ExpandedRows + 1)
            : _query.All(rows, _item.Navigation.To));
        await _query.Shape.Load([.. _rows.Values.SelectMany(some => some.Take(_query.Size)).Select(placed => placed.Row)]);
    }

    public override void Write(Utf8JsonWriter json, TParent parent, Representation representation)
    {
        var value = ValueOf(parent);
        var name = _item.Navigation.Name;
        if (_query.WantsCount || _item.Form == ExpandForm.Count)
            json.WriteNumber($"{name}@odata.count", value is null ? 0 : _counts.GetValueOrDefault(value));
        if (_item.Form == ExpandForm.Count) return;

        json.WritePropertyName(name);
        var rows = value is null ? null : _rows.GetValueOrDefault(value);
        if (_item.Navigation.IsMany) WriteMany(json, parent, rows ?? [], representation);
        else if (rows is [var only, ..]) WriteRow(json, only.Row, representation);
        else json.WriteNullValue();
    }

    private void WriteMany(Utf8JsonWriter json, TParent parent, List<Placed<TRow>> rows, Representation representation)
    {
        json.WriteStartArray();
        foreach (var placed in rows.Take(_query.Size)) WriteRow(json, placed.Row, representation);
        json.WriteEndArray();
        if (_query.Size == 0 || !GoesOn(parent, rows)) return;
        var address = $"{_addressOf(parent)}/{_item.Navigation.Name}{(_item.Form == ExpandForm.References ? "/$ref" : "")}";
        long? count = _query.WantsCount ? _counts.GetValueOrDefault(ValueOf(parent)!) : null; // to-many starts at no null
        var last = rows.Take(_query.Size).LastOrDefault();
        json.WriteString($"{_item.Navigation.Name}@odata.nextLink", _query.NextLink(address, last, count));
    }

    /// <summary>There is more than its page, or the page of all parents together was cut before or within it.</summary>
    private bool GoesOn(TParent parent, List<Placed<TRow>> rows) =>
        rows.Count > _query.Size || (_isCut && (rows.Count == 0 || Equals(ValueOf(parent), _cutAt)));

    private void WriteRow(Utf8JsonWriter json, TRow row, Representation representation)
    {
        json.WriteStartObject();
        if (_item.Form == ExpandForm.References) json.WriteString("@odata.id", $"{_request.Root}/{_target.Writer.AddressOf(row)}");
        else _query.Shape.Writer.Write(json, row, representation);
        json.WriteEndObject();
    }

    private async Task Read(IQueryable<Placed<TRow>> query)
    {
        await using var rows = await RowReading.Start(query, _request);
        for (var read = 0; rows.HasRow; read++, await rows.Next())
        {
            var value = _item.Navigation.To.Clr.GetValue(rows.Current.Row)!; // it equals a parent's value, which is not null
            if (_item.Navigation.IsMany && read == _request.Model.Limits.ExpandedRows)
            {
                (_isCut, _cutAt) = (true, _rows.ContainsKey(value) ? value : null);
                return;
            }

            if (!_rows.TryGetValue(value, out var own)) _rows[value] = own = [];
            own.Add(rows.Current);
        }
    }

    private object? ValueOf(TParent parent) => _item.Navigation.From.Clr.GetValue(parent);

    private IQueryable<TRow> AmongAll(List<object> values)
    {
        var to = _item.Navigation.To;
        var row = Expression.Parameter(typeof(TRow), "row");
        var list = Array.CreateInstance(to.ClrType, values.Count);
        for (var i = 0; i < values.Count; i++) list.SetValue(values[i], i);
        var among = Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [to.ClrType], Held.Of(list, list.GetType()),
            Expression.Property(row, to.Clr));
        return _target.Source(_request.Http.RequestServices).Where(Expression.Lambda<Func<TRow, bool>>(among, row));
    }
}
