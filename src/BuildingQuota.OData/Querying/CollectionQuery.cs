using System.Linq.Expressions;
using BuildingQuota.OData.Model;
using BuildingQuota.OData.Requests;

namespace BuildingQuota.OData.Querying;

/// <summary>
/// Rows of a set as asked for, at the top of a request or within an $expand: filter, count, order, continuation, page and columns.
/// </summary>
internal sealed class CollectionQuery<TRow>
    where TRow : class, new()
{
    private readonly EntitySet<TRow> _set;
    private readonly QueryOptions _options;
    private readonly ParameterExpression _row = Expression.Parameter(typeof(TRow), "row");
    private readonly Expression<Func<TRow, bool>>? _filter;
    private readonly Expression<Func<TRow, bool>>? _search;
    private readonly Ordering _ordering;
    private readonly PageEnd? _previous;
    private readonly ODataRequest _request;
    private readonly int _pageSize;

    public CollectionQuery(EntitySet<TRow> set, QueryOptions options, ODataRequest request, int pageSize, ExpandBudget? budget = null)
    {
        (_set, _request, _options, _pageSize) = (set, request, options, pageSize);
        var parser = new QueryParser(request, set, options, _row);
        _filter = (Expression<Func<TRow, bool>>?)parser.Filter();
        _search = (Expression<Func<TRow, bool>>?)parser.Search();
        _ordering = parser.Ordering();
        Shape = new(set, request, parser.Selection(), ExpandParser.Parse(set, options, budget ?? new(request.Model.Limits)));
        (WantsCount, Wanted) = (_options.Count, _options.Top);
        if (budget is null && MayContinue) request.RefuseUnlinkable(Kept);
        if (_options.SkipToken is not { } token) return;

        _options.RefuseBesideToken();
        _previous = request.Model.Tokens.Read(token, $"{request.Path.Text}?{Kept}", _ordering.Terms.Count);
        Wanted = _previous.Remaining;
    }

    public RowShape<TRow> Shape { get; }
    public bool WantsCount { get; }

    /// <summary>Rows still wanted of $top, this page included; null: all.</summary>
    public long? Wanted { get; }

    /// <summary>Known from the first page on.</summary>
    public long? KnownCount => _previous?.Count;

    /// <summary>Rows of this page at most.</summary>
    public int Size => (int)Math.Min(Wanted ?? long.MaxValue, _pageSize);

    /// <summary>Whether the page can be cut short of what is wanted, so that one row more is read to know.</summary>
    private bool MayContinue => (Wanted ?? long.MaxValue) > _pageSize;

    private string Kept => _options.Without("$top", "$skip", "$skiptoken");

    public IQueryable<TRow> Filtered(IQueryable<TRow> source)
    {
        if (_filter is not null) source = source.Where(_filter);
        return _search is null ? source : source.Where(_search);
    }

    public IQueryable<Placed<TRow>> Page(IQueryable<TRow> filtered) =>
        Size == 0 ? Enumerable.Empty<Placed<TRow>>().AsQueryable() : Sorted(filtered).Select(Placement([]));

    /// <summary>Every row, in no order: for navigations that lead to one row each.</summary>
    public IQueryable<Placed<TRow>> All(IQueryable<TRow> rows, RowProperty to) => rows.Select(Placement([to.Name]));

    /// <summary>
    /// A page for each of several parents in one statement: <paramref name="filtered"/> holds the rows of all of them, and each parent's
    /// are numbered in a window of their own. At most <paramref name="most"/> in all, in the order of the parents' values.
    /// </summary>
    public IQueryable<Placed<TRow>> PageOfEach(IQueryable<TRow> filtered, RowProperty to, int most)
    {
        if (Size == 0) return Enumerable.Empty<Placed<TRow>>().AsQueryable();
        var value = Expression.Property(_row, to.Clr);
        return (IQueryable<Placed<TRow>>)new Func<IQueryable<TRow>, Expression, RowProperty, int, IQueryable<Placed<TRow>>>(Each<int>)
            .Method.GetGenericMethodDefinition().MakeGenericMethod(value.Type).Invoke(this, [filtered, value, to, most])!; // never null
    }

    /// <summary>Where the rows after <paramref name="last"/> are; null stands for the beginning.</summary>
    public string NextLink(string address, Placed<TRow>? last, long? count)
    {
        if (last is null) return Link(address, _options.Without());
        var end = new PageEnd([.. (last.Marks ?? _ordering.MarksOf(last.Row)).Select(MarkText.Write)], Wanted - Size, count);
        var token = _request.Model.Tokens.Write(end, $"{ResourcePath.TextOf(address)}?{Kept}");
        return Link(address, $"{Kept}{(Kept.Length > 0 ? "&" : "")}$skiptoken={token}");
    }

    private string Link(string address, string query) => $"{_request.Root}/{address}{(query.Length > 0 ? "?" : "")}{query}";

    private IQueryable<Placed<TRow>> Each<TValue>(IQueryable<TRow> filtered, Expression value, RowProperty to, int most)
    {
        var parent = Expression.Parameter(value.Type, "parent");
        var own = filtered.Where(Expression.Lambda<Func<TRow, bool>>(Expression.Equal(value, parent), _row));
        return _ordering.Sort(filtered.Select(Expression.Lambda<Func<TRow, TValue>>(value, _row)).Distinct()
                .SelectMany(Expression.Lambda<Func<TValue, IEnumerable<TRow>>>(Sorted(own).Expression, parent)), first: value)
            .Take(most).Select(Placement([to.Name]));
    }

    private IQueryable<TRow> Sorted(IQueryable<TRow> rows)
    {
        if (_previous is not null) rows = _ordering.After(rows, _previous.Marks);
        rows = _ordering.Sort(rows);
        if (_options.Skip > 0) rows = rows.Skip((int)Math.Min(_options.Skip, int.MaxValue));
        return rows.Take(MayContinue ? Size + 1 : Size);
    }

    private Expression<Func<TRow, Placed<TRow>>> Placement(IEnumerable<string> needed)
    {
        if (MayContinue && _ordering.IsByColumns) needed = needed.Concat(_ordering.Columns);
        var row = Shape.Columns is null ? (Expression)_row : Columns.Only(_row, _set, [.. Shape.Columns, .. needed]);
        return Placed<TRow>.From(_row, row, MayContinue && !_ordering.IsByColumns ? _ordering.Marks() : null);
    }
}
