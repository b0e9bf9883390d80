namespace BuildingQuota.Documents.Paper;

/// <summary>What stands in a box.</summary>
public enum BoxKind
{
    /// <summary>The red mark of the organ; its box is the ink itself.</summary>
    OrganMark,

    /// <summary>One stroke of a red line of the head or foot.</summary>
    RedLine,

    /// <summary>发文字号, or the draft mark in its place.</summary>
    Number,

    /// <summary>One line of a title.</summary>
    Title,

    /// <summary>主送机关.</summary>
    Addressee,

    /// <summary>One line of running text.</summary>
    Text,

    /// <summary>One line of a heading.</summary>
    Heading,

    /// <summary>A table's or chart's caption.</summary>
    Caption,

    /// <summary>One line in a table's head.</summary>
    TableHead,

    /// <summary>One line in a table's cell.</summary>
    TableCell,

    /// <summary>A chart's whole area.</summary>
    Chart,

    /// <summary>A word or figure in a chart.</summary>
    ChartText,

    /// <summary>One column of a chart.</summary>
    ChartColumn,

    /// <summary>署名.</summary>
    Signer,

    /// <summary>成文日期.</summary>
    Date,

    /// <summary>Where the seal will be set by hand or by a seal service; nothing is drawn.</summary>
    SealArea,

    /// <summary>附件说明, or the word 附件 on an attachment's first page.</summary>
    Attachment,

    /// <summary>A line of the 版记.</summary>
    Imprint,

    /// <summary>A separator of the 版记, or the red separator's black kin.</summary>
    ImprintLine,

    /// <summary>页码.</summary>
    PageNumber,
}

/// <summary>Something placed on a page: millimetres from the page's top left corner; text boxes are as high as their type size.</summary>
public sealed record PlacedBox(BoxKind Kind, string Text, double X, double Y, double Width, double Height)
{
    /// <summary>Distance of the right edge from the page's left edge.</summary>
    public double Right => X + Width;

    /// <summary>Distance of the lower edge from the page's top.</summary>
    public double Bottom => Y + Height;

    /// <summary>PostScript name of the face, empty where there is no text.</summary>
    public string Face { get; init; } = "";

    /// <summary>Type size in points, 0 where there is no text.</summary>
    public double Size { get; init; }

    /// <summary>The colour drawn.</summary>
    public Ink Ink { get; init; } = Ink.Black;
}

/// <summary>One page and its boxes in drawing order.</summary>
public sealed record PageReport(int Number, IReadOnlyList<PlacedBox> Boxes);

/// <summary>A character that its role's face lacks; <paramref name="TakenFrom"/> is the face that drew it, null if none could (then 〓
/// stands there).</summary>
public sealed record MissingGlyph(string Character, string Face, string? TakenFrom);

/// <summary>How a letter came out, for checks and for showing to the drafter.</summary>
public sealed record LayoutReport(IReadOnlyList<PageReport> Pages, IReadOnlyList<MissingGlyph> MissingGlyphs);
