using BuildingQuota.Documents.Fonts;
using BuildingQuota.Documents.Paper;
using BuildingQuota.Documents.Typesetting;

namespace BuildingQuota.Documents.Letters;

/// <summary>The order of a letter's parts, and which of them stay together.</summary>
internal sealed class LetterComposer(OfficialLetter letter, Typesetter typesetter)
{
    /// <summary>Lines of the body that go along when the signature moves to a new page, which must not stand there alone.</summary>
    private const int LinesWithSignature = 2;

    private readonly BodyFlow _flow = new(typesetter, letter.Language);
    private readonly Wording _wording = Wording.Of(letter.Language);

    public IReadOnlyList<Sheet> Compose()
    {
        var first = new Sheet(1);
        var pages = new Paginator(first, new LetterHead(letter, typesetter).Draw(first));
        pages.Place([.. Opening(), .. Body(), .. SignatureBlock.Items(letter, _flow)]);
        for (var i = 0; i < letter.Attachments.Count; i++) pages.Place([.. AttachmentPages(i)]);
        Imprint.Place(letter, _flow, pages);
        PageNumbers.Draw(letter.Format, typesetter, pages.Sheets);
        return pages.Sheets;
    }

    private IEnumerable<FlowItem> Opening()
    {
        foreach (var line in _flow.Title(letter.Title)) yield return line;
        yield return FlowItem.Blank() with { KeepWithNext = true };
        if (letter.Addressee is not { } name) yield break;
        foreach (var line in _flow.Text(BoxKind.Addressee, _wording.Addressed(name), FontRole.Body, 0))
            yield return line with { KeepWithNext = true };
    }

    private List<FlowItem> Body()
    {
        List<FlowItem> items = [.. _flow.Blocks(letter.Body), .. AttachmentNote()];
        var last = items.Count - 1;
        for (var i = last; i >= 0 && i > last - LinesWithSignature && (i == last || items[i].Height <= PageGrid.Pitch); i--)
            items[i] = items[i] with { KeepWithNext = true };
        return items;
    }

    /// <summary>附件说明: one blank line below the body, names under each other.</summary>
    private IEnumerable<FlowItem> AttachmentNote()
    {
        var count = letter.Attachments.Count;
        if (count == 0) yield break;
        yield return FlowItem.Blank() with { KeepWithNext = true };
        var style = _flow.Style(FontRole.Body);
        var label = typesetter.Line(_wording.Attachment.TrimEnd() + _wording.Colon, style);
        var labelLeft = PageGrid.Left + (2 * PageGrid.Advance);
        var left = labelLeft + label.Width;
        for (var i = 0; i < count; i++)
        {
            var number = count == 1 ? "" : _wording.Numbered(i + 1);
            var hang = typesetter.Line(number, style).Width;
            var lines = typesetter.Paragraph(number + letter.Attachments[i].Title, style, PageGrid.Right - left - hang, -hang);
            for (var k = 0; k < lines.Count; k++)
            {
                var (line, x, isLabelled) = (lines[k], k == 0 ? left : left + hang, i == 0 && k == 0);
                yield return new FlowItem(PageGrid.Pitch, (sheet, top) =>
                {
                    if (isLabelled) sheet.Text(BoxKind.Attachment, label, labelLeft, PageGrid.TypeTop(top, label.Size));
                    sheet.Text(BoxKind.Attachment, line, x, PageGrid.TypeTop(top, line.Size));
                }) { OnGrid = true };
            }
        }
    }

    private IEnumerable<FlowItem> AttachmentPages(int index)
    {
        var attachment = letter.Attachments[index];
        var label = typesetter.Line(_wording.AttachmentLabel(index + 1, letter.Attachments.Count), _flow.Style(FontRole.Heading1));
        yield return BodyFlow.Strip(BoxKind.Attachment, label, PageGrid.Left) with { OnNewPage = true, KeepWithNext = true };
        yield return FlowItem.Blank() with { KeepWithNext = true };
        foreach (var line in _flow.Title(attachment.Title)) yield return line;
        yield return FlowItem.Blank() with { KeepWithNext = true };
        foreach (var item in _flow.Blocks(attachment.Body)) yield return item;
    }
}
