using BuildingQuota.Data;
using BuildingQuota.Domain.Access;
using BuildingQuota.Domain.Imports;
using BuildingQuota.Domain.Institutions;
using BuildingQuota.Domain.Quotas;
using BuildingQuota.Features.Quotas;
using BuildingQuota.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Tests.Quotas;

/// <summary>docs/rules/quota-set.md, through the use cases: import or copy, mend or explain, review, publish, supersede.</summary>
public sealed class StandardLifeTests
{
    private const string Row = "N,表1,agency,county,,ElectricityPerArea,kWh/m²,50,40,20,paper\n";

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_set_is_imported_reviewed_published_adopted_and_never_changed(DatabaseProvider provider)
    {
        await using var world = await QuotaWorld.Create(provider);
        await world.CompleteStat();
        var report = await world.Import(("quota_standards.csv", QuotaWorld.Heads + "N,New,STAT,,,paper\n"), ("quotas.csv", QuotaWorld.Rows + Row));
        Assert.All(report.Files, file => Assert.Equal(ImportState.Accepted, file.State));
        const string adoption = "region_code,quota_standard,quota_zone,from\n654200,N,,2026-01-01\n";
        Assert.Equal("adoption.standard-not-published", (await world.Import(("adoptions.csv", adoption))).Files[0].Problems[0].RuleCode);

        Assert.Equal("quota-set.same-person", await QuotaWorld.Refused(world.Move("anna", Role.Officer, "N", StandardAction.Review)));
        Assert.Equal("quota-set.wrong-state", await QuotaWorld.Refused(world.Move("ben", Role.Approver, "N", StandardAction.Publish)));
        Assert.Equal("quota-set.not-allowed", await QuotaWorld.Refused(world.Move("audit", Role.Auditor, "N", StandardAction.Review)));
        await world.Move("ben", Role.Officer, "N", StandardAction.Review);
        Assert.Equal("quota-set.not-a-draft", (await world.Import(("quotas.csv", QuotaWorld.Rows + Row.Replace("50", "51")))).Files[0].Problems[0].RuleCode);
        await world.Move("carl", Role.Approver, "N", StandardAction.Publish, "issue 7");
        await using (var marked = world.Database.Open()) Assert.False(await marked.StaleYears.AnyAsync()); // nobody can have adopted it yet

        Assert.Equal(ImportState.Accepted, (await world.Import(("adoptions.csv", adoption))).Files[0].State);
        Assert.Equal("quota-set.not-a-draft", (await world.Import(("quotas.csv", QuotaWorld.Rows + Row.Replace("50", "51")))).Files[0].Problems[0].RuleCode);
        Assert.Equal(ImportState.Unchanged, (await world.Import(("quotas.csv", QuotaWorld.Rows + Row))).Files[0].State);
        var reading = await world.Show("N");
        Assert.Equal(["draft", "review", "publish"], reading.Events.Select(happened => happened.Action));
        Assert.Equal(["anna", "ben", "carl"], reading.Events.Select(happened => happened.Actor));
        await using var db = world.Database.Open();
        await Assert.ThrowsAnyAsync<Exception>(() => db.Quotas.ExecuteUpdateAsync(set => set.SetProperty(row => row.Constraint, 1)));
        await Assert.ThrowsAnyAsync<Exception>(() => db.Quotas.ExecuteDeleteAsync());
        Assert.Equal(2, await db.AuditEvents.CountAsync(line => line.Action.StartsWith("quota-set.")));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Only_who_drafted_a_set_imports_into_it_and_only_who_may_draft(DatabaseProvider provider)
    {
        await using var world = await QuotaWorld.Create(provider);
        var (head, rows) = (("quota_standards.csv", QuotaWorld.Heads + "N,New,STAT,,,paper\n"), ("quotas.csv", QuotaWorld.Rows + Row));
        Assert.Equal("quota-set.not-allowed", await Code("admin", false, head));
        Assert.Null(await Code("anna", true, head));
        Assert.Equal("quota-set.not-allowed", await Code("anna", false, rows));
        Assert.Equal("quota-set.not-a-draft", await Code("ben", true, rows));
        Assert.Equal("quota-set.not-a-draft", await Code("ben", true, (head.Item1, head.Item2.Replace("New", "Newer"))));
        Assert.Null(await Code("Anna", true, rows));

        async Task<string?> Code(string actor, bool mayDraft, (string, string) file) =>
            (await world.Import(QuotaWorld.Prefecture, actor, mayDraft, file)).Files[0].Problems is [var first, ..] ? first.RuleCode : null;
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task An_import_that_waited_for_a_review_finds_no_draft_any_more(DatabaseProvider provider)
    {
        await using var world = await QuotaWorld.Create(provider);
        await world.CompleteStat();
        await world.Import(("quota_standards.csv", QuotaWorld.Heads + "N,New,STAT,,,paper\n"), ("quotas.csv", QuotaWorld.Rows + Row));
        await using var reviewing = world.Database.Open();
        await using var transaction = await reviewing.Database.BeginTransactionAsync();
        await Standards.Lock(reviewing, default);
        var import = Task.Run(() => world.Import(("quotas.csv", QuotaWorld.Rows + Row.Replace("50", "51"))));
        await Task.Delay(300); // it now waits; had it not asked, it would have read the draft
        (await reviewing.QuotaStandards.SingleAsync(one => one.Code == "N")).Take(StandardAction.Review, "ben");
        await reviewing.SaveChangesAsync();
        await transaction.CommitAsync();

        Assert.Equal("quota-set.not-a-draft", (await import).Files[0].Problems[0].RuleCode);
        Assert.Equal(50m, (await world.Show("N")).Rows[0].Row.Constraint);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task An_error_is_mended_and_a_warning_explained_before_publication(DatabaseProvider provider)
    {
        await using var world = await QuotaWorld.Create(provider);
        await world.CompleteStat();
        const string odd = "N,表1,agency,prefecture,,ElectricityPerArea,kWh/m²,400,40,20,paper\n";
        await world.Import(("quota_standards.csv", QuotaWorld.Heads + "N,New,STAT,,,paper\n"), ("quotas.csv", QuotaWorld.Rows + Row + odd.Replace("40,20", "20,40")));
        Assert.Equal("quota-set.has-errors", await QuotaWorld.Refused(world.Move("ben", Role.Officer, "N", StandardAction.Review)));
        await world.Import(("quotas.csv", QuotaWorld.Rows + odd));
        await world.Move("ben", Role.Officer, "N", StandardAction.Review);
        Assert.Equal("quota-set.warnings-open", await QuotaWorld.Refused(world.Move("carl", Role.Approver, "N", StandardAction.Publish)));

        var warning = Assert.Single((await world.Show("N")).Findings);
        Assert.Equal(("quota-set.steep-step", 2), (warning.Finding.Code, warning.Number));
        Task Explain(string reason) => world.Act("ben", Role.Officer, (db, person) =>
            new AcknowledgeFinding(db, person, world.Clock).Run(new("N", warning.Finding.Key, reason), default));
        Assert.Equal("quota-set.no-reason", await QuotaWorld.Refused(Explain(" ")));
        await Explain("so printed");
        await world.Move("carl", Role.Approver, "N", StandardAction.Publish);
        Assert.Equal("so printed", (await world.Show("N")).Findings[0].Acknowledged!.Note);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_copy_takes_the_place_of_the_bureaus_own_set_and_stands_beside_another_s(DatabaseProvider provider)
    {
        await using var world = await QuotaWorld.Create(provider);
        await world.CompleteStat();
        await Copy("S", "S2");
        await Publish("S2");
        Assert.Equal(StandardState.Published, (await world.Show("S")).Standard.State); // reference data
        await Copy("S2", "S3");
        await Publish("S3");
        Assert.Equal(StandardState.Superseded, (await world.Show("S2")).Standard.State);
        Assert.Equal((60m, "S3"), ((await world.Show("S3")).Rows[0].Row.Constraint, (await world.Show("S2")).Events[^1].Note));
        Assert.Equal("adoption.standard-not-published",
            (await world.Import(("adoptions.csv", "region_code,quota_standard,quota_zone,from\n654200,S2,,2026-01-01\n"))).Files[0].Problems[0].RuleCode);
        Assert.Equal("quota-set.code-taken", await QuotaWorld.Refused(Copy("S", "S3")));

        Task Copy(string from, string to) => world.Act("anna", Role.Officer, (db, person) =>
            new DraftStandard(db, person, world.Clock).Run(new(from, to, to), default));
        async Task Publish(string code)
        {
            await world.Move("ben", Role.Approver, code, StandardAction.Review);
            await world.Move("ben", Role.Approver, code, StandardAction.Publish);
        }
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_draft_is_the_bureaus_goes_back_with_a_reason_and_is_dropped_with_one(DatabaseProvider provider)
    {
        await using var world = await QuotaWorld.Create(provider);
        await world.CompleteStat();
        await world.Import(("quota_standards.csv", QuotaWorld.Heads + "N,New,STAT,,,paper\n"), ("quotas.csv", QuotaWorld.Rows + Row));
        await using (var institution = world.Database.Open(AccessScope.OfInstitution(Institution())))
            Assert.Null(await new ShowStandard(institution).Run("N", default));
        var elsewhere = AccessScope.OfRegion(new Region { Code = "1", Name = "1", Level = AdministrativeLevel.County, Path = "100000/650000/654300/" });
        Assert.Equal("quota-set.not-yours", await QuotaWorld.Refused(world.Act("ben", Role.Officer, elsewhere, (db, person) =>
            new MoveStandard(db, person, world.Clock).Run(new("N", StandardAction.Review, null), default))));
        Assert.Equal("quota-set.not-a-draft", (await world.Import(elsewhere, ("quotas.csv", QuotaWorld.Rows + Row.Replace("50", "51")))).Files[0].Problems[0].RuleCode);

        await world.Move("ben", Role.Officer, "N", StandardAction.Review);
        Assert.Equal("quota-set.no-reason", await QuotaWorld.Refused(world.Move("ben", Role.Officer, "N", StandardAction.Return)));
        await world.Move("ben", Role.Officer, "N", StandardAction.Return, "page 3 is missing");
        await world.Act("anna", Role.Officer, (db, person) => new DiscardStandard(db, person, world.Clock).Run(new("N", "withdrawn"), default));
        await using var db = world.Database.Open();
        Assert.Equal((0, 0, 4), (await db.QuotaStandards.CountAsync(one => one.Code == "N"), await db.Quotas.CountAsync(row => row.StandardCode == "N"),
            await db.QuotaStandardEvents.CountAsync(happened => happened.StandardCode == "N")));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task An_institution_is_told_which_quota_binds_it_and_how_that_was_found(DatabaseProvider provider)
    {
        await using var world = await QuotaWorld.Create(provider);
        await using var db = world.Database.Open(AccessScope.OfInstitution(Institution()));
        var all = (await new ShowBindingQuotas(db).Run("I1", 2026, default))!;
        Assert.Equal(60, all.Single(one => one.Indicator == Indicator.ElectricityPerArea).Match.Quota!.Constraint);
        Assert.Equal("quota.no-standard", all.Single(one => one.Indicator == Indicator.EnergyPerArea).Match.Reason);
        Assert.Null(await new ShowBindingQuotas(db).Run("I2", 2026, default));
    }

    private static Institution Institution() => new()
    {
        Code = "I1", Name = "I1", Kind = InstitutionKind.Agency, Level = AdministrativeLevel.County, RegionCode = "654200", RegionPath = "100000/650000/654200/",
    };
}
