using BuildingQuota.Data;
using BuildingQuota.Domain.Access;
using BuildingQuota.Domain.Billing;
using BuildingQuota.Domain.Buildings;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Features.Evaluations;
using BuildingQuota.Features.Evaluations.Replaying;
using BuildingQuota.Testing;
using BuildingQuota.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Tests.Evaluations;

public sealed class ReplayTests
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Every_run_gives_the_same_hash_from_its_frozen_inputs_alone(DatabaseProvider provider)
    {
        await using var database = await SmallRegion.Create(provider);
        await SmallRegion.AddSubMeter(database, "I2-S", of: "I1-E", to: "I2");
        await Evaluate(database);
        await using var db = database.Open();
        await db.Bills.ExecuteUpdateAsync(set => set.SetProperty(bill => bill.State, BillState.Reversed)); // nothing of today is read
        var runs = await db.Evaluations.AsNoTracking().OrderBy(run => run.Id).ToListAsync();
        Assert.Equal(2 * 2 + 3 * 2, runs.Count);
        var replay = new ReplayRuns(db);
        foreach (var run in runs) Assert.Equal(run.InputHash, await replay.HashOf(run, default));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Institutions_that_share_a_meter_share_a_document_that_neither_may_see_alone(DatabaseProvider provider)
    {
        await using var database = await SmallRegion.Create(provider);
        await Evaluate(database);
        await using var db = database.Open();
        var apart = await db.Evaluations.Where(run => run.Year == 2025 && run.InstitutionCode != null).Select(run => run.FrozenHash).ToListAsync();
        Assert.Equal(2, apart.Distinct().Count());
        var one = await db.Institutions.SingleAsync(institution => institution.Code == "I1");
        await using var facility = database.Factory.Create(AccessScope.OfInstitution(one));
        Assert.Contains(await facility.EvaluationInputs.Select(row => row.Hash).ToListAsync(), hash => apart.Contains(hash));

        await SmallRegion.AddSubMeter(database, "I2-S", of: "I1-E", to: "I2");
        await Evaluate(database);

        var shared = await db.Evaluations.Where(run => run.Year == 2025 && run.InstitutionCode != null && run.IsCurrent).Select(run => run.FrozenHash).ToListAsync();
        Assert.Single(shared.Distinct());
        Assert.DoesNotContain(await facility.EvaluationInputs.Select(row => row.Hash).ToListAsync(), hash => shared.Contains(hash));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Every_changed_input_is_named_and_the_old_run_still_comes_out_the_same(DatabaseProvider provider)
    {
        await using var database = await SmallRegion.Create(provider);
        await Evaluate(database);
        await using var db = database.Open();
        var run = await db.Evaluations.SingleAsync(one => one.SubjectCode == "I1" && one.Year == 2025);
        foreach (var id in await db.Evaluations.Select(one => one.Id).ToListAsync()) // regions too
            Assert.Empty((await Replay(db, database, id)).Changes);

        await db.Bills.Where(bill => bill.BillNumber == "I1-E-2025-03")
            .ExecuteUpdateAsync(set => set.SetProperty(bill => bill.State, BillState.Reversed).SetProperty(bill => bill.EndedById, 20L));
        db.Add(new FloorArea { Id = 1, BuildingCode = "I1-B", InstitutionCode = "I1", From = new DateOnly(2025, 3, 1), GrossAreaM2 = 4_200, HeatedAreaM2 = 0, ImportId = 1 });
        await db.SaveChangesAsync();
        await db.Coefficients.ExecuteUpdateAsync(set => set.SetProperty(row => row.KgcePerUnit, 0.123m));
        await SmallRegion.AddSubMeter(database, "I2-S", of: "I1-E", to: "I2");

        var report = await Replay(db, database, run.Id);

        Assert.Equal((ReplayOutcome.Same, run.InputHash), (report.Outcome, report.ReplayedHash));
        var bill = Assert.Single(report.Changes, change => change is { What: "bills", Key: "15" });
        Assert.Equal((InputChangeKind.Removed, "Reversed", 20L, 1L), (bill.Kind, bill.Became, bill.EndedById, bill.ImportId));
        var area = Assert.Single(report.Changes, change => change.What == "floorAreas");
        Assert.Equal((InputChangeKind.Added, "I1-B · 2025-03-01", 1L), (area.Kind, area.Key, area.ImportId));
        var coefficient = Assert.Single(report.Changes, change => change.What == "coefficients");
        Assert.Equal(new FieldChange("kgcePerUnit", "0.1229", "0.123"), Assert.Single(coefficient.Fields));
        Assert.Contains(report.Changes, change => change is { What: "meters", Key: "I2-S", Kind: InputChangeKind.Added });

        var region = await db.Evaluations.SingleAsync(one => one.SubjectCode == "654200" && one.Year == 2025);
        await Evaluate(database);
        var members = (await Replay(db, database, region.Id)).Changes.Where(change => change.What == "members").ToArray();
        Assert.All(members, change => Assert.Equal((InputChangeKind.Changed, "evaluation"), (change.Kind, Assert.Single(change.Fields).Field)));
        Assert.Equal(["I1", "I2"], members.Select(change => change.Key).Order());
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_a_neighbour_changed_is_counted_and_not_shown(DatabaseProvider provider)
    {
        await using var database = await SmallRegion.Create(provider);
        await SmallRegion.AddSubMeter(database, "I2-S", of: "I1-E", to: "I2");
        await Evaluate(database);
        await using var db = database.Open();
        await db.Bills.Where(bill => bill.MeterCode == "I2-S" && bill.Quantity > 1_010).ExecuteUpdateAsync(set => set.SetProperty(bill => bill.State, BillState.Reversed));
        var run = await db.Evaluations.SingleAsync(one => one.SubjectCode == "I1" && one.Year == 2025);
        await using var facility = database.Factory.Create(AccessScope.OfInstitution(await db.Institutions.SingleAsync(one => one.Code == "I1")));

        var report = await Replay(facility, database, run.Id);

        Assert.Empty(report.Changes);
        Assert.Equal(2, report.ChangesElsewhere);
        Assert.Null(await new ReplayEvaluation(facility, database.Factory).Run(
            await db.Evaluations.Where(one => one.SubjectCode == "I2").Select(one => one.Id).FirstAsync(), default));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_sample_is_made_again_and_what_does_not_come_out_is_named(DatabaseProvider provider)
    {
        await using var database = await SmallRegion.Create(provider);
        await Evaluate(database);
        await using var db = database.Open();
        Assert.Equal("3 evaluations come out as they were stored", (await new ReplayStoredRuns(db).Run(new(2025, 3), default)).Said);
        Assert.True((await new ReplayStoredRuns(db).Run(new(null, null), default)).IsGood);
    }

    private static async Task<ReplayReport> Replay(QuotaDb db, TestDatabase database, long run) =>
        (await new ReplayEvaluation(db, database.Factory).Run(run, default))!;

    private static Task<EvaluationSummary> Evaluate(TestDatabase database) =>
        new EvaluateYears(database.Factory, new FixedClock()).Run(new EvaluateRequest(), null, default);
}
