using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace BuildingQuota.Data.Storage;

/// <summary>The two drivers, for whoever brings its own tables and speaks no EF (the job store).</summary>
public static class DatabaseDrivers
{
    public static DbProviderFactory Sqlite => SqliteFactory.Instance;

    public static DbProviderFactory Postgres => NpgsqlFactory.Instance;
}
