using BuildingQuota.Documents.Charts;
using BuildingQuota.Documents.Tables;
using BuildingQuota.Features.Notices.Content;

namespace BuildingQuota.Features.Notices.Letters;

/// <summary>The two tables and the chart of an overrun notice. Columns are given in points: what a figure of seven digits needs.</summary>
internal sealed class LetterTables(NoticeContent content, LetterFigures figures)
{
    /// <summary>五号; English words are longer.</summary>
    private readonly double _size = figures.IsEnglish ? 9.5 : 10.5;

    public Table Limits(string caption)
    {
        var units = content.Rows.Select(row => figures.Words.Unit(row.NumeratorUnit)).Distinct().ToArray();
        var threeTiers = content.Rows.Any(row => row.Baseline is not null);
        return new Table(
            [
                Head("indicator", 75), Head("actual", 73, Align.Point), Head("constraint", 57, Align.Point),
                .. threeTiers ? [Head("baseline", 57, Align.Point)] : Array.Empty<Column>(),
                Head("guiding", 57, Align.Point), Head("amount", 72, Align.Point), Head("percent", 51, Align.Point),
            ],
            [.. content.Rows.Select(row => Limits(row, threeTiers))])
        {
            Caption = caption, Size = _size, Unit = units.Length == 1 ? figures.Words.Filled("amount_in", units[0]) : null,
        };
    }

    public Table Basis(string caption)
    {
        var hasSet = content.Rows.Any(row => row.CoefficientSet is not null);
        return new Table(
            [
                Head("indicator", 66), Head("numerator", 98, Align.Right), Head("denominator", 87, Align.Right),
                .. hasSet ? [Head("set", 40, Align.Centre)] : Array.Empty<Column>(),
                Head("quota", 100.5, Align.Centre), Head("estimated", 50.5, Align.Point),
            ],
            [.. content.Rows.Select(row => Basis(row, hasSet))]) { Caption = caption, Size = _size };
    }

    public ColumnChart Chart(string caption)
    {
        var months = content.Months;
        return new ColumnChart(
            [.. Enumerable.Range(1, 12).Select(figures.Month)],
            new ChartSeries(figures.Words.Filled("used", content.Year), months.Used), figures.Words.Unit(months.Unit))
        {
            Caption = caption,
            Line = new ChartSeries(figures.Words["budget"], [.. months.Budget.Select(month => (decimal?)month)]),
            Ghost = months.LastYear is { } before
                ? new ChartSeries(figures.Words.Filled("used_before", content.Year - 1), [.. before.Select(month => (decimal?)month)])
                : null,
            MissingLabel = figures.Words["missing"],
            Lines = 7,
        };
    }

    private Column Head(string word, double weight, Align align = Align.Left) =>
        new(figures.Words.Column(word, content.Family), weight, align);

    private string[] Limits(OverrunRow row, bool threeTiers)
    {
        var atLeast = row.Actual is null ? figures.Words["at_least"] : "";
        return
        [
            $"{figures.Words.Of(row.Indicator)}\n{figures.Words.Unit(row.Unit)}", atLeast + Numbers.Indicator(row.Actual ?? row.LowerBound),
            Numbers.Limit(row.Constraint), .. threeTiers ? [Numbers.Limit(row.Baseline)] : Array.Empty<string>(),
            Numbers.Limit(row.Guiding), Numbers.Amount(row.OverrunAmount), atLeast + Numbers.Amount(row.OverrunPercent),
        ];
    }

    private string[] Basis(OverrunRow row, bool hasSet) =>
    [
        figures.Words.Of(row.Indicator), $"{Numbers.Amount(row.Numerator)} {figures.Words.Unit(row.NumeratorUnit)}",
        figures.Denominator(row),
        .. hasSet ? [row.CoefficientSet ?? "—"] : Array.Empty<string>(), figures.Quota(row), Numbers.Amount(row.EstimatedShare * 100),
    ];
}
