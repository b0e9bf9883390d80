using BuildingQuota.Data.Audit;
using BuildingQuota.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Data.Tests.Audit;

public sealed class AuditTrailTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 8, 0, 0, TimeSpan.FromHours(8));

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_trail_holds_after_a_round_trip_even_of_instants_finer_than_are_stored(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        for (var i = 0; i < 3; i++) await Append(database, $"bills-{i}.csv", Now.AddTicks(i * 7));

        Assert.Equal(new AuditVerdict(3, null, null), await Verify(database));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Writers_at_once_make_one_chain(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);

        await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(() => Append(database, $"{i}.csv", Now))));

        Assert.Equal(new AuditVerdict(16, null, null), await Verify(database));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_line_of_a_change_that_failed_is_not_there(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        await using (var db = database.Open())
        await using (await db.Database.BeginTransactionAsync())
            await AuditTrail.Append(db, new("officer", "bills.import", "x", null, ""), Now, CancellationToken.None);

        Assert.Equal(new AuditVerdict(0, null, null), await Verify(database));
    }

    [Theory]
    [InlineData("UPDATE audit_events SET actor = 'somebody' WHERE sequence = 2", 2)]
    [InlineData("UPDATE audit_events SET detail = '' WHERE sequence = 3", 3)]
    [InlineData("UPDATE audit_events SET at = at + 10 WHERE sequence = 1", 1)]
    [InlineData("UPDATE audit_events SET actor = actor || action, action = '' WHERE sequence = 4", 4)]
    [InlineData("DELETE FROM audit_events WHERE sequence = 2", 2)]
    [InlineData("DELETE FROM audit_events WHERE sequence = 5", 5)]
    [InlineData(
        "UPDATE audit_events SET sequence = CASE sequence WHEN 2 THEN -3 ELSE -2 END WHERE sequence IN (2, 3); "
        + "UPDATE audit_events SET sequence = -sequence WHERE sequence < 0", 2)]
    public async Task Whoever_goes_past_the_triggers_is_found_out(string tampering, long firstBad)
    {
        await using var database = await TestDatabase.Create(DatabaseProvider.Sqlite);
        for (var i = 0; i < 5; i++) await Append(database, $"bills-{i}.csv", Now);
        await using (var db = database.Open())
        {
            await db.Database.ExecuteSqlRawAsync("DROP TRIGGER audit_events_stand; DROP TRIGGER audit_events_keep");
            await db.Database.ExecuteSqlRawAsync(tampering);
        }

        Assert.Equal(firstBad, (await Verify(database)).FirstBad);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task The_database_itself_refuses_to_change_the_trail(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        await Append(database, "bills.csv", Now);
        await using var db = database.Open();

        await Assert.ThrowsAnyAsync<Exception>(() => db.AuditEvents.ExecuteDeleteAsync());
        await Assert.ThrowsAnyAsync<Exception>(() => db.AuditEvents.ExecuteUpdateAsync(set => set.SetProperty(line => line.Actor, "x")));

        Assert.Equal("officer", (await db.AuditEvents.SingleAsync()).Actor);
    }

    private static async Task Append(TestDatabase database, string subject, DateTimeOffset at)
    {
        await using var db = database.Open();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await AuditTrail.Append(db, new("officer", "bills.import", subject, null, "100000/"), at, CancellationToken.None);
        await transaction.CommitAsync();
    }

    private static async Task<AuditVerdict> Verify(TestDatabase database)
    {
        await using var db = database.Open();
        return await AuditTrail.Verify(db, CancellationToken.None);
    }
}
