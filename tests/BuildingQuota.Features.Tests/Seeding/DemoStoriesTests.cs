using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;
using BuildingQuota.Testing.DemoRegion;

namespace BuildingQuota.Features.Tests.Seeding;

/// <summary>What seed/demo/README.md tells of the demonstration is what the engine says of it.</summary>
public class DemoStoriesTests
{
    private static readonly IReadOnlyDictionary<string, string> Files = DemoRegionFiles.Generate();
    private static readonly CommunityRecords Records = new DemoRecords(Files).Read();
    private static readonly Lazy<ILookup<(string Subject, int Year), Verdict>> Verdicts = new(Judge);

    [Theory]
    [InlineData("DQ-XZ", Indicator.NonHeatingEnergyPerArea)]
    [InlineData("DQ-RMYY", Indicator.NonHeatingEnergyPerArea)]
    [InlineData("DQ-BWG", Indicator.NonHeatingEnergyPerArea)]
    [InlineData("WS-YY", Indicator.NonHeatingEnergyPerArea)]
    [InlineData("SW-GOV", Indicator.NonHeatingEnergyPerArea)]
    [InlineData("EM-WSY", Indicator.NonHeatingEnergyPerArea)]
    [InlineData("TCS-TSG", Indicator.NonHeatingEnergyPerArea)]
    [InlineData("DQ-TYG", Indicator.HeatingEnergyPerHeatedArea)]
    [InlineData("SW-GOV", Indicator.HeatingEnergyPerHeatedArea)]
    [InlineData("TL-GOV", Indicator.HeatingEnergyPerHeatedArea)]
    [InlineData("TL-ZF", Indicator.HeatingEnergyPerHeatedArea)]
    [InlineData("DQ-TYG", Indicator.EnergyPerCapita)]
    [InlineData("WS-ZF", Indicator.EnergyPerCapita)]
    [InlineData("DQ-FGW", Indicator.WaterPerCapita)]
    [InlineData("SW-ZX", Indicator.WaterPerCapita)]
    [InlineData("HF-XX", Indicator.WaterPerCapita)]
    [InlineData("YM-YEY", Indicator.WaterPerCapita)]
    [InlineData("SW-YY", Indicator.WaterPerBed)]
    public void Those_that_are_said_to_be_over_in_2025_are_over(string institution, Indicator indicator)
    {
        var verdict = Of(institution, 2025, indicator);
        Assert.Equal((Sufficiency.Sufficient, (TierName?)TierName.OverConstraint), (verdict.Sufficiency, verdict.Tier));
        Assert.True(verdict.OverrunAmount > 0);
    }

    [Theory]
    [InlineData("SW-CZJ", Sufficiency.Undetermined)]
    [InlineData("WS-JYJ", Sufficiency.OverWhateverIsMissing)]
    [InlineData("EM-CZJ", Sufficiency.WithinWhateverIsMissing)]
    public void Missing_months_leave_each_kind_of_answer(string institution, Sufficiency expected) =>
        Assert.Equal(expected, Of(institution, 2025, Indicator.NonHeatingEnergyPerArea).Sufficiency);

    [Theory]
    [InlineData("DQ-SHJ")]
    [InlineData("TCS-CZJ")]
    [InlineData("YM-GOV")]
    [InlineData("HF-ZF")]
    [InlineData("EM-YY")]
    public void The_thrifty_are_better_than_guiding(string institution) =>
        Assert.Equal(TierName.BetterThanGuiding, Of(institution, 2025, Indicator.NonHeatingEnergyPerArea).Tier);

    [Theory]
    [InlineData(2023)]
    [InlineData(2024)]
    [InlineData(2025)]
    public void About_a_fifth_of_the_institutions_is_over_something(int year)
    {
        var over = Institutions(year).Count(one => Verdicts.Value[(one, year)].Any(verdict => verdict.Tier == TierName.OverConstraint));
        Assert.InRange(over, 15 * Institutions(year).Count / 100, 25 * Institutions(year).Count / 100);
    }

    [Theory]
    [InlineData(Indicator.EnergyPerArea)]
    [InlineData(Indicator.EnergyPerCapita)]
    [InlineData(Indicator.WaterPerCapita)]
    [InlineData(Indicator.CarbonPerArea)]
    public void Some_are_on_their_plan_and_some_are_not(Indicator indicator)
    {
        var met = Institutions(2025).SelectMany(one => Verdicts.Value[(one, 2025)])
            .Where(verdict => verdict.Definition.Indicator == indicator)
            .Select(verdict => verdict.Plan?.Met(verdict.PlanActual)).ToList();
        Assert.True(met.Count(it => it == true) > 20 && met.Count(it => it == false) > 20);
    }

    [Fact]
    public void Bills_follow_one_another_without_overlap_and_only_the_told_months_are_missing()
    {
        var meters = Records.Bills.GroupBy(bill => bill.MeterCode, (_, bills) => bills.OrderBy(bill => bill.PeriodStart).ToArray());
        var pairs = meters.SelectMany(bills => bills.Zip(bills.Skip(1))).ToList();

        Assert.All(pairs, pair => Assert.True(pair.First.PeriodEnd <= pair.Second.PeriodStart, pair.Second.BillNumber));
        Assert.Equal(
            ["EM-CZJ-B1-E1", "SW-CZJ-B1-E1", "TL-XX-B1-W1", "WS-JYJ-B1-E1"],
            pairs.Where(pair => pair.First.PeriodEnd < pair.Second.PeriodStart).Select(pair => pair.First.MeterCode).Order());
        Assert.Equal(Records.Meters.Count, Records.Bills.Select(bill => bill.MeterCode).Distinct().Count());
    }

    private static Verdict Of(string institution, int year, Indicator indicator) =>
        Verdicts.Value[(institution, year)].Single(verdict => verdict.Definition.Indicator == indicator);

    private static List<string> Institutions(int year) =>
        [.. Verdicts.Value.Where(group => group.Key.Year == year).Select(group => group.Key.Subject)];

    private static ILookup<(string Subject, int Year), Verdict> Judge()
    {
        var book = DemoBook.Read(Files);
        var community = new Community(Records, book.Conversions);
        var evaluator = new YearEvaluator(book, new EvaluationRules());
        var verdicts = new List<Verdict>();
        for (var year = 2023; year <= 2025; year++)
            verdicts.AddRange(evaluator.Evaluate(community, year, closed: true, History).SelectMany(one => one.Verdicts)
                .Where(verdict => verdict.Subject.Kind == SubjectKind.Institution));
        return verdicts.ToLookup(verdict => (verdict.Subject.Code, verdict.Year));

        decimal? History(Subject subject, Indicator indicator, int year) => verdicts
            .Find(known => known.Subject == subject && known.Year == year && known.Definition.Indicator == indicator)?.PlanActual;
    }
}
