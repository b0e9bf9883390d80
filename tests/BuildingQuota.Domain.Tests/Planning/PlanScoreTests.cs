using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quantities;
using BuildingQuota.Domain.Quotas;
using BuildingQuota.Domain.Rules;

namespace BuildingQuota.Domain.Tests.Planning;

public sealed class PlanScoreTests
{
    private static readonly (int Year, decimal Value)[] Actuals =
        [(2020, 24m), (2021, 24.10m), (2022, 23.80m), (2023, 23.60m), (2024, 23.05m), (2025, 22.75m)];

    [Theory] // domain §9.6, the whole table: target, debt, cumulative decline, share of the plan, model B
    [InlineData(TargetPath.Geometric, "23.7551/0.3449/0 23.7682/0.2874/0 23.4619/0.3274/0 23.1966/0.0149/40 22.8000/0.0000/60")]
    [InlineData(TargetPath.Linear, "23.7600/0.3400/0 23.7750/0.2800/0 23.4667/0.3200/0 23.2000/0.0100/40 22.8000/0.0000/60")]
    public void The_worked_example_of_five_years(TargetPath shape, string expected)
    {
        var years = Enumerable.Range(2021, 5).Select(year =>
        {
            var plan = PlanWorld.Find(year, PlanWorld.Records(shape), null, Actuals)!;
            var progress = plan.Progress(Actuals[year - 2020].Value)!;
            return $"{Show(plan.Target)}/{Show(progress.Debt)}/{progress.ModelB:0}";
        });
        Assert.Equal(expected, string.Join(' ', years));
    }

    [Theory] // domain §9.6: share of the five years' decline and the rate that the year needed
    [InlineData(2021, "-8.3333", "1.0206")]
    [InlineData(2022, "16.6667", "1.3767")]
    [InlineData(2023, "33.3333", "1.4206")]
    [InlineData(2024, "79.1667", "1.7095")]
    [InlineData(2025, "104.1667", "1.0846")]
    public void The_share_of_the_plan_and_the_needed_rate(int year, string share, string needed)
    {
        var progress = PlanWorld.Find(year, PlanWorld.Records(), null, Actuals)!.Progress(Actuals[year - 2020].Value)!;
        Assert.Equal(share, Show(progress.PlanPercent!.Value));
        Assert.Equal(needed, Show(progress.RequiredDeclinePercent!.Value));
    }

    [Theory] // domain §9.6, model A on the annual rate
    [InlineData("1.11", "1.23", "90.2439", 36)]
    [InlineData("1.35", "1.23", "109.7561", 40)]
    [InlineData("0.60", "1.23", "48.7805", 0)]
    public void Model_A_by_the_years_rate(string actualRate, string targetRate, string completion, int points)
    {
        var progress = PlanWorld.Progress(100, 100 - D(targetRate), 100 - D(actualRate));
        Assert.Equal(completion, Show(progress.CompletionPercent!.Value));
        Assert.Equal(points, progress.ModelA);
    }

    [Theory] // both sides of every step: the year asks for ten, so the value is the completion in tenths
    [InlineData("91.0001", 32)]
    [InlineData("91", 36)]
    [InlineData("90.0001", 36)]
    [InlineData("90", 40)]
    [InlineData("89.0001", 40)]
    [InlineData("89", 43)]
    [InlineData("88", 46)]
    [InlineData("87.0001", 46)]
    [InlineData("87", 49)]
    [InlineData("60", 49)] // nine at most
    [InlineData("95", 20)]
    [InlineData("95.0001", 0)]
    [InlineData("101", 0)]
    public void A_completion_on_a_step_has_reached_it(string actual, int points) =>
        Assert.Equal(points, PlanWorld.Progress(100, 90, D(actual)).ModelA);

    [Theory] // q exactly 1 and 0.8 on either axis; rising consumption is level 1
    [InlineData("90", 3)]
    [InlineData("90.0001", 2)]
    [InlineData("92", 2)]
    [InlineData("92.0001", 1)]
    [InlineData("100.5", 1)]
    public void Warning_levels_of_the_year_and_of_the_plan(string actual, int level)
    {
        var progress = PlanWorld.Progress(100, 90, D(actual));
        Assert.Equal(level, progress.WarningLevelAnnual);
        Assert.Equal(level, progress.WarningLevelPlan);
    }

    [Fact]
    public void The_two_axes_can_differ()
    {
        var progress = PlanWorld.Progress(last: 99, target: 98, actual: 98, first: 95);
        Assert.Equal((3, 1), (progress.WarningLevelAnnual, progress.WarningLevelPlan));
        Assert.Equal((40m, true, false), (progress.ModelB!.Value, progress.AnnualMet, progress.CumulativeMet));
    }

    [Theory] // a year that asks for no decline: the target alone decides
    [InlineData("100", "100", null, 40, 3)]
    [InlineData("100", "100.0001", null, 0, 1)]
    [InlineData("103", "102", null, 40, 3)]
    [InlineData("103", "104", null, 0, 1)]
    public void Where_nothing_is_asked_there_is_no_completion(string target, string actual, decimal? completion, int points, int level)
    {
        var progress = PlanWorld.Progress(100, D(target), D(actual));
        Assert.Equal(completion, progress.CompletionPercent);
        Assert.Equal((points, level), (progress.ModelA, progress.WarningLevelAnnual));
    }

