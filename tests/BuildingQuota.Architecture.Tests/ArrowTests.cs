namespace BuildingQuota.Architecture.Tests;

/// <summary>Design §2: Web → Features → {Data, OData, Documents} → Domain; OData and Documents depend on nothing of ours.</summary>
public sealed class ArrowTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Domain"] = [],
        ["OData"] = [],
        ["Documents"] = [],
        ["Sqlite"] = [],
        ["Data"] = ["Domain", "Sqlite"],
        ["Features"] = ["Data", "Domain", "OData", "Documents"],
        ["Web"] = ["Features", "Data", "Domain", "OData", "Documents", "Sqlite"],
    };

    [Fact]
    public void Every_arrow_between_projects_is_drawn_in_the_design() => Assert.Empty(Violations(Repository.Projects));

    [Fact]
    public void Every_project_of_the_design_is_there() =>
        Assert.Equal(Allowed.Keys.Order(StringComparer.Ordinal), Repository.Projects.Select(project => project.Name));

    [Theory] // the counter-proof: the guard sees each kind of wrong arrow
    [InlineData("Domain", "Data")]
    [InlineData("OData", "Domain")]
    [InlineData("Documents", "Features")]
    [InlineData("Data", "Features")]
    [InlineData("Features", "Web")]
    public void A_wrong_arrow_is_seen(string from, string to)
    {
        var wrong = Project.Parse($"BuildingQuota.{from}", $"""<Project><ItemGroup><ProjectReference Include="../BuildingQuota.{to}/BuildingQuota.{to}.csproj" /></ItemGroup></Project>""");
        Assert.Equal([$"{from} -> {to}"], Violations([wrong]));
    }

    private static IEnumerable<string> Violations(IEnumerable<Project> projects) => projects
        .SelectMany(project => project.References.Where(to => !Allowed.GetValueOrDefault(project.Name, []).Contains(to)).Select(to => $"{project.Name} -> {to}"));
}
