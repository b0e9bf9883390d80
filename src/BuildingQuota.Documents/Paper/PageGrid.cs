using static BuildingQuota.Documents.Paper.Length;

namespace BuildingQuota.Documents.Paper;

/// <summary>GB/T 9704-2012 5.2: A4, 37 mm above, 28 mm at the binding edge, 156 × 225 mm of type, 22 lines of 28 characters of 16
/// points.</summary>
internal static class PageGrid
{
    public const int Lines = 22, Characters = 28;
    public const double BodySize = 16;
    public static readonly double Left = Millimetres(28), Top = Millimetres(37), Width = Millimetres(156), Height = Millimetres(225);
    public static readonly double Right = Left + Width, Bottom = Top + Height;
    public static readonly double Pitch = Height / Lines, Advance = Width / Characters;

    /// <summary>Where a line of type of this size begins in a grid line that begins at <paramref name="lineTop"/>.</summary>
    public static double TypeTop(double lineTop, double size) => lineTop + ((Pitch - size) / 2);
}
