using System.Text;
using BuildingQuota.OData.Errors;
using Microsoft.AspNetCore.WebUtilities;

namespace BuildingQuota.OData.Requests.Batches;

/// <summary>
/// A batch as multipart/mixed, each part a request as on the wire. Line ends may be LF alone, and names of headers in any case, since
/// clients write them so.
/// </summary>
internal sealed class MultipartBatch(string boundary) : IBatchFormat
{
    private readonly string _answer = $"batchresponse_{Guid.CreateVersion7():N}";

    public string ContentType => $"multipart/mixed;boundary={_answer}";

    public IReadOnlyList<BatchPart> Read(ReadOnlyMemory<byte> body)
    {
        var lines = Encoding.UTF8.GetString(body.Span).Split('\n').Select(line => line.TrimEnd('\r')).ToList();
        var parts = new List<BatchPart>();
        var start = lines.IndexOf($"--{boundary}");
        if (start < 0) throw Bad("its boundary is nowhere in it");
        for (var at = start + 1; at < lines.Count; at++)
        {
            if (lines[at] != $"--{boundary}" && lines[at] != $"--{boundary}--") continue;
            parts.Add(Part(lines[(start + 1)..at]));
            start = at;
            if (lines[at].EndsWith("--", StringComparison.Ordinal)) return parts;
        }

        throw Bad("it has no end");
    }

    public ReadOnlyMemory<byte> Begin() => default;

    public ReadOnlyMemory<byte> Write(BatchPart part, BatchAnswer answer, bool isFirst)
    {
        var head = new StringBuilder();
        head.Append("--").Append(_answer).Append("\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n");
        if (part.Id is not null) head.Append("Content-ID: ").Append(part.Id).Append("\r\n");
        head.Append("\r\nHTTP/1.1 ").Append(answer.Status).Append(' ').Append(ReasonPhrases.GetReasonPhrase(answer.Status)).Append("\r\n");
        foreach (var (name, value) in answer.Headers) head.Append(name).Append(": ").Append(value).Append("\r\n");
        head.Append("\r\n");
        return (byte[])[.. Encoding.UTF8.GetBytes(head.ToString()), .. answer.Body.Span, .. "\r\n"u8];
    }

    public ReadOnlyMemory<byte> End() => Encoding.ASCII.GetBytes($"--{_answer}--\r\n");

    private static BatchPart Part(List<string> lines)
    {
        var (own, at) = Headers(lines, 0);
        var id = Find(own, "Content-ID");
        if (Find(own, "Content-Type")?.StartsWith("application/http", StringComparison.OrdinalIgnoreCase) != true)
            return new(id, "", "", [], [])
            {
                Refusal = ODataRefusal.NotImplemented(ErrorCodes.UnsupportedBatch,
                    "A part is an application/http request; this service is read and has no change sets."),
            };
        while (at < lines.Count && lines[at].Length == 0) at++;
        if (at == lines.Count || lines[at].Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var method, var url, ..])
            throw Bad("a part has no line as in GET Set HTTP/1.1");
        var (headers, rest) = Headers(lines, at + 1);
        var body = string.Join('\n', lines.Skip(rest)).Trim();
        return new(id, method.ToUpperInvariant(), url, headers, Encoding.UTF8.GetBytes(body));
    }

    /// <summary>Up to the empty line, and where what follows it begins.</summary>
    private static (List<KeyValuePair<string, string>> Headers, int Next) Headers(List<string> lines, int at)
    {
        var headers = new List<KeyValuePair<string, string>>();
        for (; at < lines.Count && lines[at].Length > 0; at++)
        {
            var colon = lines[at].IndexOf(':', StringComparison.Ordinal);
            if (colon < 1) throw Bad($"'{lines[at]}' is no header");
            headers.Add(new(lines[at][..colon].Trim(), lines[at][(colon + 1)..].Trim()));
        }

        return (headers, at + 1);
    }

    private static string? Find(List<KeyValuePair<string, string>> headers, string name) =>
        headers.Find(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    private static ODataRefusal Bad(string why) =>
        ODataRefusal.BadRequest(ErrorCodes.BadBatch, $"The batch cannot be read: {why}.");
}
