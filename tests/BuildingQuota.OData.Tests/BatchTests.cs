using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using BuildingQuota.OData.Tests.Shop;

namespace BuildingQuota.OData.Tests;

/// <summary>Behaviour 43 and field §6.8: a batch is its requests, one by one, and a way to nothing else.</summary>
[Collection(ShopTests.Name)]
public sealed class BatchTests(Stores stores)
{
    private readonly ShopHost _host = stores[Store.Sqlite];

    [Fact]
    public async Task B43_a_JSON_batch_answers_each_request_as_if_it_had_come_alone()
    {
        var answers = await Json("""
            {"requests":[
              {"id":"1","method":"get","url":"Books?$top=2&$select=Id"},
              {"id":"2","method":"GET","url":"/odata/Books/$count","dependsOn":["1"]},
              {"id":"3","method":"GET","url":"http://shop.test/odata/Authors('%E9%B2%81%E8%BF%85')?$expand=Books/$count"},
              {"id":"4","method":"GET","url":"Books?$filter=contains(Title,'市')&$top=1",
               "headers":{"ACCEPT":"application/json;odata.metadata=none"}},
              {"id":"5","method":"POST","url":"Books/$query","headers":{"content-type":"text/plain"},"body":"$filter=Id eq 7"}
            ]}
            """);

        Assert.Equal(["1", "2", "3", "4", "5"], answers.Select(answer => (string?)answer["id"]));
        Assert.All(answers, answer => Assert.Equal(200, (int?)answer["status"]));
        Assert.Equal([1, 2], Answers.Ids(answers[0]["body"]!));
        Assert.Equal("60", (string?)answers[1]["body"]);
        Assert.Equal(20, (int?)answers[2]["body"]!["Books@odata.count"]);
        Assert.NotNull((string?)answers[2]["headers"]!["etag"]);
        Assert.Null(answers[3]["body"]!["@odata.context"]);
        Assert.Equal([7], Answers.Ids(answers[4]["body"]!));
    }

    [Theory]
    [InlineData(null, "1 2", 404)]
    [InlineData("odata.continue-on-error", "1 2 3", 200)]
    public async Task B43_a_failure_stops_the_batch_unless_the_client_prefers_to_go_on(string? prefer, string ids, int last)
    {
        var answers = await Json("""
            {"requests":[{"id":"1","method":"GET","url":"Books(1)"},{"id":"2","method":"GET","url":"Books(9999)"},
              {"id":"3","method":"GET","url":"Books(3)"}]}
            """, prefer);
        Assert.Equal(ids, string.Join(' ', answers.Select(answer => (string?)answer["id"])));
        Assert.Equal(last, (int?)answers[^1]["status"]);
        Assert.Equal("resource.not-found", (string?)answers[1]["body"]!["error"]!["code"]);
    }

    [Theory]
    [InlineData("""{"id":"2","method":"GET","url":"Books(3)","dependsOn":["1"]}""", 424, "request.failed-dependency")]
    [InlineData("""{"id":"2","method":"DELETE","url":"Books(3)"}""", 405, "request.method-not-allowed")]
    [InlineData("""{"id":"2","method":"GET","url":"Books(3)","atomicityGroup":"a"}""", 501, "request.unsupported-batch")]
    [InlineData("""{"id":"2","method":"GET","url":"http://other.test/odata/Books"}""", 400, "request.bad-path")]
    [InlineData("""{"id":"2","method":"GET","url":"//other.test/odata/Books"}""", 400, "request.bad-path")]
    [InlineData("""{"id":"2","method":"GET","url":"../admin"}""", 400, "request.bad-path")]
    [InlineData("""{"id":"2","method":"GET","url":"/admin"}""", 400, "request.bad-path")]
    [InlineData("""{"id":"2","method":"GET","url":"Books\r\nX-Evil: 1"}""", 400, "request.bad-path")]
    [InlineData("""{"id":"2","method":"POST","url":"$batch"}""", 400, "request.bad-batch")]
    [InlineData("""{"id":"2","method":"GET","url":"Books?$fitler=Id eq 1"}""", 400, "query.unknown-option")]
    [InlineData("""{"id":"2","method":"GET","url":"Broken"}""", 500, "server.failure")]
    public async Task B43_a_request_that_cannot_be_answered_is_refused_alone(string request, int status, string code)
    {
        var body = $$"""{"requests":[{"id":"1","method":"GET","url":"Books(9999)"},{{request}}]}""";
        var answers = await Json(body, "odata.continue-on-error");
        Assert.Equal((status, code), ((int)answers[1]["status"]!, (string)answers[1]["body"]!["error"]!["code"]!));
    }

