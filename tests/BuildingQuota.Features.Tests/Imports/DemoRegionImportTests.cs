using System.Globalization;
using BuildingQuota.Data.Bulk;
using BuildingQuota.Domain.Conversion;
using BuildingQuota.Domain.Imports;
using BuildingQuota.Domain.Metering;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;
using BuildingQuota.Domain.Rules;
using BuildingQuota.Features.Imports;
using BuildingQuota.Testing;
using BuildingQuota.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Tests.Imports;

/// <summary>The files of seed/demo as everybody imports them: whatever order they are offered in, whole, and again without a change.</summary>
public sealed class DemoRegionImportTests
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task The_demonstration_region_goes_in_whole_and_the_second_time_changes_nothing(Data.DatabaseProvider provider)
    {
        await using var world = await ImportWorld.Empty(provider);
        await LoadReference(world);
        var request = new ImportRequest([.. Files().Reverse().Select(Offer)], null, false, "tester", "en");

        var first = await world.Import(request);
        var second = await world.Import(request);

        Assert.Empty(first.Files.SelectMany(file => file.Problems).Select(problem => $"{problem.Row} {problem.Column} {problem.RuleCode} {problem.Message}"));
        Assert.All(first.Files, file => Assert.Equal((ImportState.Accepted, file.Read), (file.State, file.New)));
        Assert.Equal((request.Files.Count, 0), (first.Files.Count, first.ExitCode));
        Assert.All(second.Files, file => Assert.Equal((ImportState.Unchanged, file.Read, 0), (file.State, file.Unchanged, file.New)));
        await using var db = world.Open();
        Assert.Equal(first.Files.Where(file => file.Kind == "bills").Sum(file => file.Read), await db.Bills.CountAsync());
        Assert.Equal(1, await db.Bills.CountAsync(bill => bill.State == Domain.Billing.BillState.Reversed));
    }

    private static IEnumerable<string> Files() => Directory.EnumerateFiles(RepositoryRoot.File("seed", "demo"), "*.csv")
        .Where(path => Path.GetFileName(path) != "bureaus.csv").Order(StringComparer.Ordinal).Select(path => "seed/demo/" + Path.GetFileName(path));

    private static OfferedFile Offer(string path) => new(Path.GetFileName(path), () => File.OpenRead(RepositoryRoot.File(path.Split('/'))));

    private static async Task LoadReference(ImportWorld world)
    {
        await using var db = world.Open();
        await db.UnitConversions.ExecuteDeleteAsync();
        await db.QuotaStandards.ExecuteDeleteAsync();
        await db.BulkInsert(Rows("unit_conversions.csv").Select(row => new UnitConversion
        {
            Carrier = Words.TryParse<Carrier>(row[0], out var carrier) ? carrier : throw new InvalidDataException(row[0]), Unit = row[1], OwnUnit = row[2],
            Numerator = decimal.Parse(row[3], CultureInfo.InvariantCulture), Denominator = decimal.Parse(row[4], CultureInfo.InvariantCulture),
            Source = row[5], Confidence = row[6],
        }), CancellationToken.None);
        await db.BulkInsert(Rows("quota_standards.csv").Select(row => new QuotaStandard
        {
            Code = row[0], Name = row[1], CoefficientSet = "STAT", Zones = row[6], Source = row[7], Confidence = "likely",
        }), CancellationToken.None);
        var regions = new ImportRequest([Offer("seed/regions.csv")], "regions", AcceptGood: true, "tester", "en");
        Assert.Equal(ImportState.Accepted, (await world.Import(regions)).Files[0].State);
        await db.BulkInsert(Rows("plans.csv").Select(row => new Plan
        {
            Code = row[0], Name = row[1], RegionCode = row[2], BaseYear = 2020, EndYear = 2025, Path = TargetPath.Geometric, Source = "test", Confidence = "sure",
        }), CancellationToken.None);
    }

    private static IEnumerable<string[]> Rows(string file) => File.ReadLines(RepositoryRoot.File("seed", file)).Skip(1).Select(line => line.Split(','));
}
