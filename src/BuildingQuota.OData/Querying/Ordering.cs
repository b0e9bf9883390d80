using System.Linq.Expressions;
using System.Reflection;
using BuildingQuota.OData.Errors;
using BuildingQuota.OData.Model;
using Microsoft.OData.UriParser;

namespace BuildingQuota.OData.Querying;

/// <summary>The order of a collection, completed by the key so that no two rows are equal in it, and its continuation.</summary>
internal sealed class Ordering
{
    private readonly ParameterExpression _row;

    private Ordering(ParameterExpression row, IReadOnlyList<OrderTerm> terms) => (_row, Terms) = (row, terms);

    public IReadOnlyList<OrderTerm> Terms { get; }

    public static Ordering Of(EntitySet set, ParameterExpression row, OrderByClause? clause, Translator? translator, int most) =>
        Of(set.Keys.Select(key => Expression.Property(row, key.Clr)), row, clause, translator, most);

    /// <param name="keys">What tells two rows apart.</param>
    /// <param name="row">The row that they are of.</param>
    /// <param name="clause">What was asked for.</param>
    /// <param name="translator">Given where a clause is.</param>
    /// <param name="most">Terms that may be asked for.</param>
    public static Ordering Of(IEnumerable<Expression> keys, ParameterExpression row, OrderByClause? clause, Translator? translator,
        int most)
    {
        var terms = new List<OrderTerm>();
        for (; clause is not null; clause = clause.ThenBy)
        {
            if (terms.Count == most)
                throw ODataRefusal.BadRequest(ErrorCodes.TooManyOrderTerms, $"$orderby has more than {most} terms.", "$orderby");
            terms.Add(Term(translator!.Text(clause.Expression), clause.Direction == OrderByDirection.Descending, translator.Scope));
        }

        foreach (var value in keys.Select(EnumText.AsText))
            if (!terms.Exists(term => term.Value.ToString() == value.ToString()))
                terms.Add(new(value, Descending: false, Nulls.MayBe(value)));

        return new(row, terms);
    }

    /// <param name="rows">In any order.</param>
    /// <param name="first">What goes before the order itself.</param>
    public IQueryable<TRow> Sort<TRow>(IQueryable<TRow> rows, Expression? first = null) =>
        rows.Provider.CreateQuery<TRow>(Sort(rows.Expression, first));

    public Expression Sort(Expression rows, Expression? first = null)
    {
        var keys = Terms.SelectMany(term => term.SortKeys.Select(key => (Key: key, term.Descending)));
        if (first is not null) keys = keys.Prepend((first, false));
        var verb = "OrderBy";
        foreach (var (key, descending) in keys)
        {
            rows = Expression.Call(typeof(Queryable), descending ? verb + "Descending" : verb, [_row.Type, key.Type], rows,
                Expression.Quote(Expression.Lambda(key, _row)));
            verb = "ThenBy";
        }

        return rows;
    }

    /// <summary>Rows after the one with these marks: A &gt; a, or A = a and B &gt; b, and so on.</summary>
    public IQueryable<TRow> After<TRow>(IQueryable<TRow> rows, IReadOnlyList<string?> marks) =>
        rows.Provider.CreateQuery<TRow>(After(rows.Expression, marks));

    public Expression After(Expression rows, IReadOnlyList<string?> texts)
    {
        var marks = texts.Zip(Terms, (mark, term) => MarkText.Read(mark, term.Value.Type)).ToList();
        Expression after = Expression.Constant(false);
        for (var i = Terms.Count - 1; i >= 0; i--)
        {
            var tie = i == Terms.Count - 1 ? null : Expression.AndAlso(Terms[i].IsAt(marks[i]), after);
            after = (Terms[i].IsAfter(marks[i]), tie) switch
            {
                (null, null) => Expression.Constant(false),
                (null, { } equal) => equal,
                ({ } beyond, null) => beyond,
                ({ } beyond, { } equal) => Expression.OrElse(beyond, equal),
            };
        }

        return Expression.Call(typeof(Queryable), nameof(Queryable.Where), [_row.Type], rows,
            Expression.Quote(Expression.Lambda(after, _row)));
    }

    /// <summary>Then a row tells its own marks, and the database need not.</summary>
    public bool IsByColumns => Terms.All(term => term.Column is not null);

    public IEnumerable<string> Columns => Terms.Select(term => term.Column?.Member.Name).OfType<string>();

    public object?[] MarksOf(object row) =>
        [.. Terms.Select(term => ((PropertyInfo)term.Column!.Member).GetValue(row))]; // only asked when the order is by columns

    /// <summary>The values by which a row stands where it stands, for the token of the next page.</summary>
    public NewArrayExpression Marks() =>
        Expression.NewArrayInit(typeof(object), Terms.Select(term => Expression.Convert(term.Value, typeof(object))));

    private static OrderTerm Term(Expression value, bool descending, QueryScope scope)
    {
        if (!ColumnFinder.IsIn(value)) throw scope.Mismatch("a term orders by nothing of the row. Name a property.");
        return new(value, descending, Nulls.MayBe(value));
    }

    private sealed class ColumnFinder : ExpressionVisitor
    {
        private bool _found;

        public static bool IsIn(Expression expression)
        {
            var finder = new ColumnFinder();
            finder.Visit(expression);
            return finder._found;
        }

        protected override Expression VisitParameter(ParameterExpression node)
        {
            _found = true;
            return node;
        }
    }
}
