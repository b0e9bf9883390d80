using BuildingQuota.Features.Lists;
using Microsoft.AspNetCore.WebUtilities;

namespace BuildingQuota.Web.Pages.Shared;

/// <summary>Where a list stands, for the links below it: the same question, another page.</summary>
public sealed record Pager(int Page, int Pages, int First, int Last, int Total)
{
    /// <summary>Name of the query parameter.</summary>
    public string Parameter { get; init; } = "page";

    public static Pager Of<T>(Listing<T> list) => new(list.Page, list.Pages, list.First, list.Last, list.Total);

    public string UrlOf(int page, HttpRequest request) => Links.With(request, Parameter,
        page.ToString(System.Globalization.CultureInfo.InvariantCulture));
}

/// <summary>The address of the current page with one parameter changed.</summary>
public static class Links
{
    public static string With(HttpRequest request, string name, string? value)
    {
        var query = request.Query.Where(pair => pair.Key != name && !(name != "page" && pair.Key == "page"))
            .SelectMany(pair => pair.Value, (pair, text) => KeyValuePair.Create(pair.Key, text))
            .Where(pair => !string.IsNullOrEmpty(pair.Value)).ToList();
        if (value is not null) query.Add(KeyValuePair.Create(name, (string?)value));
        return QueryHelpers.AddQueryString(request.Path, query);
    }

    /// <summary>The same page sorted by a column; by the other direction when it is sorted by it already.</summary>
    public static string Sorted(HttpRequest request, string column) =>
        With(request, "sort", request.Query["sort"] == "-" + column ? column : request.Query["sort"] == column ? "-" + column
            : "-" + column);
}
