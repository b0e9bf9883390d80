using BuildingQuota.Documents.Fonts;
using BuildingQuota.Documents.Paper;
using BuildingQuota.Documents.Pdf;
using BuildingQuota.Documents.Typesetting;

namespace BuildingQuota.Documents.Letters;

/// <summary>A letter as a PDF, with the report of where everything stands.</summary>
public sealed record RenderedLetter(byte[] Pdf, LayoutReport Layout);

/// <summary>Sets official letters. Callable from any number of threads; the same letter and fonts give the same bytes.</summary>
public static class LetterPdf
{
    /// <summary>Lays the letter out on A4 and writes it; faces are the supplied ones unless <paramref name="fonts"/> says
    /// otherwise.</summary>
    public static RenderedLetter Render(OfficialLetter letter, FontSet? fonts = null)
    {
        if (string.IsNullOrWhiteSpace(letter.Organ))
            throw new ArgumentException("letter.organ-missing: a letter without the issuing organ's name has no mark. Name the organ.",
                nameof(letter));
        var typesetter = new Typesetter(fonts ?? FontSet.Default);
        var sheets = new LetterComposer(letter, typesetter).Compose();
        var title = letter.Title.Replace("\n", letter.Language == LetterLanguage.English ? " " : "", StringComparison.Ordinal);
        var properties = new Properties(title, letter.Organ, letter.Subject, Wording.Of(letter.Language).Code, letter.Date);
        return new RenderedLetter(
            PdfOutput.Write(sheets, properties),
            new LayoutReport([.. sheets.Select(s => s.Report())], typesetter.Missing));
    }
}
