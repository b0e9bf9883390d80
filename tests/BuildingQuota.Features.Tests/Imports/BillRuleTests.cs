using BuildingQuota.Domain.Imports;
using BuildingQuota.Features.Imports;

namespace BuildingQuota.Features.Tests.Imports;

/// <summary>Each rule of one bill on both sides of its limit. The clock stands on 20 November 2026 in China.</summary>
public sealed class BillRuleTests
{
    [Theory]
    [InlineData("A1-E,2025-01-01,2025-01-02,1,kWh,,,", null)]
    [InlineData("A1-E,2025-01-02,2025-01-02,1,kWh,,,", "bill.period-empty")]
    [InlineData("A1-E,2024-01-01,2025-02-04,1,kWh,,,", null)] // 400 days
    [InlineData("A1-E,2024-01-01,2025-02-05,1,kWh,,,", "bill.period-too-long")]
    [InlineData("A1-E,2026-11-01,2026-11-21,1,kWh,,,", null)] // the last day in it is today
    [InlineData("A1-E,2026-11-01,2026-11-22,1,kWh,,,", "bill.in-future")]
    [InlineData("A1-E,2020-01-01,2020-02-01,1,kWh,,,", null)]
    [InlineData("A1-E,2019-12-31,2020-02-01,1,kWh,,,", "bill.outside-active-span")]
    [InlineData("A2-E,2025-06-01,2025-07-01,1,kWh,,,", null)]
    [InlineData("A2-E,2025-06-01,2025-07-02,1,kWh,,,", "bill.outside-active-span")]
    [InlineData("A1-E,2025-01-01,2025-02-01,0,kWh,,,", null)]
    [InlineData("A1-E,2025-01-01,2025-02-01,-1,kWh,,,", "bill.negative")]
    [InlineData("A1-E,2025-01-01,2025-02-01,-1,kWh,,correction,", null)]
    [InlineData("A1-E,2025-01-01,2025-02-01,1,万kWh,,,", null)]
    [InlineData("A1-E,2025-01-01,2025-02-01,1,m3,,,", "unit.not-allowed")]
    [InlineData("A1-E,2025-01-01,2025-02-01,1.12345678901234,kWh,1.234,,", null)]
    [InlineData("A1-E,2025-01-01,2025-02-01,999999999999,kWh,,,", null)]
    [InlineData("A1-E,2025-01-01,2025-02-01,1000000000000,kWh,,,", "cell.too-large")]
    [InlineData("A1-E,2025-01-01,2025-02-01,,kWh,,,", "cell.missing")]
    [InlineData("A1-E,2025-01-01,2025-02-01,#REF!,kWh,,,", "cell.excel-error")]
    [InlineData("A1-E,2025-01-01,2025-02-01,1,kWh,,guessed,", "cell.not-a-word")]
    [InlineData("A1-E,2025-01-01,2025-02-30,1,kWh,,,", "cell.not-a-date")]
    [InlineData("A1-E,0999-12-31,1000-02-01,1,kWh,,,", "cell.date-out-of-range")]
    [InlineData("A1-E,2025-01-01,2100-01-01,1,kWh,,,", "cell.date-out-of-range")]
    [InlineData("A1-X,2025-01-01,2025-02-01,1,kWh,,,", "bill.meter-not-found")]
    [InlineData(",2025-01-01,2025-02-01,1,kWh,,,", "bill.meter-not-told")]
    [InlineData("A1-E,2025-01-01,2025-02-01,1,kWh,,,,surplus", "row.cell-without-title")]
    [InlineData("A1-E,2025-01-01,2025-02-01,1,kWh,,,,", null)]
    public async Task A_bill_is_taken_or_refused_by_one_rule(string row, string? code)
    {
        await using var world = await ImportWorld.Create();

        var file = await world.Bills(row);

        Assert.Equal(code is null ? [] : [code], file.Problems.Select(problem => problem.RuleCode));
        Assert.Equal(code is null ? ImportState.Accepted : ImportState.Refused, file.State);
    }

