using System.Globalization;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Features.Evaluations;
using BuildingQuota.Features.Notices.Content;
using BuildingQuota.Web.Texts;

namespace BuildingQuota.Web.Pages.Shared;

/// <summary>The charts that several pages draw.</summary>
public sealed class EnergyCharts(PageTexts texts)
{
    /// <summary>Months of one subject: carriers stacked, last year as a line, the quota as a dashed one.</summary>
    public Chart Months(EnergyMonths months, string subject)
    {
        var series = months.Carriers.Select(carrier => new ChartSeries(texts.Of(carrier), months.Of(carrier)) { Stack = "year" }).ToList();
        if (months.LastYear.Any(month => month is not null))
            series.Add(new ChartSeries(Invariant(months.Year - 1), months.LastYear) { Kind = "line", Colour = "--chart-last",
                Marker = "circle" });
        if (months.Budget is { } budget)
            series.Add(new ChartSeries(texts["months.line"], [.. budget.Months.Select(part => (decimal?)part)]) { Kind = "line",
                Dashed = true, Step = true, Colour = "--chart-limit", Marker = "none" });
        return new Chart("months", texts["months.title", subject, Invariant(months.Year)], "kgce", MonthNames, series)
        {
            LabelHead = texts["word.month"], Decimals = 1, Summary = SummaryOf(months),
        };
    }

    /// <summary>One indicator of one subject over the years, with its limit and its target.</summary>
    public Chart Years(IReadOnlyList<VerdictRow> years, string subject)
    {
        var first = years[0];
        List<ChartSeries> series = [new ChartSeries(texts["word.actual"], [.. years.Select(year => year.Actual)])];
        if (years.Any(year => year.Constraint is not null))
            series.Add(new ChartSeries(texts["word.limit"], [.. years.Select(year => year.Constraint)]) { Kind = "line", Dashed = true,
                Colour = "--chart-limit" });
        if (years.Any(year => year.TargetValue is not null))
            series.Add(new ChartSeries(texts["word.target"], [.. years.Select(year => year.TargetValue)]) { Kind = "line",
                Marker = "diamond", Colour = "--chart-2" });
        return new Chart("years", $"{texts.Of(first.Indicator)} · {subject}", texts.Unit(first.Unit), [.. years
            .Select(year => Invariant(year.Year))], series)
        {
            LabelHead = texts["word.year"], Decimals = 2, Summary = texts["years.summary"],
        };
    }

    /// <summary>What a notice says of the months: used against budget.</summary>
    public Chart Budget(NoticeContent content, string subject)
    {
        var months = content.Months;
        List<ChartSeries> series =
        [
            new ChartSeries(texts["notices.used"], months.Used),
            new ChartSeries(texts["notices.budgetLine"], [.. months.Budget.Select(part => (decimal?)part)]) { Kind = "line",
                Dashed = true, Step = true, Colour = "--chart-limit", Marker = "none" },
        ];
        if (months.LastYear is { } last)
            series.Add(new ChartSeries(Invariant(content.Year - 1), [.. last.Select(part => (decimal?)part)]) { Kind = "line",
                Colour = "--chart-last" });
        return new Chart("budget", texts["notices.budget", texts.Of(months.Indicator)], texts.Unit(months.Unit), MonthNames, series)
        {
            LabelHead = texts["word.month"], Decimals = 1,
            Summary = $"{subject} {Invariant(content.Year)} · {texts.Of(months.Indicator)} · {texts["notices.budget." + months.Basis]}",
        };
    }

    /// <summary>How many institutions stand in which tier.</summary>
    public Chart Tiers(RegionOverview overview)
    {
        TierName?[] order = [TierName.OverConstraint, TierName.WithinConstraint, TierName.WithinBaseline, TierName.BetterThanGuiding,
            TierName.NoQuota, null];
        var counts = order.Select(tier => (decimal?)(overview.Tiers.FirstOrDefault(count => count.Tier == tier)?.Institutions ?? 0)).ToList();
        var names = order.Select(tier => tier is { } known ? texts.Of(known) : texts["word.undetermined"]).ToList();
        return new Chart("tiers", texts["home.tiers"], texts["home.institutionsUnit"], names, [new ChartSeries(texts["nav.institutions"],
            counts)])
        {
            Horizontal = true, LabelHead = texts["word.tier"], Decimals = 0,
            Summary = texts["home.tiers.summary", Invariant(overview.Year), string.Join("; ", names.Zip(counts, (name,
                count) => $"{name} {Figures.Number(count)}"))],
        };
    }

    internal static IReadOnlyList<string> MonthNames => PageTexts.Language == "en"
        ? CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames[..12]
        : [.. Enumerable.Range(1, 12).Select(month => Invariant(month) + "月")];

    private string SummaryOf(EnergyMonths months)
    {
        var set = texts["months.set", months.CoefficientSet];
        if (months is not { Limit: { } limit, Budget: { } budget }) return set + texts["months.noQuota"];
        var basis = texts["months.basis." + budget.Shape.Basis, Invariant(months.Year), Invariant(budget.Shape.Sources)];
        return set + texts["months.limit", Figures.Number(limit), Invariant(months.LimitYear!.Value), string.Join(" + ", months.Judged
            .Select(texts.Of))] + basis;
    }

    private static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);
}
