using BuildingQuota.Data;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Rules;
using BuildingQuota.Features.Planning;
using BuildingQuota.Testing;
using BuildingQuota.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Tests.Planning;

public sealed class RefreezeBasesTests
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task An_officer_makes_what_the_base_year_says_now_the_base(DatabaseProvider provider)
    {
        await using var database = await Corrected(provider);
        await using var db = database.Open();
        var find = new FindMovedBases(db);
        var moved = Assert.Single(await find.Run("P", default));
        Assert.Equal(("I1", 4.5m, 4.8m), (moved.SubjectCode, moved.BaseValue, moved.WouldBe));

        Assert.Equal(1, await Refreeze(db).Run(new("P", [moved.FrozenId], "基期账单更正", "officer"), default));
        Assert.Empty(await find.Run("P", default)); // also before the next evaluation
        await PlannedRegion.Evaluate(database);

        var score = await db.PlanScores.AsNoTracking().SingleAsync(row => row.SubjectCode == "I1" && row.Year == 2025 && row.IsCurrent);
        Assert.Equal((4.8m, 4.704m, null), (score.BaseValue, score.OriginalTargetValue, score.BaseWouldBe));
        var records = await db.FrozenBases.AsNoTracking().Where(row => row.SubjectCode == "I1").OrderBy(row => row.Id).ToListAsync();
        Assert.Equal([(4.5m, records[1].Id, null), (4.8m, null, "基期账单更正")], records.Select(row => (row.BaseValue, row.SupersededById, row.Reason)));
        Assert.Contains("4.5 -> 4.8", (await db.AuditEvents.SingleAsync(line => line.Action == "plan-base.refreeze")).Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 0, "plan-base.no-reason")]
    [InlineData("why", 0, "plan-base.nothing-to-refreeze")]
    [InlineData("why", 999, "plan-base.nothing-to-refreeze")]
    public async Task Without_a_reason_or_a_difference_nothing_moves(string reason, long other, string code)
    {
        await using var database = await Corrected(DatabaseProvider.Sqlite);
        await using var db = database.Open();
        var moved = (await new FindMovedBases(db).Run("P", default)).Select(row => row.FrozenId).Single();
        long[] ids = other == 0 ? [] : [moved, other];
        Assert.Equal(code, (await Assert.ThrowsAsync<RuleBrokenException>(() => Refreeze(db).Run(new("P", ids, reason, "officer"), default))).Code);
        Assert.False(await db.FrozenBases.AnyAsync(row => row.SupersededById != null));
    }

    private static RefreezeBases Refreeze(QuotaDb db) => new(db, new FindMovedBases(db), new FixedClock());

    private static async Task<TestDatabase> Corrected(DatabaseProvider provider)
    {
        var database = await PlannedRegion.Create(provider);
        await PlannedRegion.Evaluate(database);
        await using var db = database.Open();
        await db.PlanBases.Where(row => row.Id == 1).ExecuteUpdateAsync(set => set.SetProperty(row => row.SupersededById, 3));
        db.Add(PlannedRegion.Filed(3, SubjectKind.Institution, "I1", 4.8m));
        await db.SaveChangesAsync();
        await PlannedRegion.Evaluate(database);
        return database;
    }
}
