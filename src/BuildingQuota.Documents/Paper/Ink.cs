namespace BuildingQuota.Documents.Paper;

/// <summary>A colour on paper, parts 0 to 1.</summary>
public readonly record struct Ink(double Red, double Green, double Blue)
{
    /// <summary>Text.</summary>
    public static Ink Black { get; } = new(0, 0, 0);

    /// <summary>Bare paper.</summary>
    public static Ink White { get; } = new(1, 1, 1);

    /// <summary>The mark and lines of the head.</summary>
    public static Ink HeadRed { get; } = new(1, 0, 0);

    /// <summary>A grey, 0 black to 1 white.</summary>
    public static Ink Grey(double lightness) => new(lightness, lightness, lightness);
}
