using BuildingQuota.Documents.Fonts;

namespace BuildingQuota.Documents.Typesetting;

/// <summary>One character ready to be set: its advance, and how much blank it may lose on either side, in points.</summary>
internal readonly record struct Cell(int CodePoint, Typeface Face, double Advance)
{
    public double BlankLeft { get; init; }

    public double BlankRight { get; init; }

    /// <summary>A line may end after this cell.</summary>
    public bool BreakAfter { get; init; }

    /// <summary>The gap after this cell may grow when the line is justified.</summary>
    public bool ElasticAfter { get; init; }

    /// <summary>What the source had here, where it is not what is drawn.</summary>
    public int SourceCodePoint { get; init; }

    public bool IsSpace => CodePoint == ' ';

    public double Blank => BlankLeft + BlankRight;
}
