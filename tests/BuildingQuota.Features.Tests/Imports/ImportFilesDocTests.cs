using System.Text.RegularExpressions;
using BuildingQuota.Features.Imports.Columns;
using BuildingQuota.Features.Imports.Problems;
using BuildingQuota.Testing;

namespace BuildingQuota.Features.Tests.Imports;

/// <summary>docs/import-files.md says what the code does: every column, title and rule of both is in the other.</summary>
public sealed partial class ImportFilesDocTests
{
    private static readonly string Page = File.ReadAllText(RepositoryRoot.File("docs", "import-files.md"));

    [Fact]
    public void Every_column_and_title_is_described() => Assert.All(
        Layouts.All.SelectMany(layout => layout.Columns),
        column =>
            Assert.Contains($"| {(column.IsRequired ? $"**{column.Name}**" : column.Name)} | {string.Join('、', column.Titles)} |", Page,
                StringComparison.Ordinal));

    [Fact]
    public void Every_rule_is_listed_and_nothing_else() =>
        Assert.Equal(Rules().Order(), Code().Matches(Page).Select(match => match.Groups[1].Value).Order());

    [Fact]
    public void Every_rule_that_the_code_names_has_its_words_and_the_other_way_round()
    {
        var sources = Directory.EnumerateFiles(RepositoryRoot.File("src", "BuildingQuota.Features", "Imports"), "*.cs",
            SearchOption.AllDirectories);
        var named = sources.SelectMany(path => Named().Matches(File.ReadAllText(path)).Select(match => match.Groups[1].Value)).ToHashSet();

        Assert.Equal(ProblemTexts.Codes.Order(), named.Intersect(ProblemTexts.Codes).Order());
        Assert.Empty(named.Where(code => Rules().Any(rule => rule.Split('.')[0] == code.Split('.')[0])).Except(ProblemTexts.Codes));
    }

    [Fact]
    public void Both_languages_fill_in_the_same_places()
    {
        foreach (var code in ProblemTexts.Codes)
        {
            object[] marks = ["<0>", "<1>", "<2>", "<3>"];
            var (chinese, english) = (ProblemTexts.Word(code, "zh-CN", marks), ProblemTexts.Word(code, "en", marks));
            Assert.All(marks, mark => Assert.Equal(
                (chinese.Message + chinese.Remedy).Contains((string)mark, StringComparison.Ordinal),
                (english.Message + english.Remedy).Contains((string)mark, StringComparison.Ordinal)));
        }
    }

    private static IEnumerable<string> Rules() => ProblemTexts.Codes.Where(code => !code.StartsWith("name.", StringComparison.Ordinal));

    [GeneratedRegex(@"^\| `([a-z-]+\.[a-z-]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Code();

    [GeneratedRegex("\"([a-z][a-z-]*\\.[a-z][a-z-]*)\"")]
    private static partial Regex Named();
}
