using BuildingQuota.OData.Tests.Shop;

namespace BuildingQuota.OData.Tests;

/// <summary>Behaviours 11, 35 and 41: nothing is ignored; a refusal has a code, a place and, for names, the nearest right one.</summary>
[Collection(ShopTests.Name)]
public sealed class RefusalTests(Stores stores)
{
    private readonly ShopHost _host = stores[Store.Sqlite];

    [Theory]
    [InlineData("Books?$fitler=Id eq 1", "query.unknown-option", "$filter")]
    [InlineData("Books?filter=Id eq 1", "query.unknown-option", "$filter")]
    [InlineData("Books?$Top=1", "query.unknown-option", "$top")]
    [InlineData("Books?$wibble=1", "query.unknown-option", null)]
    [InlineData("Books?sap-client=100", "query.unknown-option", null)]
    [InlineData("Books?$filter=Titel eq 'a'", "query.unknown-property", "Title")]
    [InlineData("Books?$filter=title eq 'a'", "query.unknown-property", "Title")]
    [InlineData("Books?$orderby=Prize", "query.unknown-property", "Price")]
    [InlineData("Books?$select=Id,Sould", "query.unknown-property", "Sold")]
    [InlineData("Books?$filter=contians(Title,'a')", "query.unknown-function", "contains")]
    [InlineData("Books?$filter=Genre eq 'poetry'", "query.unknown-value", "Poetry")]
    [InlineData("Books?$filter=Genre in ('Poetri')", "query.unknown-value", "Poetry")]
    [InlineData("Books?$filter=Mood ne 'Merri'", "query.unknown-value", "Merry")]
    public async Task B35_a_wrong_name_is_refused_and_the_nearest_right_one_told(string url, string code, string? suggestion)
    {
        var (status, error) = await _host.Refused(url);

        Assert.Equal(400, status);
        Assert.Equal(code, (string?)error["code"]);
        Assert.Equal(suggestion, (string?)error["details"]?[0]?["message"]);
        if (suggestion is not null) Assert.Contains($"Did you mean '{suggestion}'?", (string?)error["message"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Books?$top=1&$top=2", "400 query.duplicate-option")]
    [InlineData("Books?$filter=", "400 query.empty-option")]
    [InlineData("Books?$filter", "400 query.empty-option")]
    [InlineData("Places?$expand=Author", "400 query.unknown-property")]
    [InlineData("Books?$expand=Title", "400 query.unknown-property")]
    [InlineData("Books?$expand=Author,Author", "400 query.duplicate-option")]
    [InlineData("Books?$expand=Author(", "400 query.bad-syntax")]
    [InlineData("Books?$expand=Author()x", "400 query.bad-syntax")]
    [InlineData("Books?$expand=Author(select)", "400 query.bad-syntax")]
    [InlineData("Books?$expand=Author/$count", "400 query.bad-syntax")]
    [InlineData("Books?$expand=Author/Books", "501 query.unsupported-expression")]
    [InlineData("Books?$expand=Author($top=1)", "400 query.inapplicable-option")]
    [InlineData("Books?$expand=Author($skiptoken=A)", "400 query.unknown-option")]
    [InlineData("Books?$expand=Author($levels=2)", "400 query.inapplicable-option")]
    [InlineData("Authors?$expand=Books($fitler=Id eq 1)", "400 query.unknown-option")]
    [InlineData("Authors?$expand=Books($filter=Titel eq 'a')", "400 query.unknown-property")]
    [InlineData("Authors?$expand=Books($top=1;$top=2)", "400 query.duplicate-option")]
    [InlineData("Authors?$expand=Books($top=x)", "400 query.bad-number")]
    [InlineData("Authors?$expand=Books/$ref($select=Id)", "400 query.inapplicable-option")]
    [InlineData("Sections?$expand=Parts($levels=0)", "400 query.bad-number")]
    [InlineData("Sections?$expand=Parts($levels=5)", "400 query.too-deep")]
    [InlineData("Books?$filter=Author/Nam eq 'a'", "400 query.unknown-property")]
    [InlineData("Authors?$filter=Books/any(b:c/Id eq 1)", "400 query.unknown-property")]
    [InlineData("Authors?$filter=Books/any(b:b/Author/Books/any(c:c/Author/Books/any(d:d/Id eq 1)))", "400 query.too-deep")]
    [InlineData("Authors?$filter=Books/Id eq 1", "400 query.bad-syntax")]
    [InlineData("Authors?$orderby=Books", "400 query.bad-syntax")]
    [InlineData("Books(1)/Authors", "404 resource.unknown")]
    [InlineData("Books(1)/Author/Bocks", "404 resource.unknown")]
    [InlineData("Books(9999)/Author", "404 resource.not-found")]
    [InlineData("Authors('nobody')/Books", "404 resource.not-found")]
    [InlineData("Authors('鲁迅')/Books(1)", "404 resource.not-found")]
    [InlineData("Books(1)/Author/$ref?$select=Name", "400 query.inapplicable-option")]
    [InlineData("Books?$select=Author($select=Name)", "400 query.bad-syntax")]
    [InlineData("Books?$select=Author/Name", "400 query.bad-syntax")]
    [InlineData("Books/$ref?$select=Id", "400 query.inapplicable-option")]
    [InlineData("Places?$search=a", "501 query.unsupported-option")]
    [InlineData("Books?$search=\"a", "400 query.bad-literal")]
    [InlineData("Books?$search=a AND", "400 query.bad-syntax")]
    [InlineData("Books?$apply=groupby((Genre))&$search=a", "400 query.inapplicable-option")]
    [InlineData("Books?$apply=foo", "400 query.bad-syntax")]
    [InlineData("Books?$apply=aggregate(Prise with sum as S)", "400 query.unknown-property")]
    [InlineData("Books?$apply=aggregate(Title with sum as S)", "400 query.type-mismatch")]
    [InlineData("Books?$apply=aggregate(InPrint with max as S)", "400 query.type-mismatch")]
    [InlineData("Books?$apply=aggregate(Price with median as S)", "400 query.bad-syntax")]
    [InlineData("Books?$apply=groupby((Id),aggregate($count as Id))", "400 query.bad-syntax")]
    [InlineData("Books?$apply=groupby((Genre),aggregate($count as N))&$filter=Price gt 1", "400 query.unknown-property")]
    [InlineData("Books?$apply=groupby((Genre),aggregate($count as N))&$orderby=Price", "400 query.unknown-property")]
    [InlineData("Books?$apply=groupby((Genre),aggregate($count as N))&$select=Price", "400 query.unknown-property")]
    [InlineData("Books?$apply=groupby((Genre))&$expand=Author", "400 query.inapplicable-option")]
    [InlineData("Books?$apply=concat(aggregate($count as N),identity)", "400 query.bad-syntax")]
    [InlineData("Books?$apply=topcount(2,Price)", "400 query.bad-syntax")]
    [InlineData("Books?$apply=filter(Id in (1,2)", "400 query.bad-syntax")]
    [InlineData("Books?$apply=groupby((Genre))&$skiptoken=abc", "400 query.bad-token")]
    [InlineData("Books?$compute=Price mul 2 as Price", "400 query.bad-syntax")]
    [InlineData("Books?$compute=Price mul 2", "400 query.bad-syntax")]
    [InlineData("Books(1)?$apply=aggregate($count as N)", "400 query.inapplicable-option")]
    [InlineData("Books?$top=-1", "400 query.bad-number")]
    [InlineData("Books?$top=a", "400 query.bad-number")]
    [InlineData("Books?$skip=1.5", "400 query.bad-number")]
    [InlineData("Books?$count=yes", "400 query.bad-literal")]
    [InlineData("Books?$filter=Id eq", "400 query.bad-syntax")]
    [InlineData("Books?$filter=Title eq 'a", "400 query.bad-literal")]
    [InlineData("Books?$filter=Title EQ 'a'", "400 query.bad-syntax")]
    [InlineData("Books?$filter=Title eq 1", "400 query.type-mismatch")]
    [InlineData("Books?$filter=Title", "400 query.type-mismatch")]
    [InlineData("Books?$filter=Published eq '2024-01-01'", "400 query.type-mismatch")]
    [InlineData("Books?$filter=Published in ('x')", "400 query.bad-literal")]
    [InlineData("Books?$filter=Published in (2024-02-30)", "400 query.bad-literal")]
    [InlineData("Books?$filter=Id in ()", "400 query.bad-syntax")]
    [InlineData("Books?$filter=Id in (1", "400 query.bad-syntax")]
    [InlineData("Books?$filter=Id in (1,,2)", "400 query.bad-syntax")]
    [InlineData("Books?$filter=Price gt INF", "400 query.bad-literal")]
    [InlineData("Books?$filter=contains(Title)", "400 query.bad-arguments")]
    [InlineData("Books?$filter=Id div 0 eq 1", "400 query.not-calculable")]
    [InlineData("Books?$filter=InPrint gt false", "400 query.type-mismatch")]
    [InlineData("Books?$filter=fractionalseconds(AddedAt) eq 1", "501 query.unsupported-function")]
    [InlineData("Books?$filter=round(Weight) eq 1", "501 query.unsupported-function")]
    [InlineData("Books?$filter=hour(AddedAt) eq 1", "501 query.unsupported-function")]
    [InlineData("Books?$filter=month(AddedAt) eq 1", "501 query.unsupported-function")]
    [InlineData("Books?$filter=cast(Id,Edm.String) eq '1'", "501 query.unsupported-function")]
    [InlineData("Books?$filter=Id eq @a", "400 query.unknown-alias")]
    [InlineData("Books?$filter=Id in @a", "400 query.unknown-alias")]
    [InlineData("Books?$filter=Id eq 1&@a=1", "400 query.unused-alias")]
    [InlineData("Books?$format=xml", "406 request.not-acceptable")]
    [InlineData("Books?$format=application/json;odata.metadata=full", "406 request.not-acceptable")]
    [InlineData("Books(1)?$filter=Id eq 1", "400 query.inapplicable-option")]
    [InlineData("Books/$count?$top=1", "400 query.inapplicable-option")]
    [InlineData("$metadata?$top=1", "400 query.inapplicable-option")]
    [InlineData("Books(9999)", "404 resource.not-found")]
    [InlineData("Books('a')", "400 request.bad-path")]
    [InlineData("Books(", "400 request.bad-path")]
    [InlineData("Bocks", "404 resource.unknown")]
    [InlineData("Books(1)/Nothing", "404 resource.unknown")]
    [InlineData("Broken('a')/Letter", "404 resource.unknown")]
    [InlineData("Books(1)/Title/length", "404 resource.unknown")]
    [InlineData("$batch", "501 request.unsupported-batch")]
    [InlineData("$crossjoin(Books,Authors)", "404 resource.unknown")]
    public async Task B41_a_question_that_cannot_be_answered_is_refused_with_a_code(string url, string expected) =>
        Assert.Equal(expected, await _host.Code(url));

    [Fact]
    public async Task A_syntax_error_names_its_option_and_position()
    {
        var (_, error) = await _host.Refused("Books?$filter=Id eq 1 und Id eq 2");
        Assert.Equal("$filter", (string?)error["target"]);
        Assert.Contains("at position 11", (string?)error["message"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("POST", "Books", 405, "request.method-not-allowed")]
    [InlineData("DELETE", "Books(1)", 405, "request.method-not-allowed")]
    [InlineData("PATCH", "", 405, "request.method-not-allowed")]
    [InlineData("POST", "$batch", 415, "request.unsupported-media-type")]
    [InlineData("POST", "Books/$query", 415, "request.unsupported-media-type")]
    public async Task Only_reading_is_possible(string verb, string url, int status, string code)
    {
        var (actual, error) = await _host.Refused(url, new HttpMethod(verb));
        Assert.Equal((status, code), (actual, (string?)error["code"]));
    }

    [Fact]
    public async Task B41_a_failure_of_ours_tells_a_trace_id_and_nothing_else()
    {
        var (status, error) = await _host.Refused("Broken");
        Assert.Equal(500, status);
        Assert.Equal("server.failure", (string?)error["code"]);
        Assert.DoesNotContain("secret-of-the-house", error.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fact_of_the_data_that_a_query_stumbles_over_is_told_as_such()
    {
        Assert.Equal("400 query.not-calculable", await stores[Store.Memory].Code("Books?$filter=Id div (Id sub Id) eq 1"));
        Assert.Equal("400 query.not-calculable",
            await stores[Store.Memory].Code("Books?$filter=Price mul 7000000000000000000000000000 gt 1"));
    }
}
