using BuildingQuota.Data;
using BuildingQuota.Data.Seeding;
using BuildingQuota.Documents.Letters;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Notices;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Features.Evaluations;
using BuildingQuota.Features.Imports;
using BuildingQuota.Features.Notices;
using BuildingQuota.Features.Notices.Content;
using BuildingQuota.Features.Notices.Letters;
using BuildingQuota.Testing;
using BuildingQuota.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Tests.Notices;

/// <summary>The whole path, from the files of seed/demo to letters: what they state is what was judged, and they fit on paper.</summary>
public sealed class DemoNoticesTests
{
    private static readonly FixedClock Clock = new();
    private static readonly NoticeSettings Settings = new() { TemplateFolder = RepositoryRoot.File("seed", "templates") };

    [Fact]
    public async Task Letters_of_the_demonstration_state_what_was_judged_and_their_months_add_up_to_it()
    {
        await using var database = await Evaluated();
        await using var db = database.Open();
        var summary = await new DraftNotices(db, new NoticeCalendar(db, Clock), Settings).Run(new DraftRequest(), null, CancellationToken.None);

        Assert.Empty(summary.Refused);
        var notices = await db.Notices.AsNoTracking().ToListAsync();
        Assert.Equal(summary.Drafted, notices.Count);
        Assert.InRange(notices.Count, 5, 89);
        Assert.Contains(notices, notice => notice.Family == IndicatorFamily.Water);
        Assert.All(notices, notice => Assert.StartsWith("6542", notice.BureauRegionCode, StringComparison.Ordinal));
        var verdicts = await db.YearVerdicts.AsNoTracking().Where(v => v.Year == 2025 && v.SubjectKind == SubjectKind.Institution).ToListAsync();
        Assert.Equal(
            verdicts.Where(OverrunRule.IsNoticed).Select(v => (v.SubjectCode, OverrunRule.FamilyOf(v.Indicator))).Distinct().Order(),
            notices.Select(notice => (notice.InstitutionCode, notice.Family)).Order());
        foreach (var notice in notices) StatesWhatWasJudged(CanonicalJson.Read(notice.Content), verdicts.ToLookup(v => v.SubjectCode)[notice.InstitutionCode]);

        var letter = new NoticeLetter(new NoticeTemplates(Settings));
        Assert.All(notices, notice =>
        {
            var made = letter.Render(CanonicalJson.Read(notice.Content), LetterContents.Stamp, LetterLanguage.Chinese);
            Assert.Empty(made.Layout.MissingGlyphs);
            Assert.InRange(made.Layout.Pages.Count, 3, 4);
        });
        Assert.Equal(notices.Sum(notice => CanonicalJson.Read(notice.Content).Rows.Count), await new NoticeFeed(db).Facts().CountAsync());
    }

    private static void StatesWhatWasJudged(NoticeContent content, IEnumerable<YearVerdict> verdicts)
    {
        foreach (var row in content.Rows)
        {
            var verdict = verdicts.Single(v => v.Indicator == row.Indicator);
            Assert.Equal((verdict.Actual, verdict.Constraint, verdict.OverrunAmount, verdict.Numerator), (row.Actual, row.Constraint, row.OverrunAmount, row.Numerator));
            Assert.NotNull(row.QuotaTable);
        }

        if (content.Rows[0].OverrunAmount is not { } over) return;
        Assert.Equal(content.Rows[0].Numerator, content.Months.Used.Sum());
        Assert.Equal(content.Rows[0].Numerator - over, content.Months.Budget.Sum());
    }

    private static async Task<TestDatabase> Evaluated()
    {
        var database = await TestDatabase.Create(DatabaseProvider.Sqlite);
        await using var db = database.Open();
        var demo = RepositoryRoot.File("seed", "demo");
        await ReferenceData.Load(db, RepositoryRoot.File("seed"), Clock, CancellationToken.None);
        await ReferenceData.LoadBureaus(db, demo, Clock, CancellationToken.None);
        var files = Directory.EnumerateFiles(demo, "*.csv").Where(file => Path.GetFileName(file) != "bureaus.csv")
            .Select(file => new OfferedFile(Path.GetFileName(file), () => File.OpenRead(file)));
        var report = await new ImportFiles(db, Clock, new ImportLimits()).Run(new ImportRequest([.. files], null, false, "tester"), null, CancellationToken.None);
        Assert.Equal(0, report.ExitCode);
        await new EvaluateYears(database.Factory, Clock).Run(new EvaluateRequest(), null, CancellationToken.None);
        return database;
    }
}