    [Theory]
    [InlineData("2000-01-01,2000-02-01", null), InlineData("1999-12-31,2000-02-01", "bill.too-old"),
        InlineData("1000-01-01,1000-02-01", "bill.too-old")]
    public async Task A_bill_of_an_old_meter_is_taken_from_the_year_2000_on(string period, string? code)
    {
        await using var world = await ImportWorld.Create();
        await world.Import(("m.csv", "code,building_code,carrier,unit,active_from\nOLD,A1,electricity,kWh,1950-01-01\n"));

        var file = await world.Bills($"OLD,{period},1,kWh,,,");

        Assert.Equal(code is null ? [] : [code], file.Problems.Select(problem => problem.RuleCode));
    }

    [Theory]
    [InlineData("A,A1,,water", null, "A1-W")]
    [InlineData(",A1,,water", null, "A1-W")]
    [InlineData("A,,,gasoline", null, "A-F")]
    [InlineData("A,,A1-E,electricity", null, "A1-E")]
    [InlineData("A,A1,,electricity", "bill.meter-ambiguous", null)]
    [InlineData("A,A1,,natural_gas", "bill.meter-not-found", null)]
    [InlineData("H,A1,,water", "bill.meter-not-found", null)]
    [InlineData("A,A1,,", "bill.meter-not-told", null)]
    [InlineData(",,,water", "bill.meter-not-told", null)]
    [InlineData("H,,A1-E,", "bill.meter-mismatch", null)]
    [InlineData(",A2,A1-E,", "bill.meter-mismatch", null)]
    [InlineData(",,A1-E,water", "bill.meter-mismatch", null)]
    public async Task A_row_points_at_one_meter_or_says_why_not(string place, string? code, string? meter)
    {
        await using var world = await ImportWorld.Create();
        const string Header = "institution_code,building_code,meter_code,carrier,period_start,period_end,quantity,unit\n";
        var unit = place.Contains("water", StringComparison.Ordinal) ? "m3" : place.Contains("gasoline", StringComparison.Ordinal) ? "L"
            : "kWh";

        var file = (await world.Import(("bills.csv", $"{Header}{place},2025-01-01,2025-02-01,1,{unit}\n"))).Files[0];

        Assert.Equal(code is null ? [] : [code], file.Problems.Select(problem => problem.RuleCode));
        Assert.Equal(meter is null ? [] : [meter], (await world.State()).Select(bill => bill.Split(' ')[0]));
    }

    [Fact]
    public async Task A_replaced_meter_is_no_ambiguity_on_days_when_only_one_was_there()
    {
        await using var world = await ImportWorld.Create();
        await world.Import(("meters.csv", "code,building_code,carrier,unit,active_from\nA2-E2,A2,electricity,kWh,2025-07-01\n"));

        var file = (await world.Import(("bills.csv",
            "building_code,carrier,period_start,period_end,quantity,unit\nA2,electricity,2025-06-01,2025-07-01,1,kWh\nA2,electricity,2025-07-01,2025-08-01,1,kWh\n"))).Files[0];

        Assert.Equal(ImportState.Accepted, file.State);
        Assert.Equal(["A2-E", "A2-E2"], (await world.State()).Select(bill => bill.Split(' ')[0]));
    }

    [Fact]
    public async Task A_problem_names_sheet_row_column_value_rule_message_and_remedy_in_the_language_asked_for()
    {
        await using var world = await ImportWorld.Create();
        var file = ImportWorld.Offer("账单.csv", System.Text.Encoding.UTF8.GetBytes(
            "表号,起始日期,截止日期,用量,单位\n\nA1-E,2025-01-01,2025-02-01,1.2万,kWh\n"));

        var report = await world.Import(new ImportRequest([file], null, false, "tester", "zh-CN"));

        var problem = Assert.Single(report.Files[0].Problems);
        Assert.Equal((3, "quantity", "1.2万", "cell.not-a-number"), (problem.Row, problem.Column, problem.Value, problem.RuleCode));
        Assert.Equal("不是数字。", problem.Message);
        Assert.StartsWith("请只写数字", problem.Remedy, StringComparison.Ordinal);
        await using var db = world.Open();
        Assert.Equal([problem.Message], db.ImportProblems.Where(stored => stored.ImportId == report.Files[0].BatchId).Select(stored =>
            stored.Message));
    }
}
