using System.Globalization;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Features.Evaluations;
using BuildingQuota.Web.Texts;

namespace BuildingQuota.Web.Pages.Shared;

/// <summary>The waterfall from one year's value to the next.</summary>
public sealed class ChangeCharts(PageTexts texts)
{
    /// <summary>One bar a part that is not zero; null when nothing changed, or when a step would stand below zero.</summary>
    public Chart? Waterfall(ChangeExplanation change)
    {
        var parts = change.Parts.Where(part => part.Amount != 0).ToList();
        List<decimal> levels = [change.Before!.Actual!.Value];
        foreach (var part in parts) levels.Add(levels[^1] + part.Amount);
        if (parts.Count == 0 || levels.Min() < 0) return null;

        var min = Beginning(levels);
        return new Chart("why", $"{texts["change.title"]} · {texts.Of(change.Verdict.Indicator)}", texts.Unit(change.Verdict.Unit),
            [YearOf(change.Before), .. parts.Select(NameOf), YearOf(change.Verdict)],
            [
                Bars("base", [null, .. parts.Select((_, i) => (decimal?)Math.Min(levels[i], levels[i + 1])), null]) with { Unseen = true },
                Bars(texts["change.value"], [levels[0], .. parts.Select(_ => (decimal?)null), levels[^1]], "--chart-3"),
                Bars(texts["change.up"], [null, .. parts.Select(part => Positive(part.Amount)), null], "--chart-2"),
                Bars(texts["change.down"], [null, .. parts.Select(part => Positive(-part.Amount)), null], "--chart-1"),
            ])
        {
            Horizontal = true, LabelHead = texts["change.part"], Decimals = 4, Min = min,
            Summary = texts[min is null ? "change.summary" : "change.summary.cut"],
        };
    }

    private static ChartSeries Bars(string name, IReadOnlyList<decimal?> values, string? colour = null) =>
        new(name, values) { Stack = "walk", Colour = colour };

    /// <summary>
    /// Small changes of a large value cannot be seen from zero: the axis then begins at a round value half a spread below the lowest step.
    /// </summary>
    private static decimal? Beginning(List<decimal> levels)
    {
        var spread = levels.Max() - levels.Min();
        var low = levels.Min() - spread / 2;
        if (low <= levels.Max() / 2) return null;
        var step = 1m;
        while (step > spread && step > 0.0001m) step /= 10;
        while (step * 10 < spread) step *= 10;
        return decimal.Floor(low / step) * step;
    }

    private string NameOf(ExplainedPart part) => part.Carrier is { } carrier ? texts.Of(carrier) : texts.Of(part.Part);

    private static decimal? Positive(decimal amount) => amount > 0 ? amount : null;

    private static string YearOf(YearVerdict verdict) => verdict.Year.ToString(CultureInfo.InvariantCulture);
}
