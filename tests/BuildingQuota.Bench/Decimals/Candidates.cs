using BuildingQuota.Data;
using BuildingQuota.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Bench.Decimals;

/// <summary>The ways of keeping decimals on one database, each in an empty database of its own.</summary>
internal sealed class Candidates(DatabaseProvider provider) : IAsyncDisposable
{
    private readonly List<IAsyncDisposable> _opened = [];

    public async Task<IReadOnlyList<(string Name, MeasureDb Db)>> Open() => provider == DatabaseProvider.Sqlite
        ?
        [
            ("SQLite TEXT, EF functions", Kept(new TextDb(await Sqlite<TextDb>()))),
            ("SQLite INTEGER × 10⁶", Kept(new ScaledDb(await Sqlite<ScaledDb>()))),
            ("SQLite REAL", Kept(new RealDb(await Sqlite<RealDb>()))),
        ]
        : [("PostgreSQL numeric", Kept(new NumericDb(await Postgres())))];

    public async ValueTask DisposeAsync()
    {
        foreach (var opened in _opened) await opened.DisposeAsync();
    }

    private T Kept<T>(T db) where T : MeasureDb
    {
        _opened.Insert(0, db);
        return db;
    }

    private async Task<DbContextOptions<T>> Sqlite<T>() where T : MeasureDb =>
        new DbContextOptionsBuilder<T>().UseSqlite(await Empty(), sqlite => sqlite.CommandTimeout(600)).Options;

    private async Task<DbContextOptions<NumericDb>> Postgres() =>
        new DbContextOptionsBuilder<NumericDb>().UseNpgsql(await Empty(), postgres => postgres.CommandTimeout(600)).Options;

    private async Task<string> Empty()
    {
        var database = await TestDatabase.CreateEmpty(provider);
        _opened.Add(database);
        return database.Options.Connection;
    }
}
