using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Xml;
using BuildingQuota.OData.Errors;
using BuildingQuota.OData.Model;
using BuildingQuota.OData.Requests;
using Microsoft.OData.Edm.Csdl;

namespace BuildingQuota.OData.Writing;

/// <summary>
/// $metadata, written once. XML whatever Accept says: proxies force Accept, and clients that get JSON here call the feed broken.
/// JSON only for an explicit $format.
/// </summary>
internal sealed class MetadataDocument(ODataModel model)
{
    private readonly Lazy<byte[]> _xml = new(() => Xml(model));
    private readonly Lazy<byte[]> _json = new(() => Json(model));

    public async Task Answer(ODataRequest request)
    {
        request.Options.AllowOnly("$metadata", "$format");
        var (type, body) = request.Options.Format switch
        {
            null or "xml" or "application/xml" => ("application/xml", _xml.Value),
            "json" or "application/json" => ("application/json", _json.Value),
            var other => throw new ODataRefusal(406, ErrorCodes.NotAcceptable, $"$metadata is xml or json, not '{other}'.", "$format"),
        };
        var response = request.Http.Response;
        ODataHeaders.Apply(response);
        if (!EntityTag.IsWanted(request.Http, body)) return;
        response.ContentType = type;
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, request.Stop);
    }

    private static byte[] Xml(ODataModel model)
    {
        using var buffer = new MemoryStream();
        using (var writer = XmlWriter.Create(buffer, new() { Encoding = new UTF8Encoding(false), Indent = true }))
            Require(CsdlWriter.TryWriteCsdl(model.Edm, writer, CsdlTarget.OData, out var errors), errors);
        return buffer.ToArray();
    }

    private static byte[] Json(ODataModel model)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
            Require(CsdlWriter.TryWriteCsdl(model.Edm, writer, out var errors), errors);
        return buffer.WrittenSpan.ToArray();
    }

    private static void Require(bool written, IEnumerable<Microsoft.OData.Edm.Validation.EdmError> errors)
    {
        if (written) return;
        var reasons = string.Join("; ", errors.Select(error => error.ErrorMessage));
        throw new InvalidOperationException($"$metadata cannot be written: {reasons}");
    }
}
