using BuildingQuota.Testing;

namespace BuildingQuota.Features.Tests.Seeding;

/// <summary>A file of seed/ read the plainest way, so that these tests share no code with the importer and the loader.</summary>
internal static class SeedTable
{
    public static string Folder => RepositoryRoot.File("seed");

    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Read(string name) =>
        Parse(name, File.ReadAllText(Path.Combine(Folder, name)));

    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Parse(string name, string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var header = lines[0].Split(',');
        return [.. lines.Skip(1).Select(line =>
        {
            var fields = line.Split(',');
            Assert.True(fields.Length == header.Length, $"{name}: '{line}' does not fit its header.");
            return header.Zip(fields).ToDictionary(pair => pair.First, pair => pair.Second);
        })];
    }
}
