using BuildingQuota.Documents.Fonts;
using BuildingQuota.Documents.Paper;

namespace BuildingQuota.Documents.Typesetting;

/// <summary>How a text is set: face by role, size in points, width of a full-width character in points.</summary>
internal sealed record TextStyle(FontRole Role, double Size)
{
    /// <summary>Advance of one Chinese character; 0 means the size itself.</summary>
    public double Advance { get; init; }

    public Ink Ink { get; init; } = Ink.Black;

    /// <summary>Latin text: curly quotes are taken narrow, since Chinese faces draw them full-width.</summary>
    public bool Latin { get; init; }

    public double FullWidth => Advance > 0 ? Advance : Size;
}
