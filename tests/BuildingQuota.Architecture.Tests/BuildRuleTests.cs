using System.Xml.Linq;

namespace BuildingQuota.Architecture.Tests;

/// <summary>The build is the reviewer: the rules that it must hold are really switched on, and versions are exact.</summary>
public sealed class BuildRuleTests
{
    [Theory]
    [InlineData("TreatWarningsAsErrors")]
    [InlineData("CheckForOverflowUnderflow")]
    [InlineData("EnforceCodeStyleInBuild")]
    public void The_build_rule_is_on(string property) => Assert.Equal("true", Common(property));

    [Fact]
    public void Nullable_is_on() => Assert.Equal("enable", Common("Nullable"));

    [Theory]
    [InlineData("P:System.DateTime.Now")]
    [InlineData("P:System.DateTimeOffset.UtcNow")]
    [InlineData("P:System.Threading.Tasks.Task`1.Result")]
    [InlineData("M:System.Guid.NewGuid")]
    public void The_symbol_is_banned(string symbol) =>
        Assert.Contains(File.ReadLines(Build("BannedSymbols.txt")), line => line.StartsWith(symbol + ";", StringComparison.Ordinal));

    [Fact]
    public void Every_version_is_exact_and_released() => Assert.Empty(Inexact(Build("Packages.props")));

    [Fact] // the counter-proof
    public void A_floating_or_preview_version_is_seen()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, """<Project><PackageVersion Include="A" Version="1.*" /><PackageVersion Include="B" Version="1.0.0-rc.1" /></Project>""");
        Assert.Equal(["A", "B"], Inexact(file));
        File.Delete(file);
    }

    private static IEnumerable<string?> Inexact(string file) => XDocument.Load(file).Descendants("PackageVersion")
        .Where(package => !Version.TryParse((string?)package.Attribute("Version"), out _)).Select(package => (string?)package.Attribute("Include"));

    private static string? Common(string property) => XDocument.Load(Build("Common.props")).Descendants(property).SingleOrDefault()?.Value;

    private static string Build(string file) => Path.Combine(Repository.Root, ".build", file);
}
