using System.Diagnostics;
using System.Globalization;
using System.Text;
using BuildingQuota.Documents.Letters;
using BuildingQuota.Domain.Notices;
using BuildingQuota.Features.Notices;
using BuildingQuota.Features.Notices.Content;
using BuildingQuota.Testing;

namespace BuildingQuota.Features.Tests.Notices;

/// <summary>reports/samples lists every notice of the demonstration with its figures; BUILDINGQUOTA_WRITE_SAMPLES=1 writes the list and some letters.</summary>
[Collection(DemoLettersRun.Name)]
public sealed class SampleLettersTests(DemoLetters demo)
{
    private const string Head = "number,institution_code,institution_name,year,family,reply_by,indicator,actual,"
        + "lower_bound,constraint,overrun_amount,overrun_percent,sufficiency,partial_year";
    private static readonly string Folder = RepositoryRoot.File("reports", "samples");

    [Fact]
    public async Task The_committed_list_has_the_figures_that_the_demonstration_gives_today()
    {
        var list = string.Join('\n', demo.Notices.SelectMany(Lines).Prepend(Head)) + "\n";
        if (Environment.GetEnvironmentVariable("BUILDINGQUOTA_WRITE_SAMPLES") == "1") await Write(list);

        Assert.True(list == await File.ReadAllTextAsync(Path.Combine(Folder, "notices.csv")),
            "reports/samples is not what the demonstration gives: run this test with BUILDINGQUOTA_WRITE_SAMPLES=1 and commit.");
    }

    [Fact]
    public void Every_committed_letter_is_of_a_notice_in_the_list_and_they_are_small()
    {
        var letters = Directory.GetFiles(Folder, "*.pdf");
        Assert.NotEmpty(letters);
        Assert.All(letters, letter => Assert.Contains(demo.Notices, notice =>
            Path.GetFileName(letter).StartsWith($"notice-2025-{notice.InstitutionCode}-{notice.Family}", StringComparison.Ordinal)));
        Assert.InRange(Directory.GetFiles(Folder).Sum(file => new FileInfo(file).Length), 1, 3_000_000);
    }

    private static IEnumerable<string> Lines(Notice notice)
    {
        var content = CanonicalJson.Read(notice.Content);
        return content.Rows.Select(row => string.Join(',', ((object?[])[
            notice.Number, notice.InstitutionCode, notice.InstitutionName, notice.Year, notice.Family,
            notice.ReplyBy?.ToString("O", CultureInfo.InvariantCulture),
            row.Indicator, Number(row.Actual), Number(row.LowerBound), Number(row.Constraint), Number(row.OverrunAmount), Number(row.OverrunPercent),
            row.Sufficiency, content.PartialYear,
        ]).Select(cell => Convert.ToString(cell, CultureInfo.InvariantCulture))));
    }

    private static string Number(decimal? value) => value?.ToString("0.######", CultureInfo.InvariantCulture) ?? "";

    private async Task Write(string list)
    {
        Directory.CreateDirectory(Folder);
        foreach (var old in Directory.GetFiles(Folder).Where(file => Path.GetExtension(file) is ".pdf" or ".png")) File.Delete(old);
        await File.WriteAllTextAsync(Path.Combine(Folder, "notices.csv"), list, new UTF8Encoding(false));
        var chosen = Chosen().Distinct().ToList();
        foreach (var notice in chosen) await Write(new NoticePdfOf.Request(notice.Id), withPreview: notice != chosen[^1]);
        await Write(new NoticePdfOf.Request(chosen[0].Id, LetterLanguage.English), withPreview: true);
    }

    /// <summary>The one with most indicators, one on water, one with bills missing, one whose year was not whole.</summary>
    private IEnumerable<Notice> Chosen()
    {
        var contents = demo.Notices.Select(notice => (Notice: notice, Content: CanonicalJson.Read(notice.Content))).ToList();
        yield return contents.MaxBy(one => one.Content.Rows.Count(row => row.Actual is not null)).Notice;
        yield return contents.First(one => one.Content.Family == IndicatorFamily.Water).Notice;
        foreach (var one in contents.Where(one => one.Content.Rows[0].Actual is null).Take(1)) yield return one.Notice;
        foreach (var one in contents.Where(one => one.Content.PartialYear).Take(1)) yield return one.Notice;
    }

    private async Task Write(NoticePdfOf.Request request, bool withPreview)
    {
        var paper = await demo.Paper(request);
        var path = Path.Combine(Folder, paper.FileName);
        await File.WriteAllBytesAsync(path, paper.Pdf);
        if (!withPreview) return;
        using var preview = Process.Start("pdftoppm", ["-r", "60", "-png", path, Path.ChangeExtension(path, null)]);
        await preview.WaitForExitAsync();
    }
}
