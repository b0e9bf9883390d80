namespace BuildingQuota.Testing.DemoRegion;

/// <summary>The days the demonstration stands on: records open on 1 January 2023 and are whole until 30 September 2026.</summary>
internal static class Calendar
{
    public static readonly DateOnly Opening = new(2023, 1, 1);

    /// <summary>The first day without data.</summary>
    public static readonly DateOnly Closing = new(2026, 10, 1);

    public const int LastYear = 2026;

    public static bool IsHeatingSeason(DateOnly day) =>
        day.Month is >= 11 or <= 3 || (day.Month == 10 && day.Day >= 15) || (day.Month == 4 && day.Day < 15);

    public static decimal HalfUp(decimal value, int places) => Math.Round(value, places, MidpointRounding.AwayFromZero);
}
