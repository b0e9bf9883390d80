using BuildingQuota.Documents.Charts;
using BuildingQuota.Documents.Paper;
using static BuildingQuota.Documents.Tests.Letters.Measures;

namespace BuildingQuota.Documents.Tests.Charts;

public sealed class ColumnChartTests
{
    private static readonly string[] Months = ["1月", "2月", "3月", "4月"];

    [Fact]
    public void Columns_are_as_high_as_their_values_are_to_each_other()
    {
        var columns = Page(new ColumnChart(Months, new("2025年", [100, 200, 50, 150]), "kgce")).Of(BoxKind.ChartColumn).ToList();
        Assert.Equal(Months, columns.Select(c => c.Text));
        Near(columns[0].Height * 2, columns[1].Height);
        Near(columns[0].Height / 2, columns[2].Height);
        Assert.All(columns, c => Near(columns[0].Bottom, c.Bottom));
    }

    [Fact]
    public void A_missing_month_is_a_labelled_gap_and_a_zero_is_not()
    {
        var page = Page(new ColumnChart(Months, new("2025年", [100, null, 0, 150]), "kgce"));
        Assert.Equal(["1月", "3月", "4月"], page.Of(BoxKind.ChartColumn).Select(c => c.Text));
        Assert.Single(page.Of(BoxKind.ChartText), t => t.Text == "缺");
    }

    [Fact]
    public void A_month_that_is_not_yet_due_is_empty_without_a_label()
    {
        var page = Page(new ColumnChart(Months, new("2026年", [100, null, null, null]), "kgce") { Due = 2 });
        Assert.Single(page.Of(BoxKind.ChartText), t => t.Text == "缺");
    }

    [Fact]
    public void An_English_letter_labels_a_missing_month_in_English()
    {
        var letter = DemoLetters.EnglishNotice() with { Body = [new ColumnChart(["Jan", "Feb"], new("2025", [1, null]), "kgce")] };
        Assert.Contains(PagesOf(letter).SelectMany(p => p.Of(BoxKind.ChartText)), t => t.Text == "n/a");
    }

    [Fact]
    public void Unit_legend_axis_and_categories_are_written_inside_the_charts_area()
    {
        var page = Page(new ColumnChart(Months, new("2025年", [100, 200, 50, 150]), "kgce")
        {
            Ghost = new("2024年", [90, 180, 60, 140]),
            Line = new("定额预算", [120, 120, 120, 120]),
        });
        var area = page.Of(BoxKind.Chart).Single();
        var words = page.Of(BoxKind.ChartText).ToList();
        string[] expected = ["kgce", "2025年", "2024年", "定额预算", "0", "200", .. Months];
        Assert.Subset(words.Select(w => w.Text).ToHashSet(), expected.ToHashSet());
        Assert.All(words.Concat(page.Of(BoxKind.ChartColumn)), w =>
        {
            Assert.InRange(w.X, area.X - Tolerance, area.Right);
            Assert.InRange(w.Right, area.X, area.Right + Tolerance);
            Assert.InRange(w.Y, area.Y - Tolerance, area.Bottom);
        });
        Near(28, area.X);
        Near(156, area.Width);
    }

    [Theory]
    [InlineData(0, 0, "0.0 0.2 0.4 0.6 0.8 1.0")]
    [InlineData(0, 48210, "0 10000 20000 30000 40000 50000")]
    [InlineData(0, 60, "0 10 20 30 40 50 60")]
    [InlineData(-5, 10, "-5.0 -2.5 0.0 2.5 5.0 7.5 10.0")]
    public void The_axis_has_round_steps_and_holds_zero_and_all_values(int low, int high, string ticks) =>
        Assert.Equal(ticks, string.Join(' ', Scale.Over([low, high]).Ticks()));

    [Fact]
    public void A_series_of_the_wrong_length_is_refused_by_name()
    {
        var error = Assert.Throws<ArgumentException>(() => Page(new ColumnChart(Months, new("2025年", [1, 2]), "kgce")));
        Assert.Contains("2025年: 2 values for 4 categories", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_chart_without_any_value_is_still_drawn() =>
        Assert.Equal(4, Page(new ColumnChart(Months, new("2025年", [null, null, null, null]), "kgce"))
            .Of(BoxKind.ChartText).Count(t => t.Text == "缺"));

    private static PageReport Page(ColumnChart chart) =>
        PagesOf(DemoLetters.Notice() with { Body = [chart] }).Single(p => p.Of(BoxKind.Chart).Any());
}
