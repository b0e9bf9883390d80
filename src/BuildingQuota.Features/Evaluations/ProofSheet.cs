using System.Buffers;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Institutions;
using BuildingQuota.Features.Evaluations.Replaying;

namespace BuildingQuota.Features.Evaluations;

/// <summary>
/// The proof of one evaluation as canonical JSON: engine, rules, every bill slice, denominator segment, coefficient, quota row, monthly
/// row and verdict. The hash is over all of it, so equal hashes mean equal inputs and equal results (docs/rules/proof-sheet.md).
/// </summary>
internal sealed class ProofSheet
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly ReadOnlyMemory<byte> _json;

    private ProofSheet(ReadOnlyMemory<byte> json)
    {
        _json = json;
        Hash = Convert.ToHexStringLower(SHA256.HashData(json.Span));
    }

    /// <summary>SHA-256 (hex) of the canonical JSON.</summary>
    public string Hash { get; }

    public static ProofSheet Of(InstitutionYear year, ReferenceBook book) => Write(json =>
    {
        json.Head("institution", year.Institution.Code, year.Institution.Name, year.Year);
        json.Run(book.FactorSet, year.Rules);
        json.Institution(year.Institution);
        json.Array("meters", year.Subjects[0].Meters.Feeding, meter => json.Meter(meter, year.Subjects[0].Meters));
        json.Array("coefficients", year.Rows.Select(row => row.Key.Carrier).Distinct().Order(), carrier =>
            json.Coefficient(carrier, year.Verdicts.Select(verdict => verdict.CoefficientSet), book, year.Institution.RegionPath));
        json.Array("rows", year.Rows, json.Row);
        var subjects = year.Subjects.ToDictionary(subject => subject.Subject);
        json.Array("verdicts", year.Verdicts, verdict =>
            json.Verdicts(year.Institution.Code).Write(verdict, subjects[verdict.Subject].Lines(verdict.Definition, verdict.CoefficientSet, book)));
    });

    public static ProofSheet Of(FrozenRegion frozen, IReadOnlyList<Verdict> verdicts, IReadOnlyList<YearVerdict> members) => Write(json =>
    {
        json.Head("region", frozen.Region.Code, frozen.Region.Name, frozen.Year);
        json.Run(frozen.FactorSet, null);
        json.Array("members", members, json.Member);
        json.Array("verdicts", verdicts, verdict => json.Verdicts(null).Write(verdict, []));
    });

    public byte[] Compressed()
    {
        using var target = new MemoryStream();
        using (var brotli = new BrotliStream(target, CompressionLevel.Fastest)) brotli.Write(_json.Span);
        return target.ToArray();
    }

    private static ProofSheet Write(Action<ProofWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(16 * 1024);
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartObject();
            write(new ProofWriter(json));
            json.WriteEndObject();
        }

        return new ProofSheet(buffer.WrittenMemory);
    }
}
