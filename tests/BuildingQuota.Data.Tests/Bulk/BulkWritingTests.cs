using BuildingQuota.Data.Bulk;
using BuildingQuota.Data.Tests.Samples;
using BuildingQuota.Domain.Billing;
using BuildingQuota.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Data.Tests.Bulk;

public sealed class BulkWritingTests
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task EF_reads_every_column_of_every_set_as_it_was_written_in_bulk(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        await using var db = database.Open();
        await Country.Fill(db);

        foreach (var written in Country.Rows)
        {
            var entity = db.Model.FindEntityType(written.GetType())!;
            var keys = entity.FindPrimaryKey()!.Properties.Select(key => key.GetGetter().GetClrValue(written)).ToArray();
            var read = await db.FindAsync(written.GetType(), keys);
            Assert.NotNull(read);
            foreach (var property in entity.GetProperties().Where(property => property.PropertyInfo is not null))
                Assert.Equal(property.GetGetter().GetClrValue(written), property.GetGetter().GetClrValue(read));
        }
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Decimals_come_back_to_the_last_of_28_digits(DatabaseProvider provider)
    {
        decimal[] quantities =
        [
            0, -1, 0.000001m, -1234.567m, 0.0000000000000000000000000001m, 1.2345678901234567890123456789m,
            decimal.MaxValue, decimal.MinValue,
        ];
        await using var database = await TestDatabase.Create(provider);
        await using var db = database.Open();
        await Country.Fill(db);

        var bills = quantities.Select((quantity, i) => Country.I1.NewBill(100 + i, quantity));
        var written = await db.BulkInsert(bills, CancellationToken.None);

        Assert.Equal(quantities.Length, written);
        Assert.Equal(quantities, await db.Bills.Where(bill => bill.Id >= 100).OrderBy(bill => bill.Id)
            .Select(bill => bill.Quantity).ToListAsync());
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_column_of_many_rows_is_set_each_to_its_own_value(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        await using var db = database.Open();
        await Country.Fill(db);

        var found = await db.BulkSet<Bill, long, BillState>(
            bill => bill.State, [(1, BillState.Replaced), (3, BillState.Reversed), (99, BillState.Live)], default);
        await db.BulkSet<Bill, long, long?>(bill => bill.EndedById, [(1, 3)], default);

        Assert.Equal(2, found);
        Assert.Equal([BillState.Replaced, BillState.Live, BillState.Reversed], await db.Bills.OrderBy(bill => bill.Id)
            .Select(bill => bill.State).ToListAsync());
        Assert.Equal([3L, null, null], await db.Bills.OrderBy(bill => bill.Id).Select(bill => bill.EndedById).ToListAsync());
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_fails_half_way_leaves_nothing(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        await using var db = database.Open();
        await Country.Fill(db);
        Bill[] twice = [Country.I1.NewBill(100, 1), Country.I1.NewBill(101, 1), Country.I1.NewBill(101, 1)];

        await Assert.ThrowsAnyAsync<Exception>(() => db.BulkInsert(twice, CancellationToken.None));

        await using var after = database.Open();
        Assert.False(await after.Bills.AnyAsync(bill => bill.Id >= 100));
    }
}
