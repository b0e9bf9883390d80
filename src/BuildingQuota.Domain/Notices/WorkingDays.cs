namespace BuildingQuota.Domain.Notices;

/// <summary>
/// A day counted in working days. <see cref="IsCertain"/> is false when a year on the way has no published calendar: then only weekends
/// were known.
/// </summary>
public sealed record WorkingDay(DateOnly Date, bool IsCertain);

/// <summary>
/// 工作日 by the State Council's calendar: weekdays that are no holiday, and the weekend days that make up for one
/// (docs/rules/working-days.md).
/// </summary>
public sealed class WorkingDays
{
    private readonly Dictionary<DateOnly, bool> _holidays;

    public WorkingDays(IEnumerable<CalendarDay> calendar) => _holidays = calendar.ToDictionary(day => day.Date, day => day.IsHoliday);

    public bool IsWorkingDay(DateOnly day) =>
        _holidays.TryGetValue(day, out var isHoliday) ? !isHoliday : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>A year is known when its National Day is: some of its first days stand already in the notice of the year before.</summary>
    public bool Knows(int year) => _holidays.ContainsKey(new DateOnly(year, 10, 1));

    /// <summary>The <paramref name="count"/>-th working day after <paramref name="day"/>, which itself is not counted.</summary>
    public WorkingDay After(DateOnly day, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var end = day;
        for (var left = count; left > 0;)
        {
            end = end.AddDays(1);
            if (IsWorkingDay(end)) left--;
        }

        return new WorkingDay(end, Enumerable.Range(day.Year, end.Year - day.Year + 1).All(Knows));
    }
}