    [Fact]
    public void Without_the_years_value_there_is_no_score_and_without_the_year_before_none_of_the_year()
    {
        var plan = PlanWorld.Find(2023, PlanWorld.Records(), null, (2020, 24m))!;
        Assert.Null(plan.Progress(null));
        var progress = plan.Progress(23m)!;
        Assert.Null(progress.ModelA);
        Assert.Null(progress.WarningLevelAnnual);
        Assert.Equal((60m, 3), (progress.ModelB!.Value, progress.WarningLevelPlan));
    }

    [Theory] // all of model B; a missed target with the cumulative path kept needs an order that asks for more than the path
    [InlineData("94", "95", "94", 60, PlanGrade.Exceeded, false)]
    [InlineData("94", "95", "94.5", 55, PlanGrade.Completed, false)]
    [InlineData("96", "95", "95.5", 40, PlanGrade.BasicallyCompleted, false)]
    [InlineData("94", "95", "96", 0, PlanGrade.NotCompleted, true)]
    public void Model_B_and_its_grade(string target, string path, string actual, int points, PlanGrade grade, bool vetoed)
    {
        var progress = PlanWorld.Progress(100, D(target), D(actual), D(path));
        Assert.Equal((points, grade, vetoed), (progress.ModelB, progress.Grade, progress.IsVetoed));
    }

    [Theory] // bounds are data: 95/80/60 and 95/80/65
    [InlineData("CN-GOAL", "95", PlanGrade.Exceeded)]
    [InlineData("CN-GOAL", "94.9999", PlanGrade.Completed)]
    [InlineData("CN-GOAL", "80", PlanGrade.Completed)]
    [InlineData("CN-GOAL", "79.9999", PlanGrade.BasicallyCompleted)]
    [InlineData("CN-GOAL", "60", PlanGrade.BasicallyCompleted)]
    [InlineData("CN-GOAL", "59.9999", PlanGrade.NotCompleted)]
    [InlineData("SHAOYANG-2022", "65", PlanGrade.BasicallyCompleted)]
    [InlineData("SHAOYANG-2022", "64.9999", PlanGrade.NotCompleted)]
    public void Grades_by_the_bounds_of_the_set(string set, string percent, PlanGrade grade) =>
        Assert.Equal(grade, PlanWorld.Records().Book.ScoreRulesOf(set)!.Grade(D(percent)));

    [Theory] // cap ÷ total: exactly the cap, just above, at 0.95, beyond
    [InlineData("190", 3)]
    [InlineData("190.0001", 2)]
    [InlineData("200", 2)]
    [InlineData("200.0001", 1)]
    [InlineData("0", 3)]
    [InlineData(null, null)]
    public void A_limit_on_the_total(string? total, int? level)
    {
        var limit = new PlanLimit("P", 190) { ScoreRules = PlanWorld.Records().Book.ScoreRulesOf("CN-GOAL") };
        Assert.Equal(level, limit.WarningLevel(total is null ? null : D(total)));
    }

    [Fact]
    public void A_limit_is_of_the_plans_own_region_or_of_whoever_was_ordered_one()
    {
        var cap = new PlanCap { Id = 1, PlanCode = "P", Indicator = Indicator.TotalEnergy, CapValue = 100, Source = "", Confidence = "" };
        var book = (PlanWorld.Records() with
        {
            Caps = [cap], Overrides = [PlanWorld.Order(2023, OverrideKind.Value, 40, "654201", Indicator.TotalEnergy)],
        }).Book;
        decimal? Of(string code, string path, int year, Indicator indicator = Indicator.TotalEnergy) =>
            book.Limit(new Subject(SubjectKind.Region, code), path, indicator, year)?.Value;

        Assert.Equal(100, Of("654200", A.Path, 2023));
        Assert.Equal(40, Of("654201", A.Path + "654201/", 2023));
        Assert.Null(Of("654201", A.Path + "654201/", 2022));
        Assert.Null(Of("654200", A.Path, 2026));
        Assert.Null(Of("654200", A.Path, 2023, Indicator.EnergyPerArea));
    }

    [Fact]
    public void A_set_without_one_of_its_scales_is_refused()
    {
        var rules = PlanWorld.Records().ScoreRules.Where(rule => rule.SetCode == "CN-GOAL" && rule.Scale != ScoreScale.Warning).ToArray();
        Assert.Equal("score-rules.incomplete", Assert.Throws<RuleBrokenException>(() => new ScoreRuleSet("X", rules)).Code);
    }

    [Fact]
    public void A_set_says_its_numbers_in_one_line() => Assert.Equal(
        "model_a 100:40 90:36 80:32 70:28 60:24 50:20; model_a_bonus 130:9 120:6 110:3; model_b both:60 cumulative:55 annual:40 neither:0; "
        + "graded_by model_b; grade exceeded>=95 completed>=80 basically_completed>=60; warning 1:3 0.8:2; warning_total 1:3 0.95:2",
        PlanWorld.Records().Book.ScoreRulesOf("CN-GOAL")!.Parameters);

    private static decimal D(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static string Show(decimal value) =>
        Rounding.HalfUp(value, 4).ToString("0.0000", System.Globalization.CultureInfo.InvariantCulture);
}
