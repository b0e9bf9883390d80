using BuildingQuota.Data.Bulk;
using BuildingQuota.Domain.Billing;
using BuildingQuota.Testing.Databases;

namespace BuildingQuota.Data.Tests.Bulk;

public sealed class CountersTests
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Blocks_of_ids_follow_each_other_from_one(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        await using var db = database.Open();

        Assert.Equal(1, await db.TakeIds<Bill>(10, CancellationToken.None));
        Assert.Equal(11, await db.TakeIds<Bill>(1, CancellationToken.None));
        Assert.Equal(12, await db.TakeIds<Bill>(5, CancellationToken.None));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_number_comes_back_when_its_transaction_is_rolled_back(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        await using var db = database.Open();
        await using (await db.Database.BeginTransactionAsync()) Assert.Equal(1, await db.TakeNumber("塔地机管2026", CancellationToken.None));

        await using var transaction = await db.Database.BeginTransactionAsync();
        Assert.Equal(1, await db.TakeNumber("塔地机管2026", CancellationToken.None));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Fifty_who_want_a_number_at_once_get_one_to_fifty(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);

        var numbers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => TakeOne(database))));

        Assert.Equal(Enumerable.Range(1, 50).Select(number => (long)number), numbers.Order());
    }

    [Fact]
    public async Task A_number_is_not_given_outside_a_transaction()
    {
        await using var database = await TestDatabase.Create(DatabaseProvider.Sqlite);
        await using var db = database.Open();

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.TakeNumber("x", CancellationToken.None));
    }

    private static async Task<long> TakeOne(TestDatabase database)
    {
        await using var db = database.Open();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var number = await db.TakeNumber("塔地机管2026", CancellationToken.None);
        await transaction.CommitAsync();
        return number;
    }
}
