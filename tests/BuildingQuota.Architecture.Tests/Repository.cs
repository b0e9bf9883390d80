using System.Xml.Linq;

namespace BuildingQuota.Architecture.Tests;

/// <summary>The checkout as files: project files and sources, read from the folder that holds BuildingQuota.sln.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    public static IReadOnlyList<Project> Projects { get; } =
        [.. Directory.GetFiles(Path.Combine(Root, "src"), "*.csproj", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(Project.Read)];

    public static IEnumerable<SourceFile> Sources(string folder) =>
        Directory.GetFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains("/Migrations/", StringComparison.Ordinal) && !path.Contains("/obj/", StringComparison.Ordinal))
            .Select(path => new SourceFile(Path.GetRelativePath(Root, path).Replace('\\', '/'), File.ReadAllText(path)));

    private static string FindRoot(string folder) => File.Exists(Path.Combine(folder, "BuildingQuota.sln"))
        ? folder
        : FindRoot(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("BuildingQuota.sln is in no folder above the tests."));
}

internal sealed record SourceFile(string Path, string Text);

/// <summary>A project by its short name (Domain, Data, …), the projects it refers to, and its packages.</summary>
internal sealed record Project(string Name, IReadOnlyList<string> References, IReadOnlyList<string> Packages)
{
    private const string Prefix = "BuildingQuota.";

    public static Project Read(string path) => Parse(Path.GetFileNameWithoutExtension(path), File.ReadAllText(path));

    public static Project Parse(string name, string xml)
    {
        var project = XDocument.Parse(xml);
        return new Project(Short(name), [.. Includes("ProjectReference").Select(path => Short(Path.GetFileNameWithoutExtension(path.Replace('\\', '/'))))],
            [.. Includes("PackageReference"), .. Includes("PackageDownload")]);

        IEnumerable<string> Includes(string element) => project.Descendants(element).Select(item => (string?)item.Attribute("Include")).OfType<string>();
    }

    private static string Short(string name) => name.StartsWith(Prefix, StringComparison.Ordinal) ? name[Prefix.Length..] : name;
}
