using BuildingQuota.Data;
using Xunit;

namespace BuildingQuota.Testing.Databases;

/// <summary>
/// Both databases, as theory data: <c>[SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]</c>.
/// </summary>
public static class Providers
{
    public static TheoryData<DatabaseProvider> All { get; } = [DatabaseProvider.Sqlite, DatabaseProvider.Postgres];
}
