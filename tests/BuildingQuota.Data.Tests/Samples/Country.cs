using System.Reflection;
using BuildingQuota.Data.Bulk;
using BuildingQuota.Domain.Institutions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace BuildingQuota.Data.Tests.Samples;

/// <summary>A small country for tests of who sees what: two counties, the first with institutions I1 and I2, the second with I3.</summary>
internal static class Country
{
    internal static readonly Region First = County("654201");

    /// <summary>Its code begins with the other's: a prefix of a code is not a prefix of a path.</summary>
    internal static readonly Region Second = County("6542019");

    internal static readonly PlaceSamples I1 = new(1, First);
    internal static readonly PlaceSamples I2 = new(2, First);
    internal static readonly PlaceSamples I3 = new(3, Second);

    internal static IReadOnlyList<object> Rows { get; } =
        [.. SharedSamples.All(), .. I1.OfRegion(), .. I3.OfRegion(), .. I1.OfInstitution(), .. I2.OfInstitution(), .. I3.OfInstitution()];

    /// <summary>Writes all rows by the bulk mechanism, each set after those that it refers to.</summary>
    internal static async Task Fill(QuotaDb db)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        var sets = Rows.GroupBy(row => row.GetType()).OrderBy(set => Depth(db.Model.FindEntityType(set.Key)!));
        foreach (var set in sets) await Insert(db, set);
        await transaction.CommitAsync();
    }

    private static int Depth(IEntityType set) =>
        set.GetForeignKeys().Where(key => key.PrincipalEntityType != set).Select(key => 1 + Depth(key.PrincipalEntityType))
            .DefaultIfEmpty().Max();

    internal static string Id(DbContext db, object row) =>
        string.Join('|', db.Model.FindEntityType(row.GetType())!.FindPrimaryKey()!.Properties
            .Select(key => key.GetGetter().GetClrValue(row)));

    private static Task Insert(QuotaDb db, IGrouping<Type, object> rows) =>
        (Task)typeof(Country).GetMethod(nameof(InsertTyped), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(rows.Key).Invoke(null, [db, rows])!;

    private static Task<long> InsertTyped<T>(QuotaDb db, IEnumerable<object> rows) where T : class =>
        db.BulkInsert(rows.Cast<T>(), CancellationToken.None);

    private static Region County(string code) => new()
    {
        Code = code, Name = "县" + code, Level = AdministrativeLevel.County, ParentCode = "100000", Path = $"100000/{code}/",
    };
}
