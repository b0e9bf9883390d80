using BuildingQuota.Data;
using BuildingQuota.Domain.Access;
using BuildingQuota.Domain.Imports;
using BuildingQuota.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Tests.Imports;

/// <summary>Regions as the officer of 654200 imports them: paths decide who sees what, so none may be lost or reach further.</summary>
public sealed class ScopedRegionTests
{
    private const string Header = "code,name,level,parent_code\n";
    private const string Tree = Header + "100000,China,nation,\n650000,Xinjiang,province,100000\n650100,Urumqi,prefecture,650000\n"
        + "654200,Tacheng,prefecture,650000\n654201,Tacheng city,county,654200\n654202,Wusu,county,654200\n654201100,Town,township,654201\n";

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_township_is_added_and_no_other_path_is_touched(DatabaseProvider provider)
    {
        await using var world = await World(provider);
        var before = await Paths(world);

        var file = await AsOfficer(world, "654202100,New town,township,654202\n");

        Assert.Equal((ImportState.Accepted, 1), (file.State, file.New));
        Assert.Equal([.. before, "654202100 100000/650000/654200/654202/654202100/"], await Paths(world));
        await using var db = world.Open(await Officer(world));
        Assert.Equal(5, await db.Regions.CountAsync());
    }

    [Fact]
    public async Task The_root_of_the_scope_is_renamed_below_its_parent_that_is_out_of_sight()
    {
        await using var world = await World();
        var before = await Paths(world);

        var file = await AsOfficer(world, "654200,Tarbagatay,prefecture,650000\n");

        Assert.Equal((ImportState.Accepted, 1), (file.State, file.Changed));
        Assert.Equal(before, await Paths(world));
    }

    [Fact]
    public async Task A_region_that_moves_within_the_scope_takes_its_institutions_along_and_nobody_elses()
    {
        await using var world = await World();

        await AsOfficer(world, "654201100,Town,township,654202\n");

        await using var db = world.Open();
        Assert.Equal(["A 100000/650000/654200/654201/", "B 100000/650000/654200/654202/654201100/"],
            await db.Institutions.OrderBy(row => row.Code).Select(row => row.Code + " " + row.RegionPath).ToListAsync());
    }

    [Theory]
    [InlineData("650000,Mine,province,100000", "region.not-allowed")]
    [InlineData("650100,Urumqi,prefecture,650000", "region.not-allowed")]
    [InlineData("654300,Altay,prefecture,650000", "region.not-allowed")]
    [InlineData("650102,Tianshan,county,650100", "region.not-allowed")]
    [InlineData("654201,Tacheng city,county,650100", "region.not-allowed")]
    [InlineData("654200,Tacheng,prefecture,100000", "region.not-allowed")]
    [InlineData("X,X,nation,", "region.not-allowed")]
    [InlineData("654203,X,county,999999", "region.not-found")]
    public async Task What_lies_outside_or_would_move_there_is_refused(string row, string code)
    {
        await using var world = await World();
        var before = await Paths(world);

        var file = await AsOfficer(world, row);

        Assert.Equal(code, Assert.Single(file.Problems).RuleCode);
        Assert.Equal(before, await Paths(world));
    }

    private static async Task<ImportWorld> World(DatabaseProvider provider = DatabaseProvider.Sqlite)
    {
        var world = await ImportWorld.Bare(provider);
        var report = await world.Import(("regions.csv", Tree), ("institutions.csv",
            "code,name,kind,level,region_code\nA,Agency,agency,county,654201\nB,Town hall,agency,township,654201100\n"));
        Assert.Equal(0, report.ExitCode);
        return world;
    }

    private static async Task<BuildingQuota.Features.Imports.ImportedFile> AsOfficer(ImportWorld world, string rows) =>
        (await world.Import(await Officer(world), ("regions.csv", Header + rows))).Files[0];

    private static async Task<AccessScope> Officer(ImportWorld world)
    {
        await using var db = world.Open();
        return AccessScope.OfRegion(await db.Regions.SingleAsync(region => region.Code == "654200"));
    }

    private static async Task<List<string>> Paths(ImportWorld world)
    {
        await using var db = world.Open();
        return [.. (await db.Regions.Select(region => region.Code + " " + region.Path).ToListAsync()).Order(StringComparer.Ordinal)];
    }
}
