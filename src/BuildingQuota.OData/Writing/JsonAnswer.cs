using System.Text.Encodings.Web;
using System.Text.Json;
using BuildingQuota.OData.Errors;
using BuildingQuota.OData.Requests;
using Microsoft.AspNetCore.Http;

namespace BuildingQuota.OData.Writing;

/// <summary>JSON straight into the response's pipe, handed on every 32 KB so that a page is never held whole.</summary>
internal sealed class JsonAnswer : IAsyncDisposable
{
    private const int FlushAfter = 32 * 1024;

    private static readonly JsonWriterOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // Chinese stays readable; nosniff keeps browsers from taking it for HTML
        SkipValidation = true,
    };

    private readonly HttpResponse _response;
    private readonly System.Buffers.ArrayBufferWriter<byte>? _whole;
    private readonly CancellationToken _stop;
    private long _flushed;

    private JsonAnswer(ODataRequest request, bool isWhole)
    {
        _response = request.Http.Response;
        _stop = request.Stop;
        _whole = isWhole ? new() : null;
        Json = _whole is null ? new(_response.BodyWriter, Plain) : new(_whole, Plain);
    }

    public Utf8JsonWriter Json { get; }

    /// <summary>Sends the headers: from here on a failure cuts the connection, and no error can be mixed into half an answer.</summary>
    public static async Task<JsonAnswer> Begin(ODataRequest request, Representation representation)
    {
        request.Http.Response.ContentType = representation.ContentType;
        ODataHeaders.Apply(request.Http.Response);
        await request.Http.Response.StartAsync(request.Stop);
        return new(request, isWhole: false);
    }

    /// <summary>Holds a small answer until its end, so that it can carry a tag and be left out for who has it already.</summary>
    public static JsonAnswer BeginWhole(ODataRequest request, Representation representation)
    {
        request.Http.Response.ContentType = representation.ContentType;
        ODataHeaders.Apply(request.Http.Response);
        return new(request, isWhole: true);
    }

    /// <summary>To be called between rows.</summary>
    public ValueTask Breathe() => Json.BytesCommitted + Json.BytesPending - _flushed < FlushAfter ? ValueTask.CompletedTask : Flush();

    /// <summary>Sends what remains. Not in DisposeAsync: an answer that broke off must not be rounded off.</summary>
    public async ValueTask Flush()
    {
        Json.Flush();
        if (_whole is not null)
        {
            if (EntityTag.IsWanted(_response.HttpContext, _whole.WrittenSpan)) await _response.Body.WriteAsync(_whole.WrittenMemory, _stop);
            return;
        }

        _flushed = Json.BytesCommitted;
        await _response.BodyWriter.FlushAsync(_stop);
    }

    public ValueTask DisposeAsync()
    {
        Json.Reset();
        return Json.DisposeAsync();
    }
}
