namespace BuildingQuota.Testing.DemoRegion;

/// <summary>The days on which a supplier reads, delivers or sells; each two neighbours bound one bill, the later day excluded.</summary>
internal sealed record Cycle(IReadOnlyList<DateOnly> Days, string ReadingType)
{
    public static Cycle Monthly(int day) => EveryMonths(day, 1);

    /// <summary>Every second month on that day: even months, so that the last one known is October.</summary>
    public static Cycle BiMonthly(int day) => EveryMonths(day, 2);

    /// <summary>January, April, July and October.</summary>
    public static Cycle Quarterly(int day) => new(Chain(DaysOfMonths(day, month => month % 3 == 1)), "actual");

    /// <summary>Mid-month readings in the heating season, then one bill of nothing over the summer.</summary>
    public static readonly Cycle HeatingMonths = new(Chain(DaysOfMonths(15, month => month is >= 10 or <= 4)), "actual");

    /// <summary>One bill for the season, from October to April of the next year.</summary>
    public static readonly Cycle HeatingSeason = new(Chain(DaysOfMonths(15, month => month is 4 or 10)), "actual");

    /// <summary>Four lorries a winter; what the last one brought is taken as burnt by the stocktaking in April.</summary>
    public static readonly Cycle CoalLorries = new(Chain(DaysOfMonths(15, month => month is 10 or 11 or 1 or 2 or 4)), "purchase");

    /// <summary>A card is topped up when it runs low, after three to seven weeks.</summary>
    public static Cycle Prepaid(string meter)
    {
        var dice = new Dice(meter + " card");
        var days = new List<DateOnly> { Calendar.Opening };
        while (days[^1] < Calendar.Closing) days.Add(days[^1].AddDays(dice.Whole(21, 49)));
        return new Cycle(days, "purchase");
    }

    public IEnumerable<(DateOnly Start, DateOnly End)> Within(DateOnly from, DateOnly to)
    {
        for (var i = 1; i < Days.Count; i++)
        {
            var start = Days[i - 1] < from ? from : Days[i - 1];
            var end = to < Days[i] ? to : Days[i];
            if (start < end) yield return (start, end);
        }
    }

    private static Cycle EveryMonths(int day, int step) => new(Chain(DaysOfMonths(day, month => month % step == 0)), "actual");

    private static List<DateOnly> Chain(IEnumerable<DateOnly> readings)
    {
        var days = new List<DateOnly> { Calendar.Opening };
        foreach (var day in readings.Where(day => day > Calendar.Opening))
        {
            days.Add(day);
            if (day >= Calendar.Closing) break;
        }
        return days;
    }

    private static IEnumerable<DateOnly> DaysOfMonths(int day, Func<int, bool> isRead) =>
        from year in Enumerable.Range(Calendar.Opening.Year, Calendar.LastYear - Calendar.Opening.Year + 1)
        from month in Enumerable.Range(1, 12)
        where isRead(month)
        select new DateOnly(year, month, day);
}
