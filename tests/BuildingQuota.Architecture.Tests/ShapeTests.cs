using System.Text.RegularExpressions;

namespace BuildingQuota.Architecture.Tests;

/// <summary>Style §4.7 and §6: sizes that a person can hold in mind, folders that are nouns, nothing suppressed without a reason.</summary>
public sealed partial class ShapeTests
{
    private const int LongestFile = 250;
    private const int LongestLine = 160;

    [Fact]
    public void No_file_is_too_long() => Assert.Empty(Repository.Sources("src").Where(IsTooLong).Select(file => file.Path));

    [Fact]
    public void No_line_is_too_long() => Assert.Empty(Repository.Sources("src").Where(HasLongLine).Select(file => file.Path));

    [Fact]
    public void No_folder_is_filed_by_kind() => Assert.Empty(Repository.Sources("src").Where(IsFiledByKind).Select(file => file.Path));

    [Fact] // or the library's own name, for what its users see
    public void A_namespace_is_its_folder() => Assert.Empty(Repository.Sources("src").Where(IsAstray).Select(file => file.Path));

    [Fact]
    public void Nothing_is_suppressed_without_a_reason_and_nothing_is_left_to_do() =>
        Assert.Empty(Repository.Sources("src").Where(file => Unexplained().IsMatch(file.Text)).Select(file => file.Path));

    [Fact] // the counter-proof of each
    public void The_guards_bite()
    {
        Assert.True(IsTooLong(new("a.cs", string.Concat(Enumerable.Repeat("x\n", LongestFile + 1)))));
        Assert.True(HasLongLine(new("a.cs", new string('x', LongestLine + 1))));
        Assert.True(IsFiledByKind(new("src/BuildingQuota.Features/Helpers/A.cs", "")));
        Assert.True(IsAstray(new("src/BuildingQuota.Domain/Billing/A.cs", "namespace BuildingQuota.Domain.Bills;")));
        Assert.Matches(Unexplained(), "#pragma warning disable CA1000\n");
        Assert.Matches(Unexplained(), "// TODO later");
        Assert.DoesNotMatch(Unexplained(), "#pragma warning disable CA1000 // because\n");
    }

    private static bool IsTooLong(SourceFile file) => file.Text.Count(letter => letter == '\n') > LongestFile;

    private static bool HasLongLine(SourceFile file) => file.Text.Split('\n').Any(line => line.Length > LongestLine);

    private static bool IsFiledByKind(SourceFile file) => ByKind().IsMatch(file.Path);

    private static bool IsAstray(SourceFile file)
    {
        var declared = Declared().Match(file.Text).Groups["name"].Value;
        var folder = Path.GetDirectoryName(file.Path)!.Replace('\\', '/')["src/".Length..].Replace('/', '.');
        var library = folder.StartsWith("BuildingQuota.OData.", StringComparison.Ordinal) ? "BuildingQuota.OData" : folder;
        return declared.Length > 0 && declared != folder && declared != library && declared != "Microsoft.Extensions.DependencyInjection";
    }

    [GeneratedRegex("/(Helpers?|Utils?|Common|Dtos?|Managers?|Services|Extensions|Misc)/")]
    private static partial Regex ByKind();

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Declared();

    [GeneratedRegex(@"#pragma warning disable[ \w,]*$|\bTODO\b|\bFIXME\b|NotImplementedException", RegexOptions.Multiline)]
    private static partial Regex Unexplained();
}
