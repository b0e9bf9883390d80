namespace BuildingQuota.Documents.Charts;

/// <summary>The rectangle between the axes, in points from the page's top left corner.</summary>
internal sealed record Plot(double Left, double Top, double Width, double Height, int Count, Scale Scale)
{
    public double Right => Left + Width;

    public double Bottom => Top + Height;

    public double Slot => Width / Count;

    public double SlotLeft(int index) => Left + (index * Slot);

    public double Y(decimal value) => Bottom - (Scale.Share(value) * Height);

    /// <summary>Top and height of a column from zero to a value, above or below.</summary>
    public (double Top, double Height) Column(decimal value)
    {
        var (zero, end) = (Y(0), Y(value));
        return (Math.Min(zero, end), Math.Abs(zero - end));
    }
}
