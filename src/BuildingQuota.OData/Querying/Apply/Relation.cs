using System.Linq.Expressions;
using BuildingQuota.OData.Errors;
using BuildingQuota.OData.Model;
using BuildingQuota.OData.Requests;
using Microsoft.OData.UriParser;

namespace BuildingQuota.OData.Querying.Apply;

/// <summary>
/// What the transformations of $apply have made so far: a query and the columns that can be named in it. It begins as the rows of a set;
/// a grouping makes it rows of cells, and everything before it is then out of reach.
/// </summary>
internal sealed record Relation
{
    private const int MostColumns = 200;

    public required IQueryable Rows { get; init; }
    public required ParameterExpression Row { get; init; }
    public required IReadOnlyList<RelationColumn> Columns { get; init; }

    /// <summary>The set whose rows these still are; null after a grouping.</summary>
    public EntitySet? Set { get; init; }

    /// <summary>Aggregated as a whole: one row, also over nothing.</summary>
    public bool IsSingle { get; init; }

    public static Relation Of(EntitySet set, IQueryable rows)
    {
        var row = Expression.Parameter(set.RowType, "row");
        return new()
        {
            Rows = rows,
            Row = row,
            Set = set,
            Columns = [.. set.Properties.Select(property => new RelationColumn(property.Name, Expression.Property(row, property.Clr))
            {
                IsKey = set.Keys.Contains(property),
                Units = property.Unit is { } unit ? [Expression.Property(row, unit.Clr)] : [],
            })],
        };
    }

    public RelationColumn? Find(string path) => Columns.FirstOrDefault(column => column.Path == path);

    public Relation Where(Expression condition) => this with
    {
        Rows = Rows.Provider.CreateQuery(Expression.Call(typeof(Queryable), nameof(Queryable.Where), [Row.Type], Rows.Expression,
            Expression.Quote(Expression.Lambda(condition, Row)))),
        IsSingle = false,
    };

    public Relation With(RelationColumn column)
    {
        if (Find(column.Path) is not null || Set?.Names.Contains(column.Path) == true)
            throw Taken(column.Path);
        return Within([.. Columns, column]);
    }

    /// <summary>Groups of rows that agree in the keys; none: everything is one group.</summary>
    public Relation Group(IReadOnlyList<RelationColumn> keys, Func<Expression, IEnumerable<RelationColumn>> aggregate)
    {
        var key = keys.Count == 0 ? (Expression)Expression.Constant(1) : Cells.Make([.. keys.Select(one => one.Value)]);
        var (same, group) = (Expression.Parameter(key.Type, "key"), Expression.Parameter(
            typeof(IEnumerable<>).MakeGenericType(Row.Type), "group"));
        var made = keys.Select((one, i) => one with { Value = Cells.At(same, i), IsKey = true, Units = [] })
            .Concat(aggregate(group)).ToList();
        var heads = made.Where(column => column.IsKey).Select(column => column.Path.Split('/')[0]).Distinct()
            .Concat(made.Where(column => !column.IsKey).Select(column => column.Path)).ToList();
        if (heads.Find(name => heads.IndexOf(name) != heads.LastIndexOf(name)) is { } twice) throw Taken(twice);
        var values = made.Select(column => column.Value).Concat(made.SelectMany(column => column.Units)).ToList();
        var cells = Cells.Make(values);
        var row = Expression.Parameter(cells.Type, "row");
        var units = made.Count;
        return new Relation
        {
            Rows = Rows.Provider.CreateQuery(Expression.Call(typeof(Queryable), nameof(Queryable.GroupBy),
                [Row.Type, key.Type, cells.Type], Rows.Expression, Expression.Quote(Expression.Lambda(key, Row)),
                Expression.Quote(Expression.Lambda(cells, same, group)))),
            Row = row,
            IsSingle = keys.Count == 0,
            Columns = [],
        }.Within([.. made.Select((column, i) => column with
        {
            Value = Cells.At(row, i),
            Units = [.. column.Units.Select(_ => Cells.At(row, units++))],
        })]);
    }

    /// <summary>What an expression of a transformation may name here.</summary>
    public QueryScope Scope(EntitySet owner, ODataRequest request, InLists? lists, IDictionary<string, SingleValueNode>? aliases,
        string option) => new(owner, request, Row) { Option = option, Lists = lists, Aliases = aliases, Relation = this };

    private static ODataRefusal Taken(string name) => ODataRefusal.BadRequest(ErrorCodes.BadSyntax,
        $"The name {name} is taken already. Choose another alias.", "$apply");

    private Relation Within(IReadOnlyList<RelationColumn> columns) => columns.Count <= MostColumns
        ? this with { Columns = columns }
        : throw ODataRefusal.BadRequest(ErrorCodes.TooManyNodes, $"$apply makes more than {MostColumns} columns.", "$apply");
}
