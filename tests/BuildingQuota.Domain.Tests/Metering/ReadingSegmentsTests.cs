using BuildingQuota.Domain.Metering;

namespace BuildingQuota.Domain.Tests.Metering;

/// <summary>docs/rules/readings.md: (end − start + 10ⁿ if rolled over) × multiplier, device by device.</summary>
public sealed class ReadingSegmentsTests
{
    [Fact] // domain §9.10c
    public void Example_10c_a_five_digit_dial_goes_through_zero()
    {
        var interval = Assert.Single(Of(R("2025-01-01", 99_850, multiplier: 40, digits: 5), R("2025-02-01", 320, rolled: true)).Intervals);
        Assert.Equal(18_800m, interval.Quantity);
        Assert.Equal("(320 − 99850 + 10^5) × 40", interval.Sum);
    }

    [Fact]
    public void A_change_of_device_makes_two_segments_and_counts_nothing_between_them()
    {
        var intervals = Of(R("2025-01-01", 100, ReadingKind.Initial), R("2025-02-01", 150), R("2025-02-20", 160, ReadingKind.Final),
            R("2025-02-22", 7, ReadingKind.Initial, multiplier: 10), R("2025-03-01", 9)).Intervals;
        Assert.Equal([50m, 10m, 20m], intervals.Select(interval => interval.Quantity));
        Assert.Equal(A.Day("2025-02-20"), intervals[1].Covers.Until);
        Assert.Equal(A.Day("2025-02-22"), intervals[2].Covers.From);
    }

    [Fact]
    public void A_multiplier_holds_from_its_reading_on() =>
        Assert.Equal([10m, 400m, 800m], Of(R("2025-01-01", 0), R("2025-02-01", 10, multiplier: 40), R("2025-03-01", 20), R("2025-04-01", 40))
            .Intervals.Select(interval => interval.Quantity));

    [Theory]
    [InlineData(100, false, null)]
    [InlineData(99.999, false, ReadingFaultKind.BelowPrevious)]
    [InlineData(99.999, true, ReadingFaultKind.DigitsMissing)]
    public void A_reading_below_the_one_before_needs_its_mark(decimal value, bool rolled, ReadingFaultKind? fault) =>
        Assert.Equal(fault, Of(R("2025-01-01", 100), R("2025-02-01", value, rolled: rolled)).Fault?.Kind);

    [Theory]
    [InlineData(999, null)]
    [InlineData(1000, ReadingFaultKind.AboveDigits)]
    public void A_dial_shows_no_more_than_its_digits(decimal value, ReadingFaultKind? fault) =>
        Assert.Equal(fault, Of(R("2025-01-01", value, digits: 3)).Fault?.Kind);

    [Fact]
    public void Devices_follow_each_other_by_a_final_and_an_initial_reading()
    {
        Assert.Equal(ReadingFaultKind.FinalMissing, Of(R("2025-01-01", 1), R("2025-02-01", 0, ReadingKind.Initial)).Fault?.Kind);
        Assert.Equal(ReadingFaultKind.AfterFinal, Of(R("2025-01-01", 1, ReadingKind.Final), R("2025-02-01", 2)).Fault?.Kind);
        Assert.Equal(ReadingFaultKind.RolledAtStart, Of(R("2025-01-01", 1, digits: 4, rolled: true)).Fault?.Kind);
        Assert.Null(Of(R("2025-01-01", 0, ReadingKind.Initial), R("2025-01-01", 9, ReadingKind.Final)).Fault);
    }

    [Fact] // parts sum to the whole: readings in between change nothing of the sum
    public void Whatever_is_read_in_between_the_device_counted_the_same()
    {
        var whole = Of(R("2025-01-01", 10), R("2025-12-31", 910)).Intervals.Sum(interval => interval.Quantity);
        var dice = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var days = Enumerable.Range(0, dice.Next(1, 20)).Select(_ => dice.Next(1, 363)).Distinct().Order().ToArray();
            var between = days.Select(day => R(A.Day("2025-01-01").AddDays(day), 10 + day * 2.4m)).OrderBy(_ => dice.Next());
            Assert.Equal(whole, Of([.. between, R("2025-12-31", 910), R("2025-01-01", 10)]).Intervals.Sum(interval => interval.Quantity));
        }
    }

    private static ReadingSegments Of(params Reading[] readings) => new(A.Meter("M"), readings);

    private static Reading R(string day, decimal value, ReadingKind kind = ReadingKind.Periodic, decimal? multiplier = null, int? digits = null,
        bool rolled = false) => R(A.Day(day), value, kind, multiplier, digits, rolled);

    private static Reading R(DateOnly day, decimal value, ReadingKind kind = ReadingKind.Periodic, decimal? multiplier = null, int? digits = null,
        bool rolled = false) => new()
    {
        Id = 0, MeterCode = "M", InstitutionCode = "I1", ReadOn = day, Value = value, Kind = kind, Multiplier = multiplier, Digits = digits,
        RolledOver = rolled, ImportId = 1, RowNumber = 2, RecordedAt = default,
    };
}
