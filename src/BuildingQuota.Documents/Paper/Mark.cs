using BuildingQuota.Documents.Fonts;

namespace BuildingQuota.Documents.Paper;

/// <summary>Something drawn; points from the page's top left corner.</summary>
internal abstract record Mark;

/// <summary>One character at a distance from its run's left end.</summary>
internal readonly record struct PlacedGlyph(int CodePoint, double Offset);

/// <summary>Characters of one face on one baseline; <see cref="Stretch"/> scales them in width.</summary>
internal sealed record GlyphRun(Typeface Face, double Size, double X, double Baseline, IReadOnlyList<PlacedGlyph> Glyphs) : Mark
{
    public Ink Ink { get; init; } = Ink.Black;

    public double Stretch { get; init; } = 1;
}

/// <summary>A line through points; dash lengths in points, none for a solid line.</summary>
internal sealed record Stroke(IReadOnlyList<(double X, double Y)> Points, double Thickness, Ink Ink) : Mark
{
    public IReadOnlyList<double> Dash { get; init; } = [];
}

/// <summary>A filled rectangle.</summary>
internal sealed record Fill(double X, double Y, double Width, double Height, Ink Ink) : Mark;

/// <summary>Diagonal strokes clipped to a rectangle: legible where a tint is not.</summary>
internal sealed record Hatch(double X, double Y, double Width, double Height, double Spacing, Ink Ink) : Mark;
