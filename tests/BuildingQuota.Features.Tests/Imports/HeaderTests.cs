using BuildingQuota.Domain.Imports;
using BuildingQuota.Features.Imports;
using BuildingQuota.Features.Imports.Columns;
using BuildingQuota.Features.Imports.Tables;

namespace BuildingQuota.Features.Tests.Imports;

public sealed class HeaderTests
{
    public static TheoryData<string> Kinds { get; } = [.. Layouts.All.Select(layout => layout.Kind)];

    [Theory, MemberData(nameof(Kinds))]
    public void Every_kind_is_known_by_its_names_its_Chinese_titles_and_its_required_columns_alone(string kind)
    {
        var layout = Layouts.All.Single(layout => layout.Kind == kind);

        Assert.Equal(kind, Recognise(layout.Columns.Select(column => column.Name)));
        Assert.Equal(kind, Recognise(layout.Columns.Select(column => column.Titles[0])));
        if (kind != "bills") Assert.Equal(kind, Recognise(layout.Columns.Where(column => column.IsRequired).Select(column => column.Name)));
    }

    [Theory, MemberData(nameof(Kinds))]
    public void No_title_means_two_columns_of_one_kind(string kind)
    {
        var titles = Layouts.All.Single(layout => layout.Kind == kind).Columns.SelectMany(column => column.Titles.Append(column.Name))
            .Select(FileLayout.Token).ToList();

        Assert.Equal(titles.Distinct(), titles);
    }

    [Fact]
    public void Titles_match_whole_whatever_their_case_width_and_spaces()
    {
        Assert.Equal("cost_cny", Layouts.Bills.Find(FileLayout.Token(" 费用（元） "))?.Name);
        Assert.Equal("period_start", Layouts.Bills.Find(FileLayout.Token("Period Start*"))?.Name);
        Assert.Null(Layouts.Bills.Find(FileLayout.Token("费用合计")));
    }

    [Fact]
    public void A_header_of_nothing_known_is_no_kind() => Assert.Null(Recognise(["foo", "bar"]));

    [Theory]
    [InlineData("meter_code,period_start,period_end,quantity,unit,colour\n", "column.unknown", "colour")]
    [InlineData("meter_code,meter_code,period_start,period_end,quantity,unit\n", "column.duplicate", "meter_code")]
    [InlineData("meter_code,表号,period_start,period_end,quantity,unit\n", "column.duplicate", "表号")]
    [InlineData("meter_code,carrier,period_start,period_end,quantity,cost_cny\n", "column.missing", "unit")]
    public async Task A_header_that_is_wrong_refuses_the_file_and_names_the_column(string header, string code, string column)
    {
        await using var world = await ImportWorld.Create();

        var file = (await world.Import(("bills.csv", header + "A1-E,2025-01-01,2025-02-01,1,kWh,1\n"))).Files[0];

        var problem = Assert.Single(file.Problems);
        Assert.Equal((code, column, 1, ImportState.Refused), (problem.RuleCode, problem.Column, problem.Row, file.State));
    }

    [Fact]
    public async Task Untitled_and_remark_columns_are_left_out_and_unknown_ones_by_accept_good()
    {
        await using var world = await ImportWorld.Create();
        const string Row = "A1-E,2025-01-01,2025-02-01,1,kWh,x,y";

        var untitled = (await world.Import(("b.csv", $"meter_code,period_start,period_end,quantity,unit,,备注\n{Row}\n"))).Files[0];
        var unknown = (await world.Import(new ImportRequest(
            [ImportWorld.Offer("b.csv", System.Text.Encoding.UTF8.GetBytes(
                $"meter_code,period_start,period_end,quantity,unit,colour\n{Row.Replace("2025", "2024", StringComparison.Ordinal)[..^2]}\n"))],
            null, AcceptGood: true, "tester"))).Files[0];

        Assert.Equal(ImportState.Accepted, untitled.State);
        Assert.Equal((ImportState.Accepted, "column.unknown"), (unknown.State, Assert.Single(unknown.Problems).RuleCode));
    }

    [Theory, InlineData("bills", ImportState.Accepted), InlineData("账单", ImportState.Accepted), InlineData("meters", ImportState.Refused),
        InlineData("foo", ImportState.Refused)]
    public async Task A_kind_that_is_told_is_believed(string kind, ImportState state)
    {
        await using var world = await ImportWorld.Create();
        var offered = ImportWorld.Offer("b.csv", System.Text.Encoding.UTF8.GetBytes(
            ImportWorld.BillsHeader + "A1-E,2025-01-01,2025-02-01,1,kWh,,,"));

        Assert.Equal(state, (await world.Import(new ImportRequest([offered], kind, false, "tester"))).Files[0].State);
    }

    private static string? Recognise(IEnumerable<string> titles) =>
        Header.Recognise(new TableRow(1, [.. titles.Select(title => new Cell(title))]))?.Kind;
}
