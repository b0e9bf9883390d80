using System.Text;
using BuildingQuota.Data;
using BuildingQuota.Data.Seeding;
using BuildingQuota.Domain.Imports;
using BuildingQuota.Features.Evaluations;
using BuildingQuota.Features.Imports;
using BuildingQuota.Oracle.Reading;
using BuildingQuota.Oracle.Regions;
using BuildingQuota.Testing;
using BuildingQuota.Testing.Databases;

namespace BuildingQuota.Features.Tests.Oracle;

/// <summary>A database with the published data, into which files are imported and whose years are evaluated, as people do both.</summary>
public sealed class OracleWorld : IAsyncDisposable
{
    private readonly TestDatabase _database;

    private OracleWorld(TestDatabase database) => _database = database;

    public static Reference Reference { get; } = new(RepositoryRoot.File("seed"));

    public static async Task<OracleWorld> Create(DatabaseProvider provider)
    {
        var world = new OracleWorld(await TestDatabase.Create(provider));
        await using var db = world.Open();
        await ReferenceData.Load(db, RepositoryRoot.File("seed"), new FixedClock(), CancellationToken.None);
        return world;
    }

    /// <summary>
    /// With a region imported whole and evaluated: between the files too, so that only what they touch is done again. Where the first
    /// year is the base of a plan everything goes in first, for a base stays what it was when it was first used.
    /// </summary>
    public static async Task<OracleWorld> With(DatabaseProvider provider, RandomRegion region)
    {
        var world = await Create(provider);
        foreach (var files in new[] { region.First, region.Again, region.Later })
        {
            await world.Import(files);
            if (region.Years[0] > 2020) await world.Evaluate();
        }

        await world.Evaluate();
        return world;
    }

    public QuotaDb Open() => _database.Open();

    /// <summary>Every file whole: what these tests import has no bad row.</summary>
    public async Task Import(IReadOnlyList<(string Name, string Text)> files)
    {
        await using var db = Open();
        var offers = files.Where(file => file.Text.TrimEnd().Contains('\n', StringComparison.Ordinal))
            .Select(file => new OfferedFile(file.Name, () => new MemoryStream(Encoding.UTF8.GetBytes(file.Text)))).ToList();
        var report = await new ImportFiles(db, new FixedClock(), new ImportLimits())
            .Run(new(offers, null, false, "tester", "en"), null, CancellationToken.None);
        Assert.All(report.Files, file => Assert.True(file.State is ImportState.Accepted or ImportState.Unchanged,
            $"{file.Name} {file.State}: {string.Join('\n', file.Problems.Take(5))}"));
    }

    public async Task<EvaluationSummary> Evaluate() =>
        await new EvaluateYears(_database.Factory, new FixedClock()).Run(new(), null, CancellationToken.None);

    public ValueTask DisposeAsync() => _database.DisposeAsync();
}
