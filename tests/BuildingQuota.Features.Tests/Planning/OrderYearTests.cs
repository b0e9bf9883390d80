using BuildingQuota.Data;
using BuildingQuota.Domain.Access;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;
using BuildingQuota.Domain.Rules;
using BuildingQuota.Features.Planning;
using BuildingQuota.Testing;
using BuildingQuota.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Tests.Planning;

public sealed class OrderYearTests
{
    private static OrderYear.Request Rate => new("P", PlannedRegion.Prefecture, Indicator.EnergyPerArea, 2025)
    {
        Kind = OverrideKind.RatePercent, Amount = 4, Reason = "补“十二五”前两年欠账", Source = "塔地节能办〔2025〕1号", Actor = "officer",
    };

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task An_order_is_what_the_next_evaluation_asks_and_its_withdrawal_brings_the_path_back(DatabaseProvider provider)
    {
        await using var database = await PlannedRegion.Create(provider);
        await PlannedRegion.Evaluate(database);
        await using var db = database.Open();
        var id = await new OrderYear(db, new FixedClock()).Run(Rate, default);
        await PlannedRegion.Evaluate(database);

        var ordered = await Score(database);
        Assert.Equal((TargetBasis.Ordered, id), (ordered.TargetBasis, ordered.OverrideId));
        Assert.Equal(4.41m, ordered.OriginalTargetValue);
        Assert.Equal(4m, ordered.RequiredDeclinePercent);

        await new WithdrawOrder(db, new FixedClock()).Run(new(id, "文件废止", "officer"), default);
        await PlannedRegion.Evaluate(database);
        Assert.Equal((null, 4.41m), ((await Score(database)).OverrideId, (await Score(database)).OriginalTargetValue));
        Assert.Equal(["plan-override.order", "plan-override.withdraw"], await db.AuditEvents.OrderBy(line => line.Sequence).Select(line => line.Action).ToListAsync());
        Assert.Equal(2, await db.PlanOverrides.CountAsync());
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_second_order_supersedes_the_first_which_is_kept(DatabaseProvider provider)
    {
        await using var database = await PlannedRegion.Create(provider);
        await using var db = database.Open();
        var first = await new OrderYear(db, new FixedClock()).Run(Rate, default);
        var second = await new OrderYear(db, new FixedClock()).Run(Rate with { Amount = 3.2m }, default);
        var rows = await db.PlanOverrides.AsNoTracking().OrderBy(row => row.Id).ToListAsync();
        Assert.Equal([(first, 4m, second), (second, 3.2m, null)], rows.Select(row => (row.Id, row.Amount!.Value, row.SupersededById)));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_value_for_a_total_is_the_regions_limit_of_the_year(DatabaseProvider provider)
    {
        await using var database = await PlannedRegion.Create(provider);
        await using var db = database.Open();
        await new OrderYear(db, new FixedClock()).Run(
            Rate with { Indicator = Indicator.TotalEnergy, Kind = OverrideKind.Value, Amount = 20_000 }, default);
        await PlannedRegion.Evaluate(database);
        var total = await db.PlanScores.SingleAsync(row => row.Indicator == Indicator.TotalEnergy && row.Year == 2025);
        Assert.Equal((20_000m, 1), (total.CapValue, total.WarningLevelTotal));
    }

    [Theory]
    [InlineData("plan-override.no-plan")]
    [InlineData("plan-override.outside-plan")]
    [InlineData("plan-override.no-target")]
    [InlineData("plan-override.rate-out-of-range")]
    [InlineData("plan-override.value-not-positive")]
    [InlineData("plan-override.no-reason")]
    [InlineData("plan-override.no-source")]
    [InlineData("plan-override.region-out-of-scope")]
    public async Task What_cannot_be_ordered_is_refused_and_nothing_is_kept(string code)
    {
        await using var database = await PlannedRegion.Create(DatabaseProvider.Sqlite);
        await using var db = database.Open();
        var request = code switch
        {
            "plan-override.no-plan" => Rate with { PlanCode = "Q" },
            "plan-override.outside-plan" => Rate with { Year = 2023 },
            "plan-override.no-target" => Rate with { Indicator = Indicator.TotalEnergy },
            "plan-override.rate-out-of-range" => Rate with { Amount = 100 },
            "plan-override.value-not-positive" => Rate with { Kind = OverrideKind.Value, Amount = 0 },
            "plan-override.no-reason" => Rate with { Reason = " " },
            "plan-override.no-source" => Rate with { Source = null },
            _ => Rate with { RegionCode = "999999" },
        };
        Assert.Equal(code, (await Assert.ThrowsAsync<RuleBrokenException>(() => new OrderYear(db, new FixedClock()).Run(request, default))).Code);
        Assert.False(await db.PlanOverrides.AnyAsync());
        Assert.False(await db.AuditEvents.AnyAsync());
    }

    [Fact]
    public async Task The_last_and_the_first_year_and_the_edges_of_a_rate_are_taken()
    {
        await using var database = await PlannedRegion.Create(DatabaseProvider.Sqlite);
        await using var db = database.Open();
        foreach (var (year, rate) in new[] { (2024, 99.9999m), (2028, -99.9999m) })
            Assert.True(await new OrderYear(db, new FixedClock()).Run(Rate with { Year = year, Amount = rate }, default) > 0);
    }

    [Fact]
    public async Task Nobody_orders_above_or_beside_their_own_region()
    {
        await using var database = await PlannedRegion.Create(DatabaseProvider.Sqlite);
        await using var all = database.Open();
        await new OrderYear(all, new FixedClock()).Run(Rate, default);
        await using var institution = database.Open(AccessScope.OfInstitution(await all.Institutions.FirstAsync()));
        await using var region = database.Open(AccessScope.OfRegion(await all.Regions.SingleAsync(row => row.Code == PlannedRegion.Prefecture)));
        var ofInstitution = new OrderYear(institution, new FixedClock());
        var ofRegion = new OrderYear(region, new FixedClock());

        Assert.Equal("plan-override.region-out-of-scope", (await Assert.ThrowsAsync<RuleBrokenException>(() => ofInstitution.Run(Rate, default))).Code);
        Assert.Equal("plan-override.region-out-of-scope",
            (await Assert.ThrowsAsync<RuleBrokenException>(() => ofRegion.Run(Rate with { RegionCode = "650000" }, default))).Code);
        Assert.True(await ofRegion.Run(Rate, default) > 0);
        var withdraw = new WithdrawOrder(institution, new FixedClock());
        var standing = await all.PlanOverrides.Where(row => row.SupersededById == null).Select(row => row.Id).SingleAsync();
        Assert.Equal("plan-override.region-out-of-scope",
            (await Assert.ThrowsAsync<RuleBrokenException>(() => withdraw.Run(new(standing, "x", "facility"), default))).Code);
    }

    private static async Task<PlanScore> Score(TestDatabase database)
    {
        await using var db = database.Open();
        return await db.PlanScores.AsNoTracking().SingleAsync(row => row.SubjectCode == "I1" && row.Year == 2025 && row.IsCurrent);
    }
}
