using BuildingQuota.Documents.Fonts;
using BuildingQuota.Documents.Paper;
using BuildingQuota.Documents.Typesetting;
using static BuildingQuota.Documents.Paper.Length;

namespace BuildingQuota.Documents.Letters;

/// <summary>版记 at the foot of the last page (GB/T 9704-2012 7.4); the 信函格式 has it without lines and without printer and date
/// (10.1).</summary>
internal static class Imprint
{
    private const double Size = 14, LinePitch = 24;
    private static readonly TextStyle Style = new(FontRole.Body, Size);
    private static readonly double Thick = Millimetres(0.35), Thin = Millimetres(0.25);

    public static void Place(OfficialLetter letter, BodyFlow flow, Paginator pages)
    {
        var isDocument = letter.Format == LetterFormat.Document;
        if (letter.CopyTo is null && !isDocument) return;
        var label = flow.Typesetter.Line(flow.Wording.CopyTo, Style);
        var copies = CopyLines(letter.CopyTo, label.Width, flow);
        var height = (copies.Count + (isDocument ? 1 : 0)) * LinePitch;
        if (pages.Room < height + PageGrid.Pitch) pages.NewSheet();
        var sheet = pages.Sheets[^1];
        var top = PageGrid.Bottom - height;
        for (var i = 0; i < copies.Count; i++)
            sheet.Text(BoxKind.Imprint, copies[i], PageGrid.Left + Size + label.Width, TypeTop(top + (i * LinePitch)));
        if (copies.Count > 0) sheet.Text(BoxKind.Imprint, label, PageGrid.Left + Size, TypeTop(top));
        if (!isDocument) return;
        DrawPrinter(letter, flow, sheet);
        sheet.Bar(BoxKind.ImprintLine, PageGrid.Left, top, PageGrid.Width, Thick, Ink.Black);
        if (copies.Count > 0) sheet.Bar(BoxKind.ImprintLine, PageGrid.Left, PageGrid.Bottom - LinePitch, PageGrid.Width, Thin, Ink.Black);
        sheet.Bar(BoxKind.ImprintLine, PageGrid.Left, PageGrid.Bottom - Thick, PageGrid.Width, Thick, Ink.Black);
    }

    /// <summary>One character free on either side; lines after the first stand under the first name.</summary>
    private static IReadOnlyList<SetLine> CopyLines(string? names, double hang, BodyFlow flow) =>
        names is null ? [] : flow.Typesetter.Paragraph(names, Style, PageGrid.Width - (2 * Size) - hang);

    private static void DrawPrinter(OfficialLetter letter, BodyFlow flow, Sheet sheet)
    {
        var date = flow.Wording.Date(letter.Date) + (letter.Language == LetterLanguage.Chinese ? "印发" : "");
        var right = flow.Typesetter.Line(date, Style);
        var top = TypeTop(PageGrid.Bottom - LinePitch);
        sheet.Text(BoxKind.Imprint, flow.Typesetter.Line(letter.Signer, Style), PageGrid.Left + Size, top);
        sheet.Text(BoxKind.Imprint, right, PageGrid.Right - Size - right.Width, top);
    }

    private static double TypeTop(double lineTop) => lineTop + ((LinePitch - Size) / 2);
}
