using BuildingQuota.Data.Seeding;
using BuildingQuota.Domain.Imports;
using BuildingQuota.Features.Imports;
using BuildingQuota.Testing;
using BuildingQuota.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Tests.Imports;

/// <summary>
/// The files of seed/demo as everybody imports them: whatever order they are offered in, whole, and again without a change.
/// </summary>
public sealed class DemoRegionImportTests
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task The_demonstration_region_goes_in_whole_and_the_second_time_changes_nothing(Data.DatabaseProvider provider)
    {
        await using var world = await ImportWorld.Bare(provider);
        await using (var reference = world.Open())
            await ReferenceData.Load(reference, RepositoryRoot.File("seed"), world.Clock, CancellationToken.None);
        var request = new ImportRequest([.. Files().Reverse().Select(Offer)], null, false, "tester", "en");

        var first = await world.Import(request);
        var second = await world.Import(request);

        Assert.Empty(first.Files.SelectMany(file => file.Problems).Select(problem =>
            $"{problem.Row} {problem.Column} {problem.RuleCode} {problem.Message}"));
        Assert.All(first.Files, file => Assert.Equal((ImportState.Accepted, file.Read), (file.State, file.New)));
        Assert.Equal((request.Files.Count, 0), (first.Files.Count, first.ExitCode));
        Assert.All(second.Files, file => Assert.Equal((ImportState.Unchanged, file.Read, 0), (file.State, file.Unchanged, file.New)));
        await using var db = world.Open();
        Assert.Equal(first.Files.Where(file => file.Kind == "bills").Sum(file => file.Read), await db.Bills.CountAsync());
        Assert.Equal(1, await db.Bills.CountAsync(bill => bill.State == Domain.Billing.BillState.Reversed));
    }

    private static IEnumerable<string> Files() => Directory.EnumerateFiles(RepositoryRoot.File("seed", "demo"), "*.csv")
        .Where(path => Path.GetFileName(path) != "bureaus.csv").Order(StringComparer.Ordinal)
            .Select(path => "seed/demo/" + Path.GetFileName(path));

    private static OfferedFile Offer(string path) => new(Path.GetFileName(path), () => File.OpenRead(RepositoryRoot.File(path.Split('/'))));
}
