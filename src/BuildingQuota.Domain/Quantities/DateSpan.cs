namespace BuildingQuota.Domain.Quantities;

/// <summary>Days <c>[From, Until)</c>: the first day in, the first day out. The reading day belongs to the next span (docs/rules/bill-days.md).</summary>
public readonly record struct DateSpan(DateOnly From, DateOnly Until)
{
    public static DateSpan OfYear(int year) => new(new DateOnly(year, 1, 1), new DateOnly(year + 1, 1, 1));

    public static DateSpan OfMonth(int year, int month) => new(new DateOnly(year, month, 1), new DateOnly(year, month, 1).AddMonths(1));

    /// <summary>The span from <paramref name="from"/> on, without an end.</summary>
    public static DateSpan Since(DateOnly from, DateOnly? until) => new(from, until ?? DateOnly.MaxValue);

    public int Days => Math.Max(0, Until.DayNumber - From.DayNumber);

    public bool IsEmpty => Until <= From;

    /// <summary>No first of a month cuts it.</summary>
    public bool IsInOneMonth => !IsEmpty && From.Day + Days - 1 <= DateTime.DaysInMonth(From.Year, From.Month);

    public bool Contains(DateOnly day) => From <= day && day < Until;

    public bool Contains(DateSpan other) => From <= other.From && other.Until <= Until;

    public bool Overlaps(DateSpan other) => From < other.Until && other.From < Until;

    /// <summary>The days in both; empty (zero days) when there are none.</summary>
    public DateSpan Intersect(DateSpan other)
    {
        var from = From > other.From ? From : other.From;
        var until = Until < other.Until ? Until : other.Until;
        return until > from ? new DateSpan(from, until) : new DateSpan(from, from);
    }

    /// <summary>The span cut at the firsts of months, in order.</summary>
    public IEnumerable<DateSpan> ByMonth()
    {
        for (var from = From; from < Until;)
        {
            var next = new DateOnly(from.Year, from.Month, 1).AddMonths(1);
            var until = next < Until ? next : Until;
            yield return new DateSpan(from, until);
            from = until;
        }
    }

    public override string ToString() => FormattableString.Invariant($"{From:yyyy-MM-dd}..{Until:yyyy-MM-dd}");
}