    [Theory]
    [InlineData("application/json", "{", 400, "request.bad-batch")]
    [InlineData("application/json", "{}", 400, "request.bad-batch")]
    [InlineData("application/json", """{"requests":[{"method":"GET","url":"Books"}]}""", 400, "request.bad-batch")]
    [InlineData("application/json", """{"requests":[{"id":"1","method":"GET","url":"Books","urll":1}]}""", 400, "request.bad-batch")]
    [InlineData("text/plain", "x", 415, "request.unsupported-media-type")]
    [InlineData("multipart/mixed", "x", 415, "request.unsupported-media-type")]
    [InlineData("multipart/mixed;boundary=b", "x", 400, "request.bad-batch")]
    [InlineData("multipart/mixed;boundary=b", "--b\nContent-Type: application/http\n\n", 400, "request.bad-batch")]
    public async Task B43_a_batch_that_cannot_be_read_is_refused_whole(string type, string body, int status, string code)
    {
        using var response = await Post(type, body);
        Assert.Equal((status, code), ((int)response.StatusCode,
            (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["error"]!["code"]));
    }

    [Fact]
    public async Task B43_a_hundred_requests_are_taken_and_one_more_is_not()
    {
        static string Many(int count) => $$"""{"requests":[{{string.Join(',', Enumerable.Range(1, count).Select(One))}}]}""";
        static string One(int id) => $$"""{"id":"{{id}}","method":"GET","url":"Books({{id % 60 + 1}})?$select=Id"}""";
        Assert.Equal(100, (await Json(Many(100))).Count);
        using var more = await Post("application/json", Many(101));
        Assert.Equal(HttpStatusCode.BadRequest, more.StatusCode);
    }

    [Fact]
    public async Task A_batch_longer_than_allowed_is_refused()
    {
        using var response = await Post("application/json", "{\"requests\":[\"" + new string('a', 1_100_000) + "\"]}");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    public async Task B43_a_multipart_batch_as_UI5_sends_it(string end)
    {
        string[] lines =
        [
            "--batch_id-1", "content-type:application/http", "CONTENT-TRANSFER-ENCODING:binary", "Content-ID:0.0", "",
            "GET Books?$count=true&$skip=0&$top=1&$select=Id HTTP/1.1",
            "accept:application/json;odata.metadata=minimal;IEEE754Compatible=true",
            "Accept-Language:en", "X-CSRF-Token:Fetch", "Content-Type:application/json;charset=UTF-8", "", "",
            "--batch_id-1", "Content-Type:application/http", "", "GET Books(9999) HTTP/1.1", "", "", "--batch_id-1--", "",
        ];
        using var response = await Post("multipart/mixed; boundary=batch_id-1", string.Join(end, lines));
        Assert.Equal("multipart/mixed", response.Content.Headers.ContentType?.MediaType);
        var boundary = "--" + response.Content.Headers.ContentType!.Parameters.Single().Value;
        var body = await response.Content.ReadAsStringAsync();
        var parts = body.Split(boundary);
        Assert.Equal(4, parts.Length);
        Assert.Equal(("", "--\r\n"), (parts[0], parts[3]));
        Assert.Contains("Content-ID: 0.0\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: application/json;", parts[1], StringComparison.Ordinal);
        const string Page = """{"@odata.context":"http://shop.test/odata/$metadata#Books(Id)","@odata.count":60,"value":[{"Id":1}]}""";
        Assert.Contains(Page, parts[1], StringComparison.Ordinal);
        Assert.Contains("HTTP/1.1 404 Not Found\r\n", parts[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task B43_a_change_set_is_refused_since_the_service_is_read()
    {
        using var response = await Post("multipart/mixed;boundary=\"b\"",
            "--b\r\nContent-Type: multipart/mixed;boundary=c\r\n\r\n--c\r\n--c--\r\n--b--\r\n");
        Assert.Contains("HTTP/1.1 501", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_breaks_off_within_a_batch_is_a_failure_of_its_own()
    {
        await using var shop = await ChangingShop.Open();
        await shop.Spoil(20);
        using var content = new StringContent(
            """{"requests":[{"id":"1","method":"GET","url":"Books?$select=Id,Genre"},{"id":"2","method":"GET","url":"Books(1)"}]}""",
            Encoding.UTF8, "application/json");
        content.Headers.ContentType = new("application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, "$batch") { Content = content };
        request.Headers.TryAddWithoutValidation("Prefer", "odata.continue-on-error");
        using var response = await shop.Host.Client.SendAsync(request);
        var answers = JsonNode.Parse(await response.Content.ReadAsStringAsync())!["responses"]!.AsArray();
        Assert.Equal([500, 200], answers.Select(answer => (int)answer!["status"]!));
    }

    private async Task<List<JsonNode>> Json(string body, string? prefer = null)
    {
        using var response = await Post("application/json", body, prefer);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        return [.. JsonNode.Parse(text)!["responses"]!.AsArray().Select(answer => answer!)]; // as a batch is
    }

    private Task<HttpResponseMessage> Post(string type, string body, string? prefer = null)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        var request = new HttpRequestMessage(HttpMethod.Post, "$batch") { Content = content };
        if (prefer is not null) request.Headers.TryAddWithoutValidation("Prefer", prefer);
        return _host.Client.SendAsync(request);
    }
}
