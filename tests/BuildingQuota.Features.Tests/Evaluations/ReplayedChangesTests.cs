using BuildingQuota.Data;
using BuildingQuota.Domain.Access;
using BuildingQuota.Domain.Billing;
using BuildingQuota.Domain.Buildings;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;
using BuildingQuota.Features.Evaluations.Replaying;
using BuildingQuota.Features.Tests.Planning;
using BuildingQuota.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Tests.Evaluations;

/// <summary>docs/rules/replay.md: what is named as recorded otherwise today, and what is not.</summary>
public sealed class ReplayedChangesTests
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public Task Right_after_a_run_nothing_has_changed_for_anybody_though_filed_bases_are_frozen(DatabaseProvider provider) =>
        NothingHasChanged(provider, baseYear: 2023);

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public Task Right_after_a_run_nothing_has_changed_for_anybody_though_evaluated_bases_are_frozen(DatabaseProvider provider) =>
        NothingHasChanged(provider, baseYear: 2024);

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_base_that_somebody_froze_otherwise_is_named_and_so_are_other_rules(DatabaseProvider provider)
    {
        await using var database = await PlannedRegion.Create(provider);
        await PlannedRegion.Evaluate(database);
        await using var db = database.Open();
        await db.FrozenBases.ExecuteUpdateAsync(set => set.SetProperty(row => row.SupersededById, 91));
        db.AddRange(Refrozen(91, SubjectKind.Institution, "I1"), Refrozen(92, SubjectKind.Region, PlannedRegion.Prefecture));
        db.Add(Rules(PlannedRegion.Prefecture));
        await db.SaveChangesAsync();

        var ofInstitution = await Changes(db, database, "I1");
        var ofRegion = await Changes(db, database, PlannedRegion.Prefecture);

        Assert.Contains(ofInstitution, change => change is { What: "frozen", Key: "P · I1 · EnergyPerArea", Kind: InputChangeKind.Added });
        Assert.Contains(ofRegion, change => change is { What: "frozen", Key: "P · 654200 · EnergyPerArea", Kind: InputChangeKind.Added });
        Assert.Contains(new FieldChange("value", "default", "R"), ofRegion.SelectMany(change => change.Fields));
        Assert.DoesNotContain(ofRegion, change => change.What == "members");
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Who_uses_a_building_since_is_named_with_all_that_it_brings(DatabaseProvider provider)
    {
        await using var database = await PlannedRegion.Create(provider);
        await PlannedRegion.Evaluate(database);
        await using var db = database.Open();
        db.Add(new Occupancy { Id = 1, BuildingCode = "I1-B", InstitutionCode = "I2", AreaM2 = 100, From = new DateOnly(2025, 3, 1), ImportId = 1 });
        await db.SaveChangesAsync();

        var changes = await Changes(db, database, "I1");

        Assert.Contains(changes, change => change is { What: "occupancies", Key: "I1-B · I2 · 2025-03-01", Kind: InputChangeKind.Added });
        Assert.Contains(changes, change => change is { What: "institutions", Key: "I2", Kind: InputChangeKind.Added });
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_building_called_like_a_neighbour_opens_none_of_the_neighbours_rows(DatabaseProvider provider)
    {
        await using var database = await SmallRegion.Create(provider);
        await SmallRegion.AddSubMeter(database, "I2-S", of: "I1-E", to: "I2");
        await using var db = database.Open();
        db.Add(new Building { Code = "I2", InstitutionCode = "I1", Name = "", Kind = BuildingKind.Office, GrossAreaM2 = 1, HeatedAreaM2 = 0,
            HeatingType = HeatingType.None, InServiceFrom = new DateOnly(2000, 1, 1) });
        await db.SaveChangesAsync();
        await PlannedRegion.Evaluate(database);
        await db.Bills.Where(bill => bill.MeterCode == "I2-S").ExecuteUpdateAsync(set => set.SetProperty(bill => bill.State, BillState.Reversed));
        await using var facility = database.Factory.Create(AccessScope.OfInstitution(await db.Institutions.SingleAsync(one => one.Code == "I1")));

        Assert.Empty(await Changes(facility, database, "I1"));
    }

    private static async Task NothingHasChanged(DatabaseProvider provider, int baseYear)
    {
        await using var database = await PlannedRegion.Create(provider);
        await using var db = database.Open();
        await db.Plans.ExecuteUpdateAsync(set => set.SetProperty(plan => plan.BaseYear, baseYear));
        db.Add(Rules(PlannedRegion.Prefecture));
        await db.SaveChangesAsync();
        await PlannedRegion.Evaluate(database);
        Assert.NotEmpty(await db.FrozenBases.ToListAsync());
        foreach (var run in await db.Evaluations.AsNoTracking().ToListAsync())
        {
            var report = (await new ReplayEvaluation(db, database.Factory).Run(run.Id, default))!;
            Assert.Equal(ReplayOutcome.Same, report.Outcome);
            Assert.True(report.Changes.Count == 0, $"{run.SubjectCode} {run.Year}: {string.Join(", ", report.Changes.Select(c => $"{c.Kind} {c.What} {c.Key}"))}");
        }
    }

    private static async Task<IReadOnlyList<InputChange>> Changes(QuotaDb db, TestDatabase database, string subject)
    {
        var run = await db.Evaluations.SingleAsync(one => one.SubjectCode == subject && one.Year == 2025);
        return (await new ReplayEvaluation(db, database.Factory).Run(run.Id, default))!.Changes;
    }

    private static FrozenBase Refrozen(long id, SubjectKind kind, string code) => new()
    {
        Id = id, PlanCode = "P", SubjectKind = kind, SubjectCode = code, InstitutionCode = kind == SubjectKind.Region ? null : code,
        Indicator = Indicator.EnergyPerArea, BaseValue = 4.6m, SourceKind = BaseSource.Filed, FrozenBy = "officer", Reason = "r", FrozenAt = default,
    };

    private static RuleSet Rules(string region) => new()
    {
        Id = 1, Code = "R", RegionCode = region, FromYear = 2020, Coverage = 0.9m, ProvisionalShare = 0.1m, PvDeductedIn = "",
        RelaxAfterOverAchievement = false, Source = "",
    };
}
