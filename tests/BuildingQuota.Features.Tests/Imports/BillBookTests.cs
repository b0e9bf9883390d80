using BuildingQuota.Domain.Imports;

namespace BuildingQuota.Features.Tests.Imports;

/// <summary>Overlaps, corrections and reversals, inside a file and against what is stored.</summary>
public sealed class BillBookTests
{
    private const string January = "A1-E,2025-01-01,2025-02-01,100,kWh,50,actual,N1";
    private const string February = "A1-E,2025-02-01,2025-03-01,110,kWh,55,actual,N2";

    [Fact]
    public async Task Bills_that_share_their_reading_day_do_not_overlap()
    {
        await using var world = await ImportWorld.Create();
        Assert.Equal(ImportState.Accepted, (await world.Bills(February, January)).State);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task One_day_too_many_in_a_file_rejects_both_rows_whichever_comes_first(bool earlierFirst)
    {
        await using var world = await ImportWorld.Create();
        const string Late = "A1-E,2025-01-31,2025-03-01,110,kWh,55,actual,N2";

        var file = earlierFirst ? await world.Bills(January, Late) : await world.Bills(Late, January);

        Assert.Equal(["bill.overlap", "bill.overlap"], file.Problems.Select(problem => problem.RuleCode));
        Assert.Contains("row 3 (", file.Problems.Single(problem => problem.Row == 2).Message, StringComparison.Ordinal);
        Assert.Contains("row 2 (", file.Problems.Single(problem => problem.Row == 3).Message, StringComparison.Ordinal);
        Assert.Empty(await world.State());
    }

    [Fact]
    public async Task An_overlap_with_a_stored_bill_names_its_number_import_and_row()
    {
        await using var world = await ImportWorld.Create();
        var first = await world.Bills(January);

        var file = await world.Bills("A1-E,2025-01-31,2025-03-01,110,kWh,55,actual,N2");

        Assert.Contains($"N1 (2025-01-01..2025-02-01, import {first.BatchId}, row 2)", Assert.Single(file.Problems).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_bill_over_short_ones_rejects_every_one_of_them()
    {
        await using var world = await ImportWorld.Create();

        var file = await world.Bills(January, "A1-E,2025-01-01,2025-04-01,300,kWh,,,", February, "A1-W,2025-01-01,2025-02-01,3,m3,,,");

        Assert.Equal([2, 3, 4], file.Problems.Select(problem => problem.Row).Distinct().Order());
    }

    [Fact]
    public async Task The_same_row_twice_in_a_file_is_refused_and_by_accept_good_taken_once()
    {
        await using var world = await ImportWorld.Create();

        Assert.Equal("row.duplicate", Assert.Single((await world.Bills(January, January)).Problems).RuleCode);
        var file = await world.GoodBills(January, January);

        Assert.Equal((ImportState.PartlyAccepted, 2, 1, 1), (file.State, file.Read, file.New, file.Rejected));
        Assert.Single(await world.State());
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_correction_replaces_the_bills_inside_its_period_stored_or_of_the_same_file(bool inOneFile)
    {
        await using var world = await ImportWorld.Create();
        const string Correction = "A1-E,2025-01-01,2025-03-01,180,kWh,90,correction,N3";

        if (inOneFile) await world.Bills(Correction, January, February);
        else
        {
            await world.Bills(January, February);
            await world.Bills(Correction);
        }

        var state = await world.State();
        Assert.Equal(2, state.Count(bill => bill.Contains("Replaced by", StringComparison.Ordinal)));
        Assert.Single(state, bill => bill.Contains("Correction N3 Live", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("A1-E,2025-01-01,2025-02-28,180,kWh,90,correction,N3")]
    [InlineData("A1-E,2025-01-02,2025-03-01,180,kWh,90,correction,N3")]
    [InlineData("A1-E,2025-01-10,2025-01-20,180,kWh,90,correction,N3")]
    public async Task A_correction_may_not_cut_a_bill(string correction)
    {
        await using var world = await ImportWorld.Create();
        await world.Bills(January, February);

        Assert.Contains("bill.correction-cuts", (await world.Bills(correction)).Problems.Select(problem => problem.RuleCode));
        Assert.All(await world.State(), bill => Assert.Contains("Live", bill, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_correction_can_be_corrected_but_not_by_two_rows_at_once()
    {
        await using var world = await ImportWorld.Create();
        await world.Bills(January, "A1-E,2025-01-01,2025-02-01,90,kWh,45,correction,C1");

        var twice = await world.Bills("A1-E,2025-01-01,2025-02-01,80,kWh,40,correction,C2",
            "A1-E,2025-01-01,2025-02-01,70,kWh,40,correction,C3");
        var once = await world.Bills("A1-E,2025-01-01,2025-02-01,80,kWh,40,correction,C2");

        Assert.Equal(["bill.overlap", "bill.overlap"], twice.Problems.Select(problem => problem.RuleCode));
        Assert.Equal(ImportState.Accepted, once.State);
        Assert.Contains("C2 Live", Assert.Single(await world.State(), bill => bill.Contains(" Live ", StringComparison.Ordinal)),
            StringComparison.Ordinal);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_reversal_takes_its_bill_back_and_makes_room_for_the_right_one(bool inOneFile)
    {
        await using var world = await ImportWorld.Create();
        const string Reversal = "A1-E,2025-01-01,2025-02-01,-100,kWh,-50,reversal,N1";
        const string Right = "A1-E,2025-01-01,2025-02-01,10,kWh,5,actual,N1-R";

        if (inOneFile) await world.Bills(Right, Reversal, January);
        else
        {
            await world.Bills(January);
            await world.Bills(Reversal, Right);
        }

        var state = await world.State();
        Assert.Single(state, bill => bill.Contains(" -100 kWh -50 Reversal N1 Reversal", StringComparison.Ordinal));
        Assert.Single(state, bill => bill.Contains(" 100 kWh 50 Actual N1 Reversed by", StringComparison.Ordinal));
        Assert.Single(state, bill => bill.Contains("N1-R Live", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("A1-E,2025-01-01,2025-02-01,-100,kWh,,reversal,N1", null)]
    [InlineData("A1-E,2025-01-01,2025-02-01,100,kWh,,reversal,N1", null)]
    [InlineData("A1-E,2025-01-01,2025-02-01,-99,kWh,,reversal,N1", "bill.reversal-differs")]
    [InlineData("A1-E,2025-01-01,2025-01-31,-100,kWh,,reversal,N1", "bill.reversal-differs")]
    [InlineData("A1-E,2025-01-01,2025-02-01,-100,kWh,,reversal,N9", "bill.reversal-unknown")]
    [InlineData("A1-W,2025-01-01,2025-02-01,-100,m3,,reversal,N1", "bill.reversal-unknown")]
    [InlineData("A1-E,2025-01-01,2025-02-01,-100,kWh,,reversal,", "bill.reversal-without-number")]
    public async Task A_reversal_is_the_opposite_of_a_live_bill_of_that_number(string reversal, string? code)
    {
        await using var world = await ImportWorld.Create();
        await world.Bills(January);

        Assert.Equal(code is null ? [] : [code], (await world.Bills(reversal)).Problems.Select(problem => problem.RuleCode));
    }

    [Fact]
    public async Task A_bill_is_reversed_once()
    {
        await using var world = await ImportWorld.Create();
        await world.Bills(January, "A1-E,2025-01-01,2025-02-01,-100,kWh,,reversal,N1");

        var again = await world.Bills("A1-E,2025-01-01,2025-02-01,-100,kWh,-50,reversal,N1");
        var other = await world.Bills("A1-E,2025-01-01,2025-02-01,-100.5,kWh,-50,reversal,N1");

        Assert.Equal(ImportState.Unchanged, again.State);
        Assert.Equal("bill.reversal-unknown", Assert.Single(other.Problems).RuleCode);
    }

    [Fact]
    public async Task An_old_file_does_not_bring_back_what_was_corrected_since()
    {
        await using var world = await ImportWorld.Create();
        await world.Bills(January);
        await world.Bills("A1-E,2025-01-01,2025-02-01,90,kWh,45,correction,C1");
        var before = await world.State();

        var again = await world.Bills(January, February);

        Assert.Equal((ImportState.Accepted, 1, 1), (again.State, again.New, again.Unchanged));
        Assert.Equal(before, (await world.State()).Where(bill => !bill.Contains("N2", StringComparison.Ordinal)));
    }
}
