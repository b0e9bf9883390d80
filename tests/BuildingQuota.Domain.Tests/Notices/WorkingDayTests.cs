using System.Globalization;
using BuildingQuota.Domain.Notices;

namespace BuildingQuota.Domain.Tests.Notices;

/// <summary>docs/rules/working-days.md, on the calendar in seed/holidays.csv.</summary>
public sealed class WorkingDayTests
{
    private static readonly WorkingDays Calendar = new(Published());

    [Theory]
    [InlineData("2025-09-26", true)] // a Friday
    [InlineData("2025-09-27", false)] // a Saturday
    [InlineData("2025-09-28", true)] // a Sunday that makes up for the holiday
    [InlineData("2025-09-30", true)]
    [InlineData("2025-10-01", false)]
    [InlineData("2025-10-08", false)] // a Wednesday, the holiday's last day
    [InlineData("2025-10-09", true)]
    [InlineData("2025-10-11", true)] // a Saturday that makes up for it
    [InlineData("2025-10-12", false)]
    public void National_Day_of_2025_takes_weekdays_and_gives_weekend_days_back(string day, bool isWorkingDay) =>
        Assert.Equal(isWorkingDay, Calendar.IsWorkingDay(A.Day(day)));

    [Theory]
    [InlineData("2025-09-26", 1, "2025-09-28")]
    [InlineData("2025-09-26", 3, "2025-09-30")]
    [InlineData("2025-09-26", 4, "2025-10-09")]
    [InlineData("2025-09-26", 6, "2025-10-11")]
    [InlineData("2025-09-26", 7, "2025-10-13")]
    [InlineData("2025-09-26", 15, "2025-10-23")]
    [InlineData("2025-10-03", 1, "2025-10-09")] // issued on a holiday
    public void The_day_of_issue_is_not_counted_and_holidays_are_passed_over(string issued, int days, string due) =>
        Assert.Equal(new WorkingDay(A.Day(due), true), Calendar.After(A.Day(issued), days));

    [Fact]
    public void A_count_that_ends_in_a_year_without_calendar_is_by_weekends_and_says_so()
    {
        Assert.Equal(new WorkingDay(A.Day("2026-12-31"), true), Calendar.After(A.Day("2026-12-30"), 1));
        Assert.Equal(new WorkingDay(A.Day("2027-01-01"), false), Calendar.After(A.Day("2026-12-30"), 2));
    }

    [Fact]
    public void A_year_whose_first_holiday_alone_is_there_is_not_known()
    {
        Assert.True(Calendar.Knows(2023));
        Assert.False(Calendar.Knows(2022)); // 2022-12-31 belongs to the New Year of 2023
    }

    [Theory, InlineData(0), InlineData(-1)]
    public void Less_than_one_day_is_no_time_to_reply(int days) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.After(A.Day("2026-01-05"), days));

    private static IEnumerable<CalendarDay> Published() => File.ReadLines(SeedFile()).Skip(1).Select(line => line.Split(',')).Select(row => new CalendarDay
    {
        Date = DateOnly.ParseExact(row[0], "yyyy-MM-dd", CultureInfo.InvariantCulture), IsHoliday = row[1] == "holiday", Name = row[2], Source = row[3],
    });

    private static string SeedFile()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, "seed", "holidays.csv") is var file && File.Exists(file)) return file;
        throw new FileNotFoundException("seed/holidays.csv is not above the tests.");
    }
}
