using System.Globalization;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Features.Planning;
using BuildingQuota.Web.Pages.Shared;
using BuildingQuota.Web.Texts;

namespace BuildingQuota.Web.Pages.Planning;

/// <summary>The charts of plans.</summary>
public sealed class PlanCharts(PageTexts texts)
{
    /// <summary>The first path, what binds, and what it came to, from the base year to the last.</summary>
    public Chart Course(PlanCourse course) => new(
        "course-" + course.Indicator, texts["plans.course", course.SubjectName, texts.Of(course.Indicator)], texts.Unit(course.Unit), YearsOf(course),
        [
            new ChartSeries(texts["word.actual"], [.. course.Years.Select(year => year.Actual)]) { Kind = "line", Colour = "--chart-1" },
            new ChartSeries(texts["plans.original"], [.. course.Years.Select(year => (decimal?)year.Original)])
            {
                Kind = "line", Dashed = true, Marker = "none", Colour = "--chart-last",
            },
            new ChartSeries(texts["plans.binding"], [.. course.Years.Select(year => year.Target)])
            {
                Kind = "line", Marker = "diamond", Colour = "--chart-limit",
            },
        ])
    {
        LabelHead = texts["word.year"], Decimals = 4, Fit = true, Summary = SummaryOf(course),
    };

    public Chart Debts(PlanCourse course) => new(
        "debts-" + course.Indicator, texts["plans.debts"], texts.Unit(course.Unit), YearsOf(course),
        [new ChartSeries(texts["plans.debt"], [.. course.Years.Select(year => year.Debt)]) { Colour = "--chart-limit" }])
    {
        LabelHead = texts["word.year"], Decimals = 4, Summary = texts["plans.debts.summary"],
    };

    /// <summary>How many institutions stand on which level, by the five-year progress of their worst indicator.</summary>
    public Chart Levels(IReadOnlyList<BarometerLine> lines)
    {
        int?[] order = [1, 2, 3, null];
        var worst = lines.Where(line => line.SubjectKind == SubjectKind.Institution).GroupBy(line => line.SubjectCode)
            .Select(same => (Annual: same.Min(line => line.Levels.Annual), Plan: same.Min(line => line.Levels.Plan))).ToList();
        var names = order.Select(level => level is { } known ? texts[LevelTexts.Key(known)] : texts["barometer.notPredicted"]).ToList();
        var annual = order.Select(level => (decimal?)worst.Count(one => one.Annual == level)).ToList();
        var plan = order.Select(level => (decimal?)worst.Count(one => one.Plan == level)).ToList();
        return new Chart("levels", texts["barometer.levels.chart"], texts["home.institutionsUnit"], names,
            [new ChartSeries(texts["plans.annual"], annual), new ChartSeries(texts["plans.fiveYears"], plan)])
        {
            LabelHead = texts["plans.fiveYears"], Decimals = 0,
            Summary = texts["barometer.levels.summary", string.Join("; ", names.Zip(plan, (name, count) => $"{name} {Figures.Number(count)}"))],
        };
    }

    private string SummaryOf(PlanCourse course)
    {
        var said = texts["plans.course.summary", Invariant(course.Plan.BaseYear), Figures.Indicator(course.Base.BaseValue),
            Invariant(course.Plan.EndYear), course.CumulativeRatePercent.ToString("0.##", CultureInfo.InvariantCulture)];
        if (course.Latest is not { Debt: { } debt } latest) return said;
        var (year, owed) = (Invariant(latest.Year), Figures.Indicator(debt));
        return said + " " + (debt <= 0 ? texts["plans.course.clear", year]
            : latest.Year < course.Plan.EndYear ? texts["plans.course.debt", year, owed] : texts["plans.course.owed", year, owed]);
    }

    private static IReadOnlyList<string> YearsOf(PlanCourse course) => [.. course.Years.Select(year => Invariant(year.Year))];

    private static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);
}
