using System.Linq.Expressions;
using BuildingQuota.OData.Errors;
using BuildingQuota.OData.Model;
using BuildingQuota.OData.Requests;
using Microsoft.OData.UriParser;

namespace BuildingQuota.OData.Querying.Apply;

/// <summary>
/// A collection whose columns the query makes: $apply, then $compute, then $filter, $orderby, $skip, $top, $count and $select over what
/// came of it. One statement, whatever the chain; pages go on by value, as those of a set do.
/// </summary>
internal sealed class ApplyQuery
{
    private readonly ODataRequest _request;
    private readonly QueryOptions _options;
    private readonly Relation _relation;
    private readonly Ordering _ordering;
    private readonly PageEnd? _previous;
    private readonly int _pageSize;

    public ApplyQuery(EntitySet set, IQueryable rows, ODataRequest request, int pageSize)
    {
        (_request, _options, _pageSize) = (request, request.Options, pageSize);
        var parser = new ApplyParser(set, request);
        _relation = parser.Relation(Relation.Of(set, rows));
        _ordering = parser.Ordering(_relation);
        Columns = Selected();
        Wanted = _options.Top;
        if (MayContinue) request.RefuseUnlinkable(Kept);
        if (_options.SkipToken is not { } token) return;

        _options.RefuseBesideToken();
        _previous = request.Model.Tokens.Read(token, $"{request.Path.Text}?{Kept}", _ordering.Terms.Count);
        Wanted = _previous.Remaining;
    }

    public static bool IsFor(QueryOptions options) => options.Apply is not null || options.Compute is not null;

    /// <summary>What a row shows, in its order.</summary>
    public IReadOnlyList<RelationColumn> Columns { get; }

    /// <summary>Over no rows there is still one, of nulls and zeros.</summary>
    public bool IsSingle => _relation.IsSingle && _options.Skip == 0;

    public long? KnownCount => _previous?.Count;

    public int Size => (int)Math.Min(Wanted ?? long.MaxValue, _pageSize);

    private long? Wanted { get; }

    private bool MayContinue => (Wanted ?? long.MaxValue) > _pageSize;

    private string Kept => _options.Without("$top", "$skip", "$skiptoken");

    public async Task<long> Count()
    {
        var count = await RowReading.Count(Project<int>(_relation.Rows.Expression, Expression.Constant(1)), _request);
        return _relation.IsSingle ? 1 : count;
    }

    public IQueryable<Placed<Cells>> Page()
    {
        if (Size == 0) return Enumerable.Empty<Placed<Cells>>().AsQueryable();
        var rows = _relation.Rows.Expression;
        if (_previous is not null) rows = _ordering.After(rows, _previous.Marks);
        rows = _ordering.Sort(rows);
        if (_options.Skip > 0) rows = Cut(nameof(Queryable.Skip), rows, (int)Math.Min(_options.Skip, int.MaxValue));
        rows = Cut(nameof(Queryable.Take), rows, MayContinue ? Size + 1 : Size);
        var cells = Cells.Make([.. Columns.Select(column => column.Value), .. Columns.SelectMany(column => column.Units)]);
        return Project<Placed<Cells>>(rows,
            Placed<Cells>.Of(cells, MayContinue && _ordering.Terms.Count > 0 ? _ordering.Marks() : null));
    }

    public string NextLink(Placed<Cells> last, long? count)
    {
        var end = new PageEnd([.. (last.Marks ?? []).Select(MarkText.Write)], Wanted - Size, count);
        var token = _request.Model.Tokens.Write(end, $"{_request.Path.Text}?{Kept}");
        return $"{_request.Root}/{_request.Path.Address}?{Kept}&$skiptoken={token}";
    }

    private IQueryable<T> Project<T>(Expression rows, Expression value) => _relation.Rows.Provider.CreateQuery<T>(Expression.Call(
        typeof(Queryable), nameof(Queryable.Select), [_relation.Row.Type, typeof(T)], rows,
        Expression.Quote(Expression.Lambda(value, _relation.Row))));

    /// <summary>The number is held, so that the statement is the same for every page.</summary>
    private MethodCallExpression Cut(string method, Expression rows, int number) =>
        Expression.Call(typeof(Queryable), method, [_relation.Row.Type], rows, Held.Of(number, typeof(int)));

    private IReadOnlyList<RelationColumn> Selected()
    {
        if (_options.Select is not { } text || text.Trim() == "*") return _relation.Columns;
        return [.. QuotedText.Split(text).Distinct().Select(name => _relation.Find(name) ?? throw ODataRefusal.UnknownName(400,
            ErrorCodes.UnknownProperty, $"$select names '{name}', which is not in the result.", name,
            _relation.Columns.Select(column => column.Path), "$select"))];
    }

    /// <summary>One parser for all options, since each knows what the ones before it made.</summary>
    private sealed class ApplyParser
    {
        private readonly EntitySet _set;
        private readonly ODataRequest _request;
        private readonly QueryOptions _options;
        private readonly InLists? _applyLists;
        private readonly InLists? _filterLists;
        private readonly ODataQueryOptionParser _parser;

        public ApplyParser(EntitySet set, ODataRequest request)
        {
            (_set, _request, _options) = (set, request, request.Options);
            _options.AllowOnly("$apply and $compute", "$apply", "$compute", "$filter", "$orderby", "$top", "$skip", "$count", "$select",
                "$skiptoken", "$format");
            var texts = new Dictionary<string, string>(_options.Aliases);
            _applyLists = Lists("$apply", _options.Apply);
            _filterLists = Lists("$filter", _options.Filter);
            if (_applyLists is not null) texts["$apply"] = _applyLists.Text;
            if (_filterLists is not null) texts["$filter"] = _filterLists.Text;
            if (_options.Compute is { } compute) texts["$compute"] = compute;
            if (_options.OrderBy is { } order) texts["$orderby"] = order;
            _parser = new(request.Model.Edm, set.EdmType, set.EdmSet, texts);
        }

        /// <summary>In this order, as the parser's own takes $filter before the aliases that it names.</summary>
        public Relation Relation(Relation start)
        {
            var relation = Steps(_applyLists).Apply(start, Read("$apply", _options.Apply, () => _parser.ParseApply()));
            if (Read("$compute", _options.Compute, () => _parser.ParseCompute()) is { } compute)
                relation = Steps(null).Compute(relation, compute.ComputedItems, "$compute");
            return Read("$filter", _options.Filter, () => _parser.ParseFilter()) is { } filter
                ? Steps(_filterLists).Filter(relation, filter, "$filter")
                : relation;
        }

        public Ordering Ordering(Relation relation)
        {
            var clause = Read("$orderby", _options.OrderBy, () => _parser.ParseOrderBy());
            var scope = relation.Scope(_set, _request, null, _parser.ParameterAliasNodes, "$orderby");
            return Querying.Ordering.Of(relation.Columns.Where(column => column.IsKey).Select(column => column.Value), relation.Row, clause,
                new(scope), _request.Model.Limits.OrderTerms);
        }

        private Transformations Steps(InLists? lists) => new(_set, _request, lists, _parser.ParameterAliasNodes);

        private InLists? Lists(string option, string? text) =>
            text is null ? null : InLists.Extract(option, text, _options.Aliases, _request.Model.Limits.ListItems);

        private T? Read<T>(string option, string? text, Func<T> parse)
            where T : class => text is null ? null : QueryParser.Guard(option, _set, parse);
    }
}
