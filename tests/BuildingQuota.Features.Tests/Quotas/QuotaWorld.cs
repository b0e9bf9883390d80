using BuildingQuota.Data;
using BuildingQuota.Data.Access;
using BuildingQuota.Data.Bulk;
using BuildingQuota.Domain.Imports;
using BuildingQuota.Domain.Access;
using BuildingQuota.Domain.Institutions;
using BuildingQuota.Domain.Quotas;
using BuildingQuota.Domain.Rules;
using BuildingQuota.Features.Access;
using BuildingQuota.Features.Imports;
using BuildingQuota.Features.Quotas;
using BuildingQuota.Features.Tests.Evaluations;
using BuildingQuota.Features.Tests.Imports;
using BuildingQuota.Testing;
using BuildingQuota.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Tests.Quotas;

/// <summary>The small region with people of its bureau: each call acts as one of them, in a context of their own.</summary>
internal sealed class QuotaWorld(TestDatabase database) : IAsyncDisposable
{
    public const string Heads = "code,name,coefficient_set,zones,supersedes,source\n";

    public const string Rows = "standard_code,table,institution_kind,level,zone,indicator,unit,constraint,baseline,guiding,source\n";

    public static readonly AccessScope Prefecture = AccessScope.OfRegion(
        new Region { Code = "654200", Name = "654200", Level = AdministrativeLevel.Prefecture, Path = "100000/650000/654200/" });

    public TestDatabase Database => database;

    public FixedClock Clock { get; } = new();

    public static async Task<QuotaWorld> Create(DatabaseProvider provider)
    {
        var world = new QuotaWorld(await SmallRegion.Create(provider));
        await using var db = world.Database.Open(); // the region's own rows have the first numbers
        await db.TakeIds<ImportBatch>(1, default);
        await db.TakeIds<Quota>(1, default);
        await db.TakeIds<Adoption>(1, default);
        return world;
    }

    public Task Act(string name, Role role, Func<QuotaDb, CurrentPerson, Task> act) => Act(name, role, Prefecture, act);

    public async Task Act(string name, Role role, AccessScope scope, Func<QuotaDb, CurrentPerson, Task> act)
    {
        var person = new CurrentPerson();
        person.Use(new Account { UserName = name, DisplayName = name, Role = role });
        await using var db = database.Open(scope);
        await act(db, person);
    }

    public Task Move(string name, Role role, string code, StandardAction action, string? note = null) =>
        Act(name, role, (db, person) => new MoveStandard(db, person, Clock).Run(new(code, action, note), default));

    /// <summary>The code of the rule that it breaks.</summary>
    public static async Task<string> Refused(Task act) => (await Assert.ThrowsAsync<RuleBrokenException>(() => act)).Code;

    public Task<ImportReport> Import(params (string Name, string Text)[] files) => Import(Prefecture, files);

    public Task<ImportReport> Import(AccessScope scope, params (string Name, string Text)[] files) => Import(scope, "anna", true, files);

    public async Task<ImportReport> Import(AccessScope scope, string actor, bool mayDraft, params (string Name, string Text)[] files)
    {
        await using var db = database.Open(scope);
        var offered = files.Select(file => ImportWorld.Offer(file.Name, System.Text.Encoding.UTF8.GetBytes(file.Text))).ToArray();
        return await new ImportFiles(db, Clock, new ImportLimits()).Run(new(offered, null, false, actor, "en") { MayDraftQuotas = mayDraft }, null, default);
    }

    public async Task<StandardReading> Show(string code)
    {
        await using var db = database.Open(Prefecture);
        return (await new ShowStandard(db).Run(code, default))!;
    }

    /// <summary>Every carrier in STAT, so that sets may be published.</summary>
    public async Task CompleteStat()
    {
        await using var db = database.Open();
        var known = await db.Coefficients.Select(row => row.Carrier).ToListAsync();
        db.AddRange(Enum.GetValues<Domain.Metering.Carrier>().Except(known).Select(carrier => new Domain.Conversion.Coefficient
        {
            SetCode = "STAT", Carrier = carrier, Unit = "x", KgcePerUnit = 1, Source = "", Confidence = "sure",
        }));
        await db.SaveChangesAsync();
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();
}
