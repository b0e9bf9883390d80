using System.Buffers;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using BuildingQuota.Domain.Evaluations;

namespace BuildingQuota.Features.Evaluations.Replaying;

/// <summary>Canonical JSON with its hash: equal content is one document, whoever points to it.</summary>
internal sealed class FrozenDocument
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly ReadOnlyMemory<byte> _json;

    private FrozenDocument(ReadOnlyMemory<byte> json)
    {
        _json = json;
        Hash = Convert.ToHexStringLower(SHA256.HashData(json.Span));
    }

    /// <summary>SHA-256 (hex) of the canonical JSON.</summary>
    public string Hash { get; }

    public required string ScopePath { get; init; }

    public string? ReferenceHash { get; init; }

    public JsonElement Root => JsonDocument.Parse(_json).RootElement;

    public static FrozenDocument Write(string scopePath, string? referenceHash, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(16 * 1024);
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartObject();
            if (referenceHash is not null) json.WriteString("reference", referenceHash);
            write(json);
            json.WriteEndObject();
        }

        return new FrozenDocument(buffer.WrittenMemory) { ScopePath = scopePath, ReferenceHash = referenceHash };
    }

    public static FrozenDocument Of(EvaluationInputs kept) =>
        new(Unpack(kept.Content)) { ScopePath = kept.ScopePath, ReferenceHash = kept.ReferenceHash };

    public EvaluationInputs ToRow() => new() { Hash = Hash, ReferenceHash = ReferenceHash, ScopePath = ScopePath, Content = Packed() };

    private byte[] Packed()
    {
        using var target = new MemoryStream();
        using (var brotli = new BrotliStream(target, CompressionLevel.Fastest)) brotli.Write(_json.Span);
        return target.ToArray();
    }

    private static byte[] Unpack(byte[] content)
    {
        using var target = new MemoryStream();
        using (var brotli = new BrotliStream(new MemoryStream(content), CompressionMode.Decompress)) brotli.CopyTo(target);
        return target.ToArray();
    }
}
