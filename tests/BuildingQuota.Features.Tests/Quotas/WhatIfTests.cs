using System.Text.Json;
using BuildingQuota.Data;
using BuildingQuota.Domain.Access;
using BuildingQuota.Domain.Conversion;
using BuildingQuota.Domain.Metering;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;
using BuildingQuota.Features.Evaluations;
using BuildingQuota.Features.Quotas.Trying;
using BuildingQuota.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Tests.Quotas;

/// <summary>docs/rules/what-if.md: another set or another decline on a closed year, and nothing that was said changes.</summary>
public sealed class WhatIfTests
{
    private const string Row = "N,表1,agency,county,,ElectricityPerArea,kWh/m²,30,20,10,paper\n";

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_draft_is_tried_in_the_place_of_the_adopted_set_and_nothing_that_was_said_changes(DatabaseProvider provider)
    {
        await using var world = await YearIndicatorTests.Judged(provider);
        await world.Import(("quota_standards.csv", QuotaWorld.Heads + "N,New,STAT,,S,paper\n"), ("quotas.csv", QuotaWorld.Rows + Row));
        var before = await Said(world);
        var id = await Try(world, new(WhatIfKind.QuotaSet, "654200", 2025, "N") { InPlaceOf = "S" });
        Assert.Equal(before, await Said(world));

        await using var db = world.Database.Open(QuotaWorld.Prefecture);
        var reading = (await new FindWhatIfs(db, new(db)).Show(id, null, 1, default))!;
        Assert.Equal((4, 4, 4, 0), (reading.Run.Judged, reading.Run.Changed, reading.Run.NewlyOver, reading.Run.NoLongerOver)); // two institutions, two buildings
        Assert.All(reading.List.Rows, row =>
        {
            Assert.Equal((60m, 30m, "STAT", NumeratorReader.FromVerdict, WhatIfOutcome.NewlyOver),
                (row.PresentLimit, row.TriedLimit, row.TriedSet, row.NumeratorFrom, row.Outcome));
            Assert.Equal(row.PresentActual, row.TriedActual);
        });
        Assert.Equal("Agency", Assert.Single(reading.ByKind).Of);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Another_coefficient_set_is_reckoned_from_the_monthly_facts(DatabaseProvider provider)
    {
        await using var world = await YearIndicatorTests.Judged(provider);
        await using (var db = world.Database.Open())
        {
            db.AddRange(new CoefficientSet { Code = "DB37", Name = "DB37", Source = "" },
                new Coefficient { SetCode = "DB37", Carrier = Carrier.Electricity, Unit = "kWh", KgcePerUnit = 0.31m, Source = "", Confidence = "sure" });
            await db.SaveChangesAsync();
        }

        await world.Import(("quota_standards.csv", QuotaWorld.Heads + "N,New,DB37,A,,paper\n"),
            ("quotas.csv", QuotaWorld.Rows + "N,表1,agency,county,A,EnergyPerArea,kgce/m²,10,8,6,paper\nN,表1,agency,county,B,EnergyPerArea,kgce/m²,99,8,6,paper\n"));
        var id = await Try(world, new(WhatIfKind.QuotaSet, "654200", 2025, "N") { Zone = "A" });
        await using var read = world.Database.Open(QuotaWorld.Prefecture);
        var row = (await read.WhatIfRows.Where(one => one.RunId == id && one.SubjectCode == "I1").ToListAsync()).Single();
        var verdict = await read.YearVerdicts.SingleAsync(one => one.Id == row.VerdictId);
        var facts = await read.MonthlyFacts.Where(fact => fact.InstitutionCode == "I1" && fact.Year == 2025).ToListAsync();
        var expected = facts.Sum(fact => Math.Round(fact.Quantity * 0.31m, 6, MidpointRounding.AwayFromZero)) / verdict.Denominator!.Value;
        Assert.Equal(Math.Round(expected, 4, MidpointRounding.AwayFromZero), row.TriedActual);
        Assert.Equal((NumeratorReader.FromFacts, "STAT", "DB37", WhatIfOutcome.NewlyOver), (row.NumeratorFrom, row.PresentSet, row.TriedSet, row.Outcome));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Another_decline_gives_other_targets(DatabaseProvider provider)
    {
        await using var world = await QuotaWorld.Create(provider);
        await using (var db = world.Database.Open())
        {
            db.AddRange(
                new Plan { Code = "P", Name = "P", RegionCode = "654200", BaseYear = 2024, EndYear = 2026, Path = TargetPath.Linear, Source = "", Confidence = "sure" },
                new PlanTarget { Id = 1, PlanCode = "P", Indicator = Indicator.EnergyPerArea, CumulativeRatePercent = 0, Source = "", Confidence = "sure" });
            await db.SaveChangesAsync();
        }

        await new EvaluateYears(world.Database.Factory, world.Clock).Run(new EvaluateRequest(), null, default);
        var before = await Said(world);
        var id = await Try(world, new(WhatIfKind.PlanRate, "654200", 2025, "P") { Indicator = Indicator.EnergyPerArea, RatePercent = 20, Path = TargetPath.Linear });
        Assert.Equal(before, await Said(world));
        await using var read = world.Database.Open(QuotaWorld.Prefecture);
        var row = await read.WhatIfRows.SingleAsync(one => one.RunId == id && one.SubjectCode == "I1");
        var verdict = await read.YearVerdicts.SingleAsync(one => one.Id == row.VerdictId);
        Assert.Equal(Math.Round(verdict.BaseValue!.Value * 0.9m, 4, MidpointRounding.AwayFromZero), row.TriedLimit!.Value, 3);
        Assert.True(row.TriedActual > row.TriedLimit);
        Assert.Equal(verdict.TargetMet == false ? WhatIfOutcome.Same : WhatIfOutcome.NewlyOver, row.Outcome);
    }

    [Fact]
    public async Task What_is_not_there_is_not_tried()
    {
        await using var world = await YearIndicatorTests.Judged(DatabaseProvider.Sqlite);
        Assert.Equal("what-if.not-found", await QuotaWorld.Refused(Try(world, new(WhatIfKind.QuotaSet, "654200", 2025, "X"))));
        Assert.Equal("what-if.not-found", await QuotaWorld.Refused(Try(world, new(WhatIfKind.PlanRate, "654200", 2025, "X")
            { Indicator = Indicator.EnergyPerArea, RatePercent = 5, Path = TargetPath.Linear })));
        Assert.Equal("what-if.bad-rate", await QuotaWorld.Refused(Try(world, new(WhatIfKind.PlanRate, "654200", 2025, "X"))));
        Assert.Equal("what-if.no-region", await QuotaWorld.Refused(Try(world, new(WhatIfKind.QuotaSet, "1", 2025, "S"))));
        Assert.Equal("what-if.no-verdicts", await QuotaWorld.Refused(Try(world, new(WhatIfKind.QuotaSet, "654200", 2030, "S") { InPlaceOf = "S" })));
    }

    /// <summary>Everything that was evaluated or drafted, byte for byte.</summary>
    private static async Task<string> Said(QuotaWorld world)
    {
        await using var db = world.Database.Open();
        return JsonSerializer.Serialize(new object[]
        {
            await db.Evaluations.AsNoTracking().OrderBy(row => row.Id).ToListAsync(), await db.YearVerdicts.AsNoTracking().OrderBy(row => row.Id).ToListAsync(),
            await db.MonthlyFacts.AsNoTracking().OrderBy(row => row.Id).ToListAsync(), await db.Notices.AsNoTracking().OrderBy(row => row.Id).ToListAsync(),
            await db.Quotas.AsNoTracking().OrderBy(row => row.Id).ToListAsync(), await db.Adoptions.AsNoTracking().OrderBy(row => row.Id).ToListAsync(),
            await db.AuditEvents.AsNoTracking().OrderBy(row => row.Sequence).ToListAsync(),
        });
    }

    private static async Task<long> Try(QuotaWorld world, RunWhatIf.Request request)
    {
        var id = 0L;
        await world.Act("ben", Role.Officer, async (db, person) => id = await new RunWhatIf(db, person, world.Clock).Run(request, null, default));
        return id;
    }
}
