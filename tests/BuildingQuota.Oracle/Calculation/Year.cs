namespace BuildingQuota.Oracle.Calculation;

/// <summary>The days of a calendar year, one by one.</summary>
public sealed record Year(int Number)
{
    public IReadOnlyList<DateOnly> Days { get; } =
        [.. Enumerable.Range(0, DateTime.IsLeapYear(Number) ? 366 : 365).Select(new DateOnly(Number, 1, 1).AddDays)];

    public IEnumerable<DateOnly> DaysOf(int month) =>
        Enumerable.Range(0, DateTime.DaysInMonth(Number, month)).Select(new DateOnly(Number, month, 1).AddDays);
}
