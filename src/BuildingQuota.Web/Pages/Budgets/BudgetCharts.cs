using BuildingQuota.Domain.Budgets;
using BuildingQuota.Features.Budgets;
using BuildingQuota.Web.Pages.Shared;
using BuildingQuota.Web.Texts;

namespace BuildingQuota.Web.Pages.Budgets;

/// <summary>The charts of an open year, from the same months as its calendar.</summary>
public sealed class BudgetCharts(PageTexts texts)
{
    /// <summary>Cumulative use against the budget line; after the last wholly billed month the forecast and its interval.</summary>
    public Chart Fan(BudgetProfile profile)
    {
        var (forecast, months) = (profile.Forecast, profile.Months);
        var path = Path(months);
        List<ChartSeries> series =
        [
            Line(texts["budgets.line"], [.. months.Select(month => (decimal?)month.CumulativeBudget)], "--chart-limit") with
            {
                Dashed = true,
            },
            Line(texts["budgets.used"], [.. months.Select(month => month.CumulativeUsed)], "--chart-1") with { Marker = "circle" },
            Line(texts["budgets.forecast"], path, "--chart-2") with { Dashed = true },
        ];
        if (forecast is { Low: { } low, High: { } high })
        {
            series.Add(Line(texts["budgets.low"], End(path, forecast.YearEnd, low), "--chart-2") with { Band = "low" });
            series.Add(Line(texts["budgets.high"], End(path, forecast.YearEnd, high), "--chart-2") with { Band = "high" });
        }

        var title = texts["budgets.fan", forecast.SubjectName, texts.Of(forecast.Indicator)];
        return new Chart("fan", title, forecast.Unit, EnergyCharts.MonthNames, series)
        {
            LabelHead = texts["word.month"], Decimals = 1,
            Summary = texts["budgets.fan.summary", Figures.Number(forecast.Limit), forecast.Unit, Figures.Day(forecast.CoveredUntil)],
        };
    }

    /// <summary>Each month: what is billed, what is still expected, and the budget.</summary>
    public Chart Months(BudgetProfile profile)
    {
        var months = profile.Months;
        return new Chart("months", texts["budgets.months", profile.Forecast.Year], profile.Forecast.Unit, EnergyCharts.MonthNames,
        [
            new ChartSeries(texts["budgets.used"], [.. months.Select(month => month.Used)]) { Stack = "year", Colour = "--chart-1" },
            new ChartSeries(texts["budgets.expected"], [.. months.Select(month => month.Expected > 0 ? month.Expected : (decimal?)null)])
            {
                Stack = "year", Colour = "--chart-8",
            },
            new ChartSeries(texts["budgets.budget"], [.. months.Select(month => (decimal?)month.Budget)])
            {
                Kind = "line", Dashed = true, Step = true, Colour = "--chart-limit", Marker = "none",
            },
        ])
        {
            LabelHead = texts["word.month"], Decimals = 1,
            Summary = texts["budgets.basis." + profile.Forecast.BudgetBasis, profile.Trace.Budget.Sources],
        };
    }

    private static ChartSeries Line(string name, IReadOnlyList<decimal?> values, string colour) =>
        new(name, values) { Kind = "line", Colour = colour, Marker = "none" };

    private static decimal?[] Path(IReadOnlyList<BudgetMonth> months)
    {
        var whole = months.TakeWhile(month => month is { CumulativeUsed: not null, CoveredShare: 1 }).Count();
        var (path, sum) = (new decimal?[months.Count], 0m);
        for (var i = 0; i < months.Count; i++)
        {
            sum += (months[i].Used ?? 0) + months[i].Expected;
            if (i >= whole - 1) path[i] = sum;
        }

        return path;
    }

    /// <summary>The path bent so that it ends at one end of the interval.</summary>
    private static decimal?[] End(decimal?[] path, decimal yearEnd, decimal end)
    {
        var start = path.First(value => value is not null)!.Value;
        var whole = yearEnd - start;
        return [.. path.Select(value => value is { } here && whole != 0 ? here + (end - yearEnd) * (here - start) / whole : value)];
    }
}
