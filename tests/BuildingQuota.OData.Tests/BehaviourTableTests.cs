using System.Text.RegularExpressions;

namespace BuildingQuota.OData.Tests;

/// <summary>docs/api/odata-behaviours.md speaks of all fifty and of tests that are there.</summary>
public sealed partial class BehaviourTableTests
{
    private static readonly DirectoryInfo Root = FindRoot();

    private static readonly List<string[]> Rows = [.. File.ReadLines(Path.Combine(Root.FullName, "docs", "api", "odata-behaviours.md"))
        .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && char.IsAsciiDigit(line[2]))
        .Select(line => line.Split('|', StringSplitOptions.TrimEntries)[1..^1])];

    [Fact]
    public void Every_behaviour_has_a_row_and_a_state()
    {
        Assert.Equal(Enumerable.Range(1, 50), Rows.Select(row => int.Parse(row[0], null)));
        Assert.All(Rows, row => Assert.Matches("^(done|partly|open)", row[2]));
    }

    [Fact]
    public void The_tests_that_it_names_are_there_and_every_numbered_test_is_named()
    {
        var methods = Root.EnumerateDirectories("tests").Single().EnumerateFiles("*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Method().Matches(File.ReadAllText(file.FullName)).Select(match => match.Groups[1].Value)).ToHashSet();
        var named = Rows.SelectMany(row => Name().Matches(row[3]).Select(match => match.Groups[1].Value)).ToHashSet();

        Assert.Empty(named.Except(methods));
        Assert.Empty(Rows.Where(row => row[2].StartsWith("done", StringComparison.Ordinal) && row[0] != "50" && row[3] == "—")
            .Select(row => row[0]));
        var numbered = methods.Where(method => Numbered().IsMatch(method)).SelectMany(method => Number().Matches(method)
            .Select(match => match.Groups[1].Value)).Distinct();
        Assert.Empty(numbered.Except(Rows.Where(row => row[3] != "—").Select(row => row[0])));
    }

    private static DirectoryInfo FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "BuildingQuota.sln"))) folder = folder.Parent!; // the tests run inside of it
        return folder;
    }

    [GeneratedRegex("public (?:async )?(?:Task|void) ([A-Za-z0-9_]+)\\(")]
    private static partial Regex Method();

    [GeneratedRegex("`([A-Za-z0-9_]+)`")]
    private static partial Regex Name();

    [GeneratedRegex("^B[0-9]+_")]
    private static partial Regex Numbered();

    [GeneratedRegex("(?:^|_)B([0-9]+)(?=_)")]
    private static partial Regex Number();
}
