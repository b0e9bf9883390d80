using System.Text.RegularExpressions;

namespace BuildingQuota.Architecture.Tests;

/// <summary>What stands in one room stays there: names of libraries in project files and in sources.</summary>
public sealed partial class RoomTests
{
    private static readonly (string Name, Regex Uses, string[] Rooms)[] Libraries =
    [
        ("Entity Framework providers", Providers(), ["Data"]),
        ("Microsoft.OData", OData(), ["OData"]),
        ("PDFsharp", PdfSharp(), ["Documents"]),
        ("Quartz", Quartz(), ["Web"]),
    ];

    [Fact]
    public void Each_library_is_named_in_its_room_only() =>
        Assert.Empty(Repository.Sources("src").SelectMany(file => Violations(RoomOf(file.Path), file.Text).Select(name => $"{file.Path}: {name}")));

    [Fact]
    public void Each_package_is_referred_to_by_its_room_only() => Assert.Empty(Repository.Projects.SelectMany(project =>
        project.Packages.SelectMany(package => Violations(project.Name, $"using {package};")).Select(name => $"{project.Name}: {name}")));

    [Theory] // the counter-proof
    [InlineData("Features", "using Microsoft.EntityFrameworkCore.Sqlite;", "Entity Framework providers")]
    [InlineData("Web", "using Npgsql;", "Entity Framework providers")]
    [InlineData("Features", "using Microsoft.OData.UriParser;", "Microsoft.OData")]
    [InlineData("Features", "using PdfSharp.Pdf;", "PDFsharp")]
    [InlineData("Features", "using Quartz;", "Quartz")]
    public void A_library_in_another_room_is_seen(string room, string source, string library) => Assert.Equal([library], Violations(room, source));

    private static string RoomOf(string path) => path.Split('/')[1]["BuildingQuota.".Length..];

    private static IEnumerable<string> Violations(string room, string text) =>
        Libraries.Where(library => !library.Rooms.Contains(room) && library.Uses.IsMatch(text)).Select(library => library.Name);

    [GeneratedRegex(@"^\s*using (Npgsql|Microsoft\.Data\.Sqlite|Microsoft\.EntityFrameworkCore\.(Sqlite|Design))\b", RegexOptions.Multiline)]
    private static partial Regex Providers();

    [GeneratedRegex(@"^\s*using Microsoft\.OData\b", RegexOptions.Multiline)]
    private static partial Regex OData();

    [GeneratedRegex(@"^\s*using PdfSharp", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex PdfSharp();

    [GeneratedRegex(@"^\s*using Quartz\b", RegexOptions.Multiline)]
    private static partial Regex Quartz();
}
