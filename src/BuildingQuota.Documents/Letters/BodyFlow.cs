using BuildingQuota.Documents.Charts;
using BuildingQuota.Documents.Fonts;
using BuildingQuota.Documents.Paper;
using BuildingQuota.Documents.Tables;
using BuildingQuota.Documents.Typesetting;

namespace BuildingQuota.Documents.Letters;

/// <summary>Turns a letter's text into strips of one grid line each.</summary>
internal sealed class BodyFlow(Typesetter typesetter, LetterLanguage language)
{
    public const double TitleSize = 22;
    private readonly bool _isLatin = language == LetterLanguage.English;

    public Typesetter Typesetter => typesetter;

    public Wording Wording { get; } = Wording.Of(language);

    public TextStyle Style(FontRole role, double size = PageGrid.BodySize) =>
        new(role, size) { Advance = PageGrid.Advance * size / PageGrid.BodySize, Latin = _isLatin };

    public IEnumerable<FlowItem> Blocks(IEnumerable<Block> blocks) => blocks.SelectMany(Items);

    public IEnumerable<FlowItem> Title(string title)
    {
        var style = new TextStyle(FontRole.Title, TitleSize) { Latin = _isLatin };
        var lines = _isLatin
            ? title.Split('\n').SelectMany(l => typesetter.Paragraph(l, style, PageGrid.Width, 0, Setting.Ragged))
            : TitleLines.Of(title, (int)(PageGrid.Width / TitleSize) - 2).Select(l => typesetter.Line(l, style));
        return lines.Select(line =>
            Strip(BoxKind.Title, line, PageGrid.Left + ((PageGrid.Width - line.Width) / 2)) with { KeepWithNext = true });
    }

    public static FlowItem Strip(BoxKind kind, SetLine line, double x) =>
        new(PageGrid.Pitch, (sheet, top) => sheet.Text(kind, line, x, PageGrid.TypeTop(top, line.Size))) { OnGrid = true };

    /// <summary>A caption in the middle, in as many lines as it needs, and beside its last line, at the right, the unit.</summary>
    public IEnumerable<FlowItem> Caption(string text, string unit, double size)
    {
        const double AboveTable = 4, UnitSize = 10.5, Between = 8;
        var right = typesetter.Line(unit, new TextStyle(FontRole.Table, UnitSize) { Latin = _isLatin });
        var room = PageGrid.Width - (right.Width > 0 ? 2 * (right.Width + Between) : 0);
        var style = new TextStyle(FontRole.TableHead, size) { Latin = _isLatin };
        var lines = typesetter.Paragraph(text, style, room, 0, Setting.Ragged);
        if (lines.Count == 0) lines = [typesetter.Line("", style)];
        for (var i = 0; i < lines.Count; i++)
        {
            var (line, isLast) = (lines[i], i == lines.Count - 1);
            yield return new FlowItem(PageGrid.Pitch, (sheet, top) =>
            {
                var bottom = top + PageGrid.Pitch - AboveTable;
                var left = PageGrid.Left + ((PageGrid.Width - line.Width) / 2);
                if (line.Width > 0) sheet.Text(BoxKind.Caption, line, left, bottom - line.Size);
                if (isLast && right.Width > 0) sheet.Text(BoxKind.Caption, right, PageGrid.Right - right.Width, bottom - right.Size);
            }) { OnGrid = true, KeepWithNext = true };
        }
    }

    /// <summary>A paragraph as strips, at the type area's left edge.</summary>
    public IEnumerable<FlowItem> Text(BoxKind kind, string text, FontRole role, int indent)
    {
        var shift = indent * PageGrid.Advance;
        var setting = _isLatin ? Setting.Ragged : Setting.Justified;
        foreach (var part in text.Split('\n'))
        {
            var lines = typesetter.Paragraph(part.TrimEnd(), Style(role), PageGrid.Width, shift, setting);
            for (var i = 0; i < lines.Count; i++)
                yield return Strip(kind, lines[i], PageGrid.Left + (i == 0 ? shift : 0));
        }
    }

    private IEnumerable<FlowItem> Items(Block block) => block switch
    {
        Paragraph paragraph => Text(BoxKind.Text, paragraph.Text, FontRole.Body, paragraph.Indent ? 2 : 0),
        Heading heading => Text(BoxKind.Heading, heading.Text, RoleOf(heading.Level), 2).Select(i => i with { KeepWithNext = true }),
        Table table => new TableFlow(table, this).Items(),
        ColumnChart chart => new ChartDrawing(chart, this).Items(),
        _ => throw new InvalidOperationException($"A letter cannot hold a {block.GetType().Name}."),
    };

    private static FontRole RoleOf(int level) => level switch
    {
        1 => FontRole.Heading1,
        2 => FontRole.Heading2,
        3 or 4 => FontRole.Body,
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, "GB/T 9704 has heading levels 1 to 4."),
    };
}
