using BuildingQuota.Data.Storage;
using BuildingQuota.Testing.Databases;

namespace BuildingQuota.Data.Tests.Storage;

public sealed class LeaseTests
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Whether_it_is_taken_can_be_asked_without_waiting(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        await using var db = database.Open();
        var lease = Of(database);
        Assert.False(await lease.IsTaken(db, default));
        await using (await lease.Take(db, default)) Assert.True(await lease.IsTaken(db, default));
        Assert.False(await lease.IsTaken(db, default));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task One_at_a_time_has_it_and_nobody_is_turned_away_when_it_is_let_go(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var (inside, most, done) = (0, 0, 0);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            await using var db = database.Open();
            for (var i = 0; i < 5; i++)
            {
                await using var held = await Of(database).Take(db, default);
                most = Math.Max(most, Interlocked.Increment(ref inside));
                await Task.Yield();
                Interlocked.Decrement(ref inside);
                Interlocked.Increment(ref done);
            }
        })));
        Assert.Equal((1, 20), (most, done));
    }

    /// <summary>A name of its own, for advisory locks hold for all databases' tests that run beside this one.</summary>
    private static Lease Of(TestDatabase database) => new("tested", database.GetHashCode());
}
