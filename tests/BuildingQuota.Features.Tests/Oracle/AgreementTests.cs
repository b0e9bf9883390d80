using System.Collections.Concurrent;
using System.Globalization;
using BuildingQuota.Data;
using BuildingQuota.Oracle.Calculation;
using BuildingQuota.Oracle.Reading;
using BuildingQuota.Oracle.Regions;
using BuildingQuota.Testing.Databases;

namespace BuildingQuota.Features.Tests.Oracle;

/// <summary>
/// An independent calculation (BuildingQuota.Oracle, which shares no line with the program) of random institutions over three years agrees
/// with the engine in every monthly fact and every verdict to the last stated digit. BUILDINGQUOTA_ORACLE_SEEDS raises the number of
/// regions for a long soak, BUILDINGQUOTA_ORACLE_FIRST says with which seed to begin; with BUILDINGQUOTA_ORACLE_FOLDER the files of a
/// region that does not agree and all that differs are left there.
/// </summary>
public sealed class AgreementTests
{
    private const int Institutions = 50;
    private const int Regions = 3;

    private static readonly ConcurrentDictionary<int, Figures> Known = [];

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Every_figure_agrees_with_an_independent_calculation(DatabaseProvider provider)
    {
        var first = Setting("BUILDINGQUOTA_ORACLE_FIRST", provider == DatabaseProvider.Sqlite ? 1 : Regions); // one region on both
        for (var seed = first; seed < first + Setting("BUILDINGQUOTA_ORACLE_SEEDS", Regions); seed++) await Agrees(provider, seed);
    }

    private static async Task Agrees(DatabaseProvider provider, int seed)
    {
        var region = new RandomRegion(seed, Institutions);
        await using var world = await OracleWorld.With(provider, region);
        var engine = await Figures.OfEngine(world, region.Years);
        var differences = engine.Against(Known.GetOrAdd(seed, _ => Figures.OfOracle(Calculated(region)))).ToList();
        if (differences.Count == 0) return;
        Leave(region, differences);
        Assert.Fail($"Seed {seed}: {differences.Count} differences in {engine.Count} rows.\n{string.Join('\n', differences.Take(20))}\n\n"
            + Inputs(region, differences[0]));
    }

    private static Answer Calculated(RandomRegion region) =>
        new(new Contract(region.Files), OracleWorld.Reference, region.Years);

    /// <summary>What the files say of the first subject that differs.</summary>
    private static string Inputs(RandomRegion region, string difference)
    {
        var words = difference.Split(' ');
        var code = words[0] is "Institution" or "Building" or "Region" ? words[1] : words[0];
        return string.Join('\n', region.Files.SelectMany(file => file.Text.Split('\n')
            .Where(line => line.Contains(code, StringComparison.Ordinal)).Take(60).Select(line => $"{file.Name}: {line}")));
    }

    private static void Leave(RandomRegion region, List<string> differences)
    {
        if (Environment.GetEnvironmentVariable("BUILDINGQUOTA_ORACLE_FOLDER") is not { Length: > 0 } folder) return;
        File.WriteAllLines(Path.Combine(folder, "differences.txt"), differences);
        foreach (var (name, text) in region.Files) File.WriteAllText(Path.Combine(folder, name), text);
    }

    private static int Setting(string variable, int otherwise) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } set ? int.Parse(set, CultureInfo.InvariantCulture) : otherwise;
}
