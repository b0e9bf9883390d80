using BuildingQuota.Data.Seeding;
using BuildingQuota.Domain.Metering;
using BuildingQuota.Domain.Rules;
using BuildingQuota.Testing;
using BuildingQuota.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Data.Tests.Seeding;

public sealed class ReferenceDataTests : IDisposable
{
    private const string Header = "set_code,set_name,carrier,unit,kgce_per_unit,source,confidence\n";
    private const string Line = "STAT,统计,electricity,kWh,0.1229,甲,sure\n";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bq-seed-");
    private readonly FixedClock _clock = new();

    public void Dispose() => _folder.Delete(recursive: true);

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task The_seed_of_the_repository_loads_once(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        await using var db = database.Open();

        Assert.NotEmpty(await ReferenceData.Load(db, RepositoryRoot.File("seed"), _clock, default));
        Assert.NotEmpty(await ReferenceData.LoadBureaus(db, RepositoryRoot.File("seed", "demo"), _clock, default));
        var quotas = await db.Quotas.CountAsync();

        Assert.Empty(await ReferenceData.Load(db, RepositoryRoot.File("seed"), _clock, default));
        Assert.Empty(await ReferenceData.LoadBureaus(db, RepositoryRoot.File("seed", "demo"), _clock, default));
        Assert.Equal(File.ReadLines(RepositoryRoot.File("seed", "quotas.csv")).Count() - 1, quotas);
        Assert.Equal("100000/650000/654200/", (await db.Regions.SingleAsync(region => region.Code == "654200")).Path);
        Assert.Equal(0.1229m,
            (await db.Coefficients.SingleAsync(row => row.SetCode == "STAT" && row.Carrier == Carrier.Electricity)).KgcePerUnit);
    }

    [Fact]
    public async Task A_new_row_in_a_loaded_file_is_added()
    {
        await using var database = await TestDatabase.Create(DatabaseProvider.Sqlite);
        await Load(database, Header + Line);

        await Load(database, Header + Line + "STAT,统计,water,m3,0,甲,sure\n");

        await using var db = database.Open();
        Assert.Equal(2, await db.Coefficients.CountAsync());
    }

    [Fact]
    public async Task Another_value_under_the_same_key_is_refused_and_nothing_is_kept()
    {
        await using var database = await TestDatabase.Create(DatabaseProvider.Sqlite);
        await Load(database, Header + Line);

        var refusal = await Assert.ThrowsAsync<RuleBrokenException>(
            () => Load(database, Header + "STAT,统计,water,m3,0,甲,sure\n" + Line.Replace("0.1229", "0.1230", StringComparison.Ordinal)));

        Assert.Equal("reference.changed", refusal.Code);
        Assert.Contains("row 3", refusal.Message, StringComparison.Ordinal);
        await using var db = database.Open();
        Assert.Equal(0.1229m, (await db.Coefficients.SingleAsync()).KgcePerUnit);
    }

    [Fact]
    public async Task A_better_source_for_the_same_value_is_taken()
    {
        await using var database = await TestDatabase.Create(DatabaseProvider.Sqlite);
        await Load(database, Header + Line);

        await Load(database, Header + Line.Replace("甲", "乙", StringComparison.Ordinal));

        await using var db = database.Open();
        Assert.Equal("乙", (await db.Coefficients.SingleAsync()).Source);
    }

    [Fact]
    public async Task An_unreadable_cell_is_named()
    {
        await using var database = await TestDatabase.Create(DatabaseProvider.Sqlite);

        var refusal = await Assert.ThrowsAsync<RuleBrokenException>(() =>
            Load(database, Header + Line.Replace("electricity", "steam", StringComparison.Ordinal)));

        Assert.Equal("reference.unreadable", refusal.Code);
        Assert.Contains("coefficients.csv, row 2, column carrier: 'steam'", refusal.Message, StringComparison.Ordinal);
    }

    private async Task Load(TestDatabase database, string coefficients)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "coefficients.csv"), coefficients);
        await using var db = database.Open();
        await ReferenceData.Load(db, _folder.FullName, _clock, CancellationToken.None);
    }
}
