namespace BuildingQuota.Features.Tests.Seeding;

/// <summary>A reference file read the plainest way, so that these tests share no code with the loader.</summary>
internal sealed class SeedTable
{
    private readonly List<Dictionary<string, string>> _rows = [];

    private SeedTable(string path)
    {
        var lines = File.ReadAllText(path).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var header = lines[0].Split(',');
        foreach (var line in lines.Skip(1))
        {
            var fields = line.Split(',');
            Assert.True(fields.Length == header.Length, $"{Path.GetFileName(path)}: '{line}' does not fit its header.");
            _rows.Add(header.Zip(fields).ToDictionary(pair => pair.First, pair => pair.Second));
        }
    }

    public IReadOnlyList<IReadOnlyDictionary<string, string>> Rows => _rows;

    public static string Folder => Path.Combine(Root(), "seed");

    public static SeedTable Read(string name) => new(Path.Combine(Folder, name));

    public static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "BuildingQuota.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("BuildingQuota.sln is not above the tests.");
        return folder.FullName;
    }
}
