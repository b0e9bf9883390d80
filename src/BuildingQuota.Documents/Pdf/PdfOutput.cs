using System.Security.Cryptography;
using System.Text;
using BuildingQuota.Documents.Fonts;
using BuildingQuota.Documents.Paper;
using PdfSharp;
using PdfSharp.Pdf;

namespace BuildingQuota.Documents.Pdf;

/// <summary>What a document says of itself.</summary>
internal sealed record Properties(string Title, string Author, string Subject, string Language, DateOnly Date);

/// <summary>Sheets to PDF by PDFsharp's object model. The same sheets and properties give the same bytes; nothing is shared between
/// calls.</summary>
internal static class PdfOutput
{
    private const string Producer = "BuildingQuota.Documents";

    static PdfOutput() => PdfSharpLicense.SetAgplLicense();

    public static byte[] Write(IReadOnlyList<Sheet> sheets, Properties properties)
    {
        using var document = new PdfDocument();
        var fonts = FontUse.In(sheets);
        var objects = new PdfObjects(document);
        var embedded = fonts.Values.Select(use => (use.ResourceName, Font: FontDictionary.Embed(use, objects))).ToList();
        var contents = sheets.Select(s => PageContent.Write(s, fonts)).ToList();
        foreach (var content in contents) AddPage(document, objects, content, embedded);
        var fingerprint = Fingerprint(contents, properties);
        Describe(document, properties, fingerprint);
        using var file = new MemoryStream();
        document.Save(file, closeStream: false);
        var bytes = file.ToArray();
        PinIdentifiers(bytes, fingerprint);
        return bytes;
    }

    private static void AddPage(PdfDocument document, PdfObjects objects, byte[] content, List<(string Name, PdfDictionary Font)> fonts)
    {
        var page = document.AddPage();
        page.MediaBox = new PdfRectangle(new PdfSharp.Drawing.XPoint(0, 0), new PdfSharp.Drawing.XSize(Sheet.Width, Sheet.Height));
        var names = new PdfDictionary(document);
        foreach (var (name, font) in fonts) names.Elements[name] = font.Reference;
        var resources = new PdfDictionary(document);
        resources.Elements["/Font"] = names;
        page.Elements["/Resources"] = resources;
        page.Elements["/Contents"] = objects.AddStream(content).Reference;
    }

    private static void Describe(PdfDocument document, Properties properties, byte[] fingerprint)
    {
        var moment = properties.Date.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        document.Language = properties.Language;
        document.ViewerPreferences.DisplayDocTitle = true;
        document.Info.Title = properties.Title;
        document.Info.Author = properties.Author;
        document.Info.Subject = properties.Subject;
        document.Info.Creator = Producer;
        document.Info.CreationDate = moment;
        document.Info.ModificationDate = moment;
        var id = Convert.ToHexString(fingerprint.AsSpan(0, 8));
        document.Internals.FirstDocumentID = id;
        document.Internals.SecondDocumentID = id;
    }

    private static byte[] Fingerprint(IEnumerable<byte[]> contents, Properties properties)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(properties.ToString()));
        foreach (var content in contents) hash.AppendData(content);
        return hash.GetHashAndReset();
    }

    /// <summary>PDFsharp writes two random identifiers into the XMP packet and offers no way to set them: put ours over them, same
    /// length.</summary>
    private static void PinIdentifiers(Span<byte> file, byte[] fingerprint)
    {
        Overwrite(file, "<xmpMM:DocumentID>uuid:"u8, new Guid(fingerprint.AsSpan(0, 16)));
        Overwrite(file, "<xmpMM:InstanceID>uuid:"u8, new Guid(fingerprint.AsSpan(16, 16)));
    }

    private static void Overwrite(Span<byte> file, ReadOnlySpan<byte> tag, Guid identifier)
    {
        var at = file.LastIndexOf(tag);
        if (at >= 0) Encoding.ASCII.GetBytes(identifier.ToString("D"), file[(at + tag.Length)..]);
    }
}
