using System.IO.Compression;
using PdfSharp.Pdf;

namespace BuildingQuota.Documents.Pdf;

/// <summary>Makes indirect objects in one document.</summary>
internal sealed class PdfObjects(PdfDocument document)
{
    public PdfDocument Document { get; } = document;

    public PdfDictionary Add(params (string Key, PdfItem Value)[] entries)
    {
        var dictionary = new PdfDictionary(Document);
        foreach (var (key, value) in entries) dictionary.Elements[key] = value;
        Document.Internals.AddObject(dictionary);
        return dictionary;
    }

    /// <summary>A stream packed here, once, at a level that favours speed over the last per cent.</summary>
    public PdfDictionary AddStream(byte[] content)
    {
        var dictionary = Add(("/Filter", new PdfName("/FlateDecode")));
        dictionary.CreateStream(Pack(content));
        return dictionary;
    }

    private static byte[] Pack(byte[] content)
    {
        using var packed = new MemoryStream(content.Length / 2);
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true)) zlib.Write(content);
        return packed.ToArray();
    }
}
