using BuildingQuota.Data;
using BuildingQuota.Domain.Access;
using BuildingQuota.Domain.Institutions;
using BuildingQuota.Domain.Quotas;
using BuildingQuota.Features.Evaluations;
using BuildingQuota.Features.Quotas.Allocating;
using BuildingQuota.Testing;
using BuildingQuota.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Tests.Quotas;

/// <summary>docs/rules/year-indicator.md: given out, given out again, ordered otherwise.</summary>
public sealed class YearIndicatorTests
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task The_same_inputs_are_one_run_and_an_approved_order_makes_another(DatabaseProvider provider)
    {
        await using var world = await Judged(provider);
        var first = await Give(world);
        Assert.True(first.IsNew);
        Assert.Equal(first with { IsNew = false }, await Give(world));
        await using (var db = world.Database.Open())
        {
            var row = await db.YearIndicators.SingleAsync(one => one.InstitutionCode == "I1");
            // 120,266.476 + 66… kWh over 3,333.3 m²: 36.12 kWh/m², between 引导值 20 and 基准值 40, held at its first value
            Assert.Equal(("year-indicator.held-first", row.LadderValue, true), (row.Reason, row.Value, row.IsCurrent));
            Assert.Equal(Math.Round(row.LastActual!.Value, 2, MidpointRounding.AwayFromZero), row.Value);
        }

        var order = 0L;
        await world.Act("anna", Role.Officer, async (db, person) =>
            order = await new OrderIndicator(db, person, world.Clock).Ask(new("I1", Indicator.ElectricityPerArea, 2026, 30, "new wing"), default));
        Assert.Equal(first with { IsNew = false }, await Give(world)); // not approved yet
        Task Approve(string name) => world.Act(name, Role.Approver, (db, person) => new OrderIndicator(db, person, world.Clock).Approve(order, default));
        Assert.Equal("year-indicator.same-person", await QuotaWorld.Refused(Approve("Anna")));
        await Approve("ben");
        Assert.Equal("year-indicator.approved-already", await QuotaWorld.Refused(Approve("ben")));

        await using var after = world.Database.Open(AccessScope.OfInstitution(new Institution
        {
            Code = "I1", Name = "I1", Kind = InstitutionKind.Agency, Level = AdministrativeLevel.County, RegionCode = "654200", RegionPath = "100000/650000/654200/",
        }));
        var rows = await after.YearIndicators.OrderBy(one => one.Id).ToListAsync();
        Assert.Equal([false, true], rows.Select(one => one.IsCurrent));
        Assert.Equal((30m, "year-indicator.ordered", "new wing"), (rows[1].Value, rows[1].Reason, rows[1].OverrideReason));
        Assert.Equal(30m, rows[1].Amount / rows[1].Denominator);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_cannot_be_given_out_says_why_and_leaves_nothing(DatabaseProvider provider)
    {
        await using var world = await Judged(provider);
        Assert.Equal("year-indicator.no-verdicts", await QuotaWorld.Refused(Give(world, year: 2030)));
        Assert.Equal("year-indicator.no-ladder", await QuotaWorld.Refused(Give(world, ladder: "X")));
        Assert.Equal("year-indicator.no-region", await QuotaWorld.Refused(Give(world, region: "1")));
        Assert.Equal("year-indicator.cap-too-small", await QuotaWorld.Refused(Give(world, cap: new(Indicator.ElectricityPerArea, 1, 0))));
        Assert.Equal("year-indicator.bad-cap", await QuotaWorld.Refused(Give(world, cap: new(Indicator.ElectricityPerArea, 1, 100))));
        await using var db = world.Database.Open();
        Assert.Equal((0, 0), (await db.IndicatorRuns.CountAsync(), await db.YearIndicators.CountAsync()));
    }

    internal static async Task<QuotaWorld> Judged(DatabaseProvider provider)
    {
        var world = await QuotaWorld.Create(provider);
        await using var db = world.Database.Open();
        db.Add(new IndicatorLadder
        {
            Code = "N", Name = "N", OverPercent = 4, WithinPercent = 2, BetterPercent = 2, Decimals = 2, Source = "", Confidence = "sure",
        });
        await db.SaveChangesAsync();
        await new EvaluateYears(world.Database.Factory, world.Clock).Run(new EvaluateRequest(), null, default);
        return world;
    }

    private static async Task<AllocateIndicators.Result> Give(
        QuotaWorld world, int year = 2026, string ladder = "N", string region = "654200", AllocationCap? cap = null)
    {
        AllocateIndicators.Result? result = null;
        await world.Act("anna", Role.Officer, async (db, person) =>
            result = await new AllocateIndicators(db, person, world.Clock).Run(new(region, year, ladder, cap), default));
        return result!;
    }
}
