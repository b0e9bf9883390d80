using System.Collections;
using BuildingQuota.Data.Access;
using BuildingQuota.Data.Tests.Samples;
using BuildingQuota.Domain.Access;
using BuildingQuota.Domain.Billing;
using BuildingQuota.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Data.Tests.Access;

/// <summary>Generated over every set of the model, so that a new one cannot be forgotten.</summary>
public sealed class RowScopeTests
{
    [Fact]
    public async Task Every_set_is_in_scope_or_says_why_not()
    {
        await using var database = await TestDatabase.Create(DatabaseProvider.Sqlite);
        await using var db = database.Open();

        var unscoped = db.Model.GetEntityTypes().Where(set => set.GetDeclaredQueryFilters().Count == 0).Select(set => set.GetTableName()!);

        Assert.Equal(QuotaDb.UnscopedTables.Keys.Order(), unscoped.Order());
    }

    [Fact]
    public async Task Every_set_but_Identitys_own_has_a_sample()
    {
        await using var database = await TestDatabase.Create(DatabaseProvider.Sqlite);
        await using var db = database.Open();

        var sets = db.Model.GetEntityTypes().Where(set => !set.GetTableName()!.StartsWith("account_", StringComparison.Ordinal));

        Assert.Equal(sets.Select(set => set.ClrType.Name).Order(), Country.Rows.Select(row => row.GetType().Name).Distinct().Order());
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_scope_sees_its_own_rows_of_every_set_and_no_other(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        await using (var db = database.Open()) await Country.Fill(db);

        await SeesExactly(database, AccessScope.Everything, Country.Rows);
        await SeesExactly(database, AccessScope.OfRegion(SharedSamples.Nation), Country.Rows);
        await SeesExactly(
            database, AccessScope.OfRegion(Country.First),
            [.. Country.I1.OfRegion(), .. Country.I1.OfInstitution(), .. Country.I2.OfInstitution()]);
        await SeesExactly(database, AccessScope.OfRegion(Country.Second), [.. Country.I3.OfRegion(), .. Country.I3.OfInstitution()]);
        await SeesExactly(database, AccessScope.OfInstitution(Country.I2.Institution), [.. OwnRegion(), .. Country.I2.OfInstitution()]);
        await SeesExactly(database, AccessScope.Nothing, []);
    }

    [Fact]
    public async Task What_belongs_to_nobody_is_there_for_everybody()
    {
        await using var database = await TestDatabase.Create(DatabaseProvider.Sqlite);
        await using (var all = database.Open()) await Country.Fill(all);
        await using var db = database.Open(AccessScope.Nothing);

        foreach (var set in db.Model.GetEntityTypes().Where(set => set.GetDeclaredQueryFilters().Count == 0))
            Assert.Equal(Country.Rows.Count(row => row.GetType() == set.ClrType), Read(db, set.ClrType).Count());
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Joins_sub_queries_and_counts_stay_in_scope(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        await using (var all = database.Open()) await Country.Fill(all);
        await using var db = database.Open(AccessScope.OfRegion(Country.Second));

        Assert.Equal(["I3"], await db.Adoptions.Join(db.Bills, a => 1, b => 1, (a, b) => b.InstitutionCode).Distinct().ToListAsync());
        Assert.Equal(1, await db.Adoptions.Where(a => a.Id == 1).Select(a => db.Institutions.Count()).SingleAsync());
        Assert.Equal(0, await db.Bills
            .CountAsync(bill => bill.InstitutionCode == "I1" || bill.Quantity > 0 && bill.InstitutionCode == "I2"));
        Assert.Null(await db.FindAsync<Bill>(1L));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Set_based_changes_stay_in_scope(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        await using (var all = database.Open()) await Country.Fill(all);

        await using (var db = database.Open(AccessScope.OfInstitution(Country.I1.Institution)))
        {
            Assert.Equal(1, await db.Bills.ExecuteUpdateAsync(set => set.SetProperty(bill => bill.State, BillState.Reversed)));
            Assert.Equal(1, await db.NoticeEvents.ExecuteDeleteAsync());
        }

        await using var after = database.Open();
        Assert.Equal([1L], await after.Bills.Where(bill => bill.State == BillState.Reversed).Select(bill => bill.Id).ToListAsync());
        Assert.Equal([2L, 3L], await after.NoticeEvents.Select(line => line.Id).Order().ToListAsync());
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_context_that_is_told_late_whose_it_is_sees_from_then_on(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        await using (var all = database.Open()) await Country.Fill(all);
        var scope = new CurrentScope();
        await using var db = database.Factory.Create(scope);
        Assert.Equal(0, await db.Bills.CountAsync());

        scope.Use(AccessScope.OfInstitution(Country.I1.Institution));

        Assert.Equal(1, await db.Bills.CountAsync());
    }

    private static IEnumerable<object> OwnRegion() =>
        Country.I1.OfRegion().Where(row => row.GetType().Name is "Region" or "Evaluation" or "YearVerdict" or "PlanBase"
            or "FrozenBase" or "PlanScore" or "BarometerIssue" or "BarometerRow");

    private static async Task SeesExactly(TestDatabase database, AccessScope scope, IEnumerable<object> expected)
    {
        await using var db = database.Open(scope);
        var wanted = expected.Select(row => Name(db, row)).ToHashSet();
        foreach (var set in db.Model.GetEntityTypes().Where(set => set.GetDeclaredQueryFilters().Count > 0))
        {
            var seen = Read(db, set.ClrType).Select(row => Name(db, row)).Order();
            Assert.Equal(wanted.Where(name => name.StartsWith(set.ClrType.Name + " ", StringComparison.Ordinal)).Order(), seen);
        }
    }

    private static string Name(QuotaDb db, object row) => row.GetType().Name + " " + Country.Id(db, row);

    private static IEnumerable<object> Read(QuotaDb db, Type set) =>
        ((IEnumerable)typeof(DbContext).GetMethod(nameof(DbContext.Set), [])!.MakeGenericMethod(set).Invoke(db, null)!).Cast<object>();
}
