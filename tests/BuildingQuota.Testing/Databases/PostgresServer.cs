using BuildingQuota.Data;
using Npgsql;

namespace BuildingQuota.Testing.Databases;

/// <summary>Databases on the server that BUILDINGQUOTA_TEST_POSTGRES names.</summary>
internal static class PostgresServer
{
    internal const string Variable = "BUILDINGQUOTA_TEST_POSTGRES";

    private static readonly Lazy<Task<string>> Template = new(MakeTemplate);
    private static int _made;

    internal static string? Connection => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } set ? set : null;

    internal static async Task<TestDatabase> Empty() => await Make("template0");

    internal static async Task<TestDatabase> Migrated() => await Make(await Template.Value);

    private static async Task<TestDatabase> Make(string template)
    {
        var name = FormattableString.Invariant($"bq_test_{Environment.ProcessId}_{Interlocked.Increment(ref _made)}");
        await Run($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        await Run($"CREATE DATABASE {name} TEMPLATE {template}");
        return new TestDatabase(DatabaseProvider.Postgres, To(name), () => Run($"DROP DATABASE {name} WITH (FORCE)"));
    }

    private static async Task<string> MakeTemplate()
    {
        var made = await Empty();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => made.DisposeAsync().AsTask().GetAwaiter().GetResult();
        await Data.Database.Prepare(made.Factory, CancellationToken.None);
        NpgsqlConnection.ClearAllPools();
        return new NpgsqlConnectionStringBuilder(made.Options.Connection).Database!;
    }

    private static string To(string database) =>
        new NpgsqlConnectionStringBuilder(Connection) { Database = database, MaxPoolSize = 60 }.ConnectionString;

    private static async Task Run(string sql)
    {
        await using var server = NpgsqlDataSource.Create(Connection!);
        await using var command = server.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
