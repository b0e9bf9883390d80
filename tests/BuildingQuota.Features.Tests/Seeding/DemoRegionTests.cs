using System.Text;
using BuildingQuota.Testing.DemoRegion;

namespace BuildingQuota.Features.Tests.Seeding;

/// <summary>The committed demonstration is what its generator makes; BUILDINGQUOTA_WRITE_DEMO=1 writes it instead of comparing.</summary>
public class DemoRegionTests
{
    private static readonly IReadOnlyDictionary<string, string> Files = DemoRegionFiles.Generate();
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    [Fact]
    public void The_committed_demonstration_is_what_the_generator_makes_to_the_byte()
    {
        var folder = Path.Combine(SeedTable.Folder, "demo");
        if (Environment.GetEnvironmentVariable("BUILDINGQUOTA_WRITE_DEMO") == "1") Write(folder);

        Assert.Equal(
            Files.Keys.Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(folder, "*.csv").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
        foreach (var (name, text) in Files)
            Assert.True(
                Utf8.GetBytes(text).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(folder, name))),
                $"seed/demo/{name} is not what the generator makes: run this test with BUILDINGQUOTA_WRITE_DEMO=1 and commit.");
    }

    [Fact]
    public void The_demonstration_is_as_large_as_it_must_be_and_small_enough_to_commit()
    {
        Assert.True(Rows(Files["institutions.csv"]).Count >= 60);
        Assert.True(Rows(Files["buildings.csv"]).Count >= 120);
        Assert.Equal(16, Rows(Files["institutions.csv"]).Select(row => row[2]).Distinct().Count());
        Assert.Equal(10, Rows(Files["meters.csv"]).Select(row => row[4]).Distinct().Count());
        Assert.True(Files.Values.Sum(Utf8.GetByteCount) < 8_000_000);
    }

    [Fact]
    public void Codes_are_capitals_digits_and_hyphens_and_no_two_are_alike()
    {
        string[] named = ["institutions.csv", "buildings.csv", "meters.csv"];
        var codes = named.SelectMany(name => Rows(Files[name])).Select(row => row[0]).ToList();

        Assert.All(codes, code => Assert.Matches("^[A-Z0-9-]+$", code));
        Assert.Equal(codes.Count, codes.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    private static List<string[]> Rows(string csv) =>
        [.. csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(','))];

    private static void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var (name, text) in Files) File.WriteAllText(Path.Combine(folder, name), text, Utf8);
    }
}
