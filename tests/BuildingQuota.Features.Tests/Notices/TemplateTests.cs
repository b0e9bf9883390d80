using BuildingQuota.Documents.Letters;
using BuildingQuota.Domain.Rules;
using BuildingQuota.Features.Notices;
using BuildingQuota.Features.Notices.Letters;
using BuildingQuota.Testing;

namespace BuildingQuota.Features.Tests.Notices;

/// <summary>seed/templates/README.md: a template that no letter could be set from is refused with its file and line.</summary>
public sealed class TemplateTests : IDisposable
{
    private const string Energy = "overrun-energy.zh.txt";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bq-templates-");

    public TemplateTests()
    {
        foreach (var file in Directory.GetFiles(RepositoryRoot.File("seed", "templates")))
            File.Copy(file, Path.Combine(_folder.FullName, Path.GetFileName(file)));
    }

    [Fact]
    public void What_an_office_writes_is_what_the_letter_says()
    {
        Edit(Energy, text => text.Replace("本告知书旨在了解情况", "本局谨请来函说明", StringComparison.Ordinal));
        Assert.Contains(Body(), paragraph => paragraph.StartsWith("本局谨请来函说明", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{bureau}关于", "{office}关于", "template.unknown-field", "line 7")]
    [InlineData("{bureau}关于", "{actual}关于", "template.unknown-field", "line 7")] // known, but only in a line of an indicator
    [InlineData("{bureau}关于", "{bureau关于", "template.open-brace", "line 7")]
    [InlineData("[partial]", "[sometimes]", "template.unknown-condition", "[sometimes]")]
    [InlineData("@chart", "@picture", "template.unknown-block", "@picture")]
    [InlineData("{next_reply}", "年底", "template.incomplete", "by when")]
    [InlineData("family: Energy", "family: Sun", "template.incomplete", "family")]
    [InlineData("language: zh", "language: fr", "template.incomplete", "language")]
    [InlineData("subject: 超定额用能告知书", "", "template.incomplete", "'subject:'")]
    [InlineData("\nbody:", "\ntext:", "template.incomplete", "'body:'")]
    public void A_fault_is_named_with_its_place(string from, string to, string code, string says)
    {
        Edit(Energy, text => text.Replace(from, to, StringComparison.Ordinal));
        var refused = Assert.Throws<RuleBrokenException>(Body);
        Assert.Equal(code, refused.Code);
        Assert.Contains(Energy, refused.Message, StringComparison.Ordinal);
        Assert.Contains(says, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_word_a_missing_letter_and_a_missing_folder_are_named()
    {
        Edit("words.zh.txt", text => text.Replace("indicator.TotalCarbon", "indicator.Other", StringComparison.Ordinal));
        Assert.Equal("template.word-missing", Assert.Throws<RuleBrokenException>(Body).Code);
        File.Delete(Path.Combine(_folder.FullName, Energy));
        Edit("words.zh.txt", text => text.Replace("indicator.Other", "indicator.TotalCarbon", StringComparison.Ordinal));
        Assert.Equal("template.missing", Assert.Throws<RuleBrokenException>(Body).Code);
        Assert.Equal("template.missing", Assert.Throws<RuleBrokenException>(() => Body(Path.Combine(_folder.FullName, "none"))).Code);
    }

    [Fact]
    public void A_name_with_braces_is_not_read_as_a_field() =>
        Assert.Equal("{a}", LetterTemplate.Fill("{name}", new Dictionary<string, string> { ["name"] = "{a}" }));

    public void Dispose() => _folder.Delete(recursive: true);

    private List<string> Body() => Body(_folder.FullName);

    private static List<string> Body(string folder) => [.. new NoticeLetter(new NoticeTemplates(new NoticeSettings { TemplateFolder = folder }))
        .Compose(LetterContents.Energy, LetterContents.Stamp, LetterLanguage.Chinese).Body.OfType<Paragraph>().Select(paragraph => paragraph.Text)];

    private void Edit(string file, Func<string, string> change)
    {
        var path = Path.Combine(_folder.FullName, file);
        File.WriteAllText(path, change(File.ReadAllText(path)));
    }
}
