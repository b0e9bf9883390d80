namespace BuildingQuota.Documents.Paper;

/// <summary>Millimetres and points (1/72 inch): the standard speaks in the first, PDF in the second.</summary>
internal static class Length
{
    public static double Millimetres(double value) => value * 72 / 25.4;

    public static double InMillimetres(double points) => points * 25.4 / 72;
}
