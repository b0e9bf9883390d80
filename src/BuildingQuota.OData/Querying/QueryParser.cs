using System.Linq.Expressions;
using BuildingQuota.OData.Errors;
using BuildingQuota.OData.Model;
using BuildingQuota.OData.Requests;
using Microsoft.OData;
using Microsoft.OData.UriParser;

namespace BuildingQuota.OData.Querying;

/// <summary>
/// Reads the options of a query, or those in the brackets of an $expand, against a set; every refusal of the parser comes out with a
/// code of ours.
/// </summary>
internal sealed class QueryParser(ODataRequest request, EntitySet set, QueryOptions options, ParameterExpression row)
{
    private ODataLimits Limits => request.Model.Limits;

    public LambdaExpression? Filter()
    {
        if (options.Filter is not { } text) return null;
        var lists = InLists.Extract("$filter", text, options.Aliases, Limits.ListItems);
        var scope = new QueryScope(set, request, row) { Option = "$filter", Lists = lists };
        var clause = Parse("$filter", lists.Text, parser => parser.ParseFilter(), scope);
        return Expression.Lambda(new Translator(scope).Predicate(clause.Expression), row);
    }

    public LambdaExpression? Search()
    {
        if (options.Search is not { } text) return null;
        if (set.Searched.Count == 0) throw Searching.NotDeclared(set);
        var scope = new QueryScope(set, request, row) { Option = "$search" };
        var clause = Parse("$search", text, parser => parser.ParseSearch(), scope);
        return Expression.Lambda(Searching.Translate(clause.Expression, scope, set, row), row);
    }

    public Ordering Ordering()
    {
        if (options.OrderBy is not { } text) return Querying.Ordering.Of(set, row, null, null, Limits.OrderTerms);
        var scope = new QueryScope(set, request, row) { Option = "$orderby" };
        var clause = Parse("$orderby", text, parser => parser.ParseOrderBy(), scope);
        return Querying.Ordering.Of(set, row, clause, new(scope), Limits.OrderTerms);
    }

    /// <summary>Names of columns, documents and navigations in the order asked for; null: all of them.</summary>
    public IReadOnlyList<string>? Selection()
    {
        if (options.Select is not { } text) return null;
        var scope = new QueryScope(set, request, row) { Option = "$select" };
        var clause = Parse("$select", text, parser => parser.ParseSelectAndExpand(), scope);
        if (clause.SelectedItems.Any(item => item is WildcardSelectItem)) return null;
        return [.. clause.SelectedItems.Select(item => item is PathSelectItem { SelectedPath: { Count: 1 } path } select
                && !select.HasOptions
            ? path.FirstSegment.Identifier
            : throw scope.Unsupported($"'{text}'")).Distinct()];
    }

    private T Parse<T>(string option, string text, Func<ODataQueryOptionParser, T> parse, QueryScope scope)
    {
        var texts = new Dictionary<string, string>(options.Aliases) { [option] = text };
        var parser = new ODataQueryOptionParser(request.Model.Edm, set.EdmType, set.EdmSet, texts);
        var clause = Guard(option, set, () => parse(parser));
        scope.Aliases = parser.ParameterAliasNodes;
        return clause;
    }

    /// <summary>What the parser throws, as a refusal.</summary>
    public static T Guard<T>(string option, EntitySet set, Func<T> parse)
    {
        try
        {
            return parse();
        }
        catch (Exception failure) when (failure is ODataException or OverflowException or FormatException or ArgumentException
            or NullReferenceException or InvalidCastException or InvalidOperationException)
        {
            throw ParserMessages.Translate(failure, option, set.Names);
        }
    }
}
