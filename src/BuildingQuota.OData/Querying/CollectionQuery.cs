using System.Linq.Expressions;
using BuildingQuota.OData.Errors;
using BuildingQuota.OData.Requests;

namespace BuildingQuota.OData.Querying;

/// <summary>A collection request as a query: filter, count, order, continuation, page and columns.</summary>
internal sealed class CollectionQuery<TRow>
    where TRow : class, new()
{
    private readonly QueryOptions _options;
    private readonly ParameterExpression _row = Expression.Parameter(typeof(TRow), "row");
    private readonly Expression<Func<TRow, bool>>? _filter;
    private readonly Ordering _ordering;
    private readonly PageEnd? _previous;
    private readonly ODataRequest _request;
    private readonly int _pageSize;

    public CollectionQuery(ODataRequest request, int pageSize)
    {
        (_request, _options, _pageSize) = (request, request.Options, pageSize);
        var parser = new QueryParser(request, _row);
        _filter = (Expression<Func<TRow, bool>>?)parser.Filter();
        _ordering = parser.Ordering();
        Selection = parser.Selection();
        (WantsCount, Wanted) = (_options.Count, _options.Top);
        if (_options.SkipToken is not { } token) return;

        if (_options.Top is not null || _options.Skip > 0)
            throw ODataRefusal.BadRequest(ErrorCodes.ConflictingOptions, "$skiptoken already carries $top and $skip. Leave them out.",
                "$skiptoken");
        _previous = request.Model.Tokens.Read(token, Signed(), _ordering.Terms.Count);
        Wanted = _previous.Remaining;
    }

    public IReadOnlyList<string>? Selection { get; }
    public bool WantsCount { get; }

    /// <summary>Rows still wanted of $top, this page included; null: all.</summary>
    public long? Wanted { get; }

    /// <summary>Known from the first page on.</summary>
    public long? KnownCount => _previous?.Count;

    /// <summary>Rows of this page at most.</summary>
    public int Size => (int)Math.Min(Wanted ?? long.MaxValue, _pageSize);

    /// <summary>Whether the page can be cut short of what is wanted, so that one row more is read to know.</summary>
    private bool MayContinue => (Wanted ?? long.MaxValue) > _pageSize;

    public IQueryable<TRow> Filtered(IQueryable<TRow> source) => _filter is null ? source : source.Where(_filter);

    public IQueryable<Placed<TRow>> Page(IQueryable<TRow> filtered)
    {
        if (Size == 0) return Enumerable.Empty<Placed<TRow>>().AsQueryable();
        var rows = filtered;
        if (_previous is not null)
            rows = _ordering.After(rows, [.. _previous.Marks.Zip(_ordering.Terms, (mark, term) => MarkText.Read(mark, term.Value.Type))]);
        rows = _ordering.Sort(rows);
        if (_options.Skip > 0) rows = rows.Skip((int)Math.Min(_options.Skip, int.MaxValue));
        return rows.Take(MayContinue ? Size + 1 : Size).Select(Placement());
    }

    public string NextLink(Placed<TRow> last, long? count)
    {
        var end = new PageEnd([.. (last.Marks ?? _ordering.MarksOf(last.Row)).Select(MarkText.Write)], Wanted - Size, count);
        var kept = Signed();
        var token = _request.Model.Tokens.Write(end, kept);
        return $"{_request.Root}/{_request.Path.Set!.Name}?{kept}{(kept.Length > 0 ? "&" : "")}$skiptoken={token}";
    }

    private string Signed() => _options.Without("$top", "$skip", "$skiptoken");

    private Expression<Func<TRow, Placed<TRow>>> Placement()
    {
        var needed = MayContinue && _ordering.IsByColumns ? _ordering.Columns : [];
        var row = Selection is null ? (Expression)_row : Columns.Only(_row, _request.Path.Set!, [.. Selection, .. needed]);
        return Placed<TRow>.From(_row, row, MayContinue && !_ordering.IsByColumns ? _ordering.Marks() : null);
    }
}
