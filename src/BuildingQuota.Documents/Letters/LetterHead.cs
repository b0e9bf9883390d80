using BuildingQuota.Documents.Fonts;
using BuildingQuota.Documents.Paper;
using BuildingQuota.Documents.Typesetting;
using static BuildingQuota.Documents.Paper.Length;

namespace BuildingQuota.Documents.Letters;

/// <summary>版头: the red mark, lines and number on page 1 (GB/T 9704-2012 7.2 and 10.1).</summary>
internal sealed class LetterHead(OfficialLetter letter, Typesetter typesetter)
{
    private const double Thick = 2.5, Between = 1.5, Thin = 0.75, Separator = 2;
    private static readonly double LineLength = Millimetres(170), LineGap = Millimetres(4);
    private static readonly TextStyle NumberStyle = new(FontRole.Body, PageGrid.BodySize) { Advance = PageGrid.Advance };

    /// <summary>Draws the head; returns where the title's first line may begin.</summary>
    public double Draw(Sheet sheet) => letter.Format == LetterFormat.Letter ? DrawLetter(sheet) : DrawDocument(sheet);

    private double DrawLetter(Sheet sheet)
    {
        var markBottom = DrawMark(sheet, Millimetres(30), 42, Sheet.Width / 2);
        var left = (Sheet.Width - LineLength) / 2;
        var top = markBottom + LineGap;
        sheet.Bar(BoxKind.RedLine, left, top, LineLength, Thick, Ink.HeadRed);
        sheet.Bar(BoxKind.RedLine, left, top + Thick + Between, LineLength, Thin, Ink.HeadRed);
        var foot = Sheet.Height - Millimetres(20);
        sheet.Bar(BoxKind.RedLine, left, foot - Thick - Between - Thin, LineLength, Thin, Ink.HeadRed);
        sheet.Bar(BoxKind.RedLine, left, foot - Thick, LineLength, Thick, Ink.HeadRed);
        var line = typesetter.Line(NumberOrDraft, NumberStyle);
        var numberTop = top + Thick + Between + Thin + (PageGrid.BodySize * 7 / 8);
        sheet.Text(BoxKind.Number, line, PageGrid.Right - line.Width, numberTop);
        return numberTop + line.Size + (2 * PageGrid.Pitch);
    }

    private double DrawDocument(Sheet sheet)
    {
        var markBottom = DrawMark(sheet, PageGrid.Top + Millimetres(35), 48, PageGrid.Left + (PageGrid.Width / 2));
        var line = typesetter.Line(NumberOrDraft, NumberStyle);
        var numberTop = markBottom + (2 * PageGrid.Pitch);
        sheet.Text(BoxKind.Number, line, PageGrid.Left + ((PageGrid.Width - line.Width) / 2), numberTop);
        var separatorTop = numberTop + line.Size + LineGap;
        sheet.Bar(BoxKind.RedLine, PageGrid.Left, separatorTop, PageGrid.Width, Separator, Ink.HeadRed);
        return separatorTop + Separator + (2 * PageGrid.Pitch);
    }

    private string NumberOrDraft => letter.Number ?? Wording.Of(letter.Language).Draft;

    /// <summary>The mark's ink begins at <paramref name="top"/>; a long name is set smaller, then narrower, never in two lines.</summary>
    private double DrawMark(Sheet sheet, double top, double largest, double middle)
    {
        const double Smallest = 26;
        var natural = typesetter.Line(letter.Organ, Style(largest)).Width / largest;
        var size = Math.Clamp(PageGrid.Width / natural, Smallest, largest);
        var line = typesetter.Line(letter.Organ, Style(size));
        var stretch = Math.Min(1, PageGrid.Width / line.Width);
        var width = line.Width * stretch;
        var glyphs = line.Runs.SelectMany(r => r.Glyphs.Select(g => r.Face.InkOf(g.CodePoint))).Where(i => i.Top > i.Bottom).ToList();
        double inkTop = glyphs.Max(i => i.Top) * size / 1000, inkBottom = glyphs.Min(i => i.Bottom) * size / 1000;
        var left = middle - (width / 2);
        foreach (var run in line.Runs)
            sheet.Marks.Add(run with { X = left + (run.X * stretch), Baseline = top + inkTop, Stretch = stretch });
        sheet.Box(new PlacedBox(BoxKind.OrganMark, letter.Organ, InMillimetres(left), InMillimetres(top), InMillimetres(width),
            InMillimetres(inkTop - inkBottom)) { Face = line.Runs[0].Face.Name, Size = size, Ink = Ink.HeadRed });
        return top + inkTop - inkBottom;
    }

    private static TextStyle Style(double size) => new(FontRole.Organ, size) { Ink = Ink.HeadRed };
}
