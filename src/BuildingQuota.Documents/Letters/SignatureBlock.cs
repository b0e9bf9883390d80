using BuildingQuota.Documents.Fonts;
using BuildingQuota.Documents.Paper;
using BuildingQuota.Documents.Typesetting;
using static BuildingQuota.Documents.Paper.Length;

namespace BuildingQuota.Documents.Letters;

/// <summary>署名 and 成文日期 as for a sealed letter (GB/T 9704-2012 7.3.5.1): date four characters from the right, name centred over it,
/// room for the seal, which is set by whoever holds it and never drawn here.</summary>
internal static class SignatureBlock
{
    private const int LinesAbove = 2, CharactersRightOfDate = 4;

    /// <summary>An organ's seal is 42 mm across; name and date stand a little below its middle.</summary>
    private static readonly double Seal = Millimetres(42), SealAboveDate = Millimetres(25);

    public static IEnumerable<FlowItem> Items(OfficialLetter letter, BodyFlow flow)
    {
        var style = flow.Style(FontRole.Body);
        var names = flow.Typesetter.Paragraph(letter.Signer, style, PageGrid.Width, 0, Setting.Ragged);
        var date = flow.Typesetter.Line(flow.Wording.Date(letter.Date), style);
        var dateLeft = PageGrid.Right - (CharactersRightOfDate * PageGrid.Advance) - date.Width;
        yield return FlowItem.Blank(LinesAbove) with { KeepWithNext = true };
        foreach (var name in names)
        {
            var left = Math.Min(dateLeft + ((date.Width - name.Width) / 2), PageGrid.Right - name.Width);
            yield return BodyFlow.Strip(BoxKind.Signer, name, left) with { KeepWithNext = true, NeverFirst = true };
        }
        yield return new FlowItem(PageGrid.Pitch, (sheet, top) =>
        {
            sheet.Text(BoxKind.Date, date, dateLeft, PageGrid.TypeTop(top, date.Size));
            sheet.Box(BoxKind.SealArea, dateLeft + ((date.Width - Seal) / 2), top - SealAboveDate, Seal, Seal);
        }) { OnGrid = true, NeverFirst = true };
        if (letter.Note is not { } note) yield break;
        foreach (var line in flow.Text(BoxKind.Text, flow.Wording.InBrackets(note), FontRole.Body, 2)) yield return line;
    }
}
