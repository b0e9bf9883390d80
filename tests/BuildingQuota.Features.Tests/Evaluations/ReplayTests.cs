using BuildingQuota.Data;
using BuildingQuota.Domain.Access;
using BuildingQuota.Domain.Billing;
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

    private static Task<EvaluationSummary> Evaluate(TestDatabase database) =>
        new EvaluateYears(database.Factory, new FixedClock()).Run(new EvaluateRequest(), null, default);
}
