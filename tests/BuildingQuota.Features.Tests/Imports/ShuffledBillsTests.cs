using FsCheck;
using FsCheck.Fluent;

namespace BuildingQuota.Features.Tests.Imports;

public sealed class ShuffledBillsTests
{
    private static readonly string[] Meters = ["A1-E", "A1-W", "H1-E"];

    [Fact]
    public void Bills_that_do_not_overlap_end_in_the_same_state_however_they_are_dealt_into_files()
    {
        var deals = from bills in Bills()
                    from seed in Gen.Choose(0, int.MaxValue)
                    from files in Gen.Choose(1, 4)
                    select (bills, seed, files);

        Prop.ForAll(deals.ToArbitrary(), deal => EndsInTheSameState(deal.bills, deal.seed, deal.files).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(8));
    }

    private static async Task<bool> EndsInTheSameState(List<string> bills, int seed, int files)
    {
        await using var straight = await ImportWorld.Create();
        await using var shuffled = await ImportWorld.Create();
        await straight.Bills([.. bills]);
        var random = new Random(seed);
        var dealt = bills.OrderBy(_ => random.Next()).Chunk((bills.Count / files) + 1).ToList();
        foreach (var part in dealt) await shuffled.Bills(part);
        foreach (var part in dealt.AsEnumerable().Reverse()) await shuffled.Bills([.. part.Reverse(), bills[0]]);
        return (await straight.State()).SequenceEqual(await shuffled.State());
    }

    /// <summary>Spans one behind the other with gaps and without, on three meters; some estimated.</summary>
    private static Gen<List<string>> Bills() =>
        from days in Gen.Choose(1, 70).ListOf(30)
        from gaps in Gen.Choose(0, 3).ListOf(30)
        from kinds in Gen.Choose(0, 5).ListOf(30)
        select Lay([.. days], [.. gaps], [.. kinds]);

    private static List<string> Lay(int[] days, int[] gaps, int[] kinds)
    {
        var (day, rows) = (new DateOnly(2021, 1, 1), new List<string>());
        for (var at = 0; at < days.Length; at++)
        {
            var (start, meter) = (day.AddDays(gaps[at]), Meters[at % 3]);
            day = start.AddDays(days[at]);
            var (unit, type) = (meter == "A1-W" ? "m3" : "kWh", kinds[at] == 0 ? "estimated" : "actual");
            rows.Add(FormattableString.Invariant($"{meter},{start:yyyy-MM-dd},{day:yyyy-MM-dd},{at + 1},{unit},,{type},N{at}"));
        }

        return rows;
    }
}
