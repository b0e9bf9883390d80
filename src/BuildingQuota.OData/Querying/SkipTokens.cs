using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BuildingQuota.OData.Errors;

namespace BuildingQuota.OData.Querying;

/// <summary>Where a page ended.</summary>
/// <param name="Marks">Order values of the last row, as invariant text.</param>
/// <param name="Remaining">What is left of $top; null without $top.</param>
/// <param name="Count">The answer to $count=true, counted once for all pages.</param>
internal sealed record PageEnd(IReadOnlyList<string?> Marks, long? Remaining, long? Count);

/// <summary>
/// Makes and reads $skiptoken: opaque, and signed together with the query that it continues, so that neither it nor the
/// $filter beside it can be changed on the way.
/// </summary>
internal sealed class SkipTokens(byte[] key)
{
    private const int SignatureLength = 16;

    public string Write(PageEnd end, string query)
    {
        var payload = JsonSerializer.SerializeToUtf8Bytes(end);
        return Base64Url.EncodeToString([.. Sign(payload, query), .. payload]);
    }

    public PageEnd Read(string token, string query, int marks)
    {
        if (!TryDecode(token, out var bytes) || bytes.Length <= SignatureLength) throw Bad();
        var payload = bytes.AsSpan(SignatureLength);
        if (!CryptographicOperations.FixedTimeEquals(bytes.AsSpan(0, SignatureLength), Sign(payload, query))) throw Bad();
        return JsonSerializer.Deserialize<PageEnd>(payload) is { } end && end.Marks.Count == marks ? end : throw Bad();
    }

    private static bool TryDecode(string token, out byte[] bytes)
    {
        bytes = Base64Url.IsValid(token) ? Base64Url.DecodeFromChars(token) : [];
        return bytes.Length > 0;
    }

    private ReadOnlySpan<byte> Sign(ReadOnlySpan<byte> payload, string query)
    {
        byte[] signed = [.. payload, 0, .. Encoding.UTF8.GetBytes(query)];
        return HMACSHA256.HashData(key, signed).AsSpan(0, SignatureLength);
    }

    private static ODataRefusal Bad() => ODataRefusal.BadRequest(ErrorCodes.BadToken,
        "$skiptoken was not made by this service for this query. Follow @odata.nextLink as it is, or start again without it.",
        "$skiptoken");
}
