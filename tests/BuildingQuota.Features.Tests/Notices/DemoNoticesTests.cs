using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Notices;
using BuildingQuota.Documents.Letters;
using BuildingQuota.Features.Feeds;
using BuildingQuota.Features.Notices;
using BuildingQuota.Features.Notices.Content;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Tests.Notices;

/// <summary>What the letters of the demonstration state is what was judged, and they fit on paper.</summary>
[Collection(DemoLettersRun.Name)]
public sealed class DemoNoticesTests(DemoLetters demo)
{
    [Fact]
    public void Every_case_of_the_year_has_one_notice_of_its_own_bureau()
    {
        Assert.Equal((2025, demo.Notices.Count, 0), (demo.Summary.Year, demo.Summary.Drafted, demo.Summary.Refused.Count));
        Assert.InRange(demo.Notices.Count, 5, 89);
        Assert.Contains(demo.Notices, notice => notice.Family == IndicatorFamily.Water);
        Assert.Contains(demo.Notices, notice => notice.RegionCode != "654200" && notice.BureauRegionCode == notice.RegionCode);
        Assert.Equal(
            demo.Verdicts.Where(OverrunRule.IsNoticed).Select(v => (v.SubjectCode, OverrunRule.FamilyOf(v.Indicator))).Distinct().Order(),
            demo.Notices.Select(notice => (notice.InstitutionCode, notice.Family)).Order());
    }

    [Fact]
    public void Numbers_run_from_1_without_a_gap_for_each_bureau()
    {
        foreach (var bureau in demo.Notices.GroupBy(notice => notice.BureauRegionCode))
        {
            var code = CanonicalJson.Read(bureau.First().Content).Bureau.DocumentCode;
            Assert.Equal(
                bureau.Select((_, i) => new DocumentNumber(code, 2026, i + 1).ToString()),
                bureau.OrderBy(notice => notice.Id).Select(notice => notice.Number));
        }
    }

    [Fact]
    public void Letters_state_what_was_judged_and_their_months_add_up_to_it()
    {
        var verdicts = demo.Verdicts.ToDictionary(verdict => (verdict.SubjectCode, verdict.Indicator));
        foreach (var content in demo.Notices.Select(notice => CanonicalJson.Read(notice.Content)))
        {
            foreach (var row in content.Rows) States(row, verdicts[(content.Addressee.Code, row.Indicator)]);
            if (content.Rows[0].OverrunAmount is not { } over) continue;
            Assert.Equal(content.Rows[0].Numerator, content.Months.Used.Sum());
            Assert.Equal(content.Rows[0].Numerator - over, content.Months.Budget.Sum());
        }
    }

    [Fact]
    public void Every_letter_has_all_its_glyphs_and_three_or_four_pages() => Assert.All(demo.Notices, notice =>
    {
        var made = DemoLetters.Letter.Render(CanonicalJson.Read(notice.Content), LetterContents.Stamp, LetterLanguage.Chinese);
        Assert.Empty(made.Layout.MissingGlyphs);
        Assert.InRange(made.Layout.Pages.Count, 3, 4);
    });

    [Fact]
    public async Task The_feed_gives_each_stated_overrun_once()
    {
        await using var db = demo.Open();
        var facts = await DocumentFeeds.NoticeFacts(db).OrderBy(fact => fact.Id).ToListAsync();
        Assert.Equal(demo.Notices.Sum(notice => CanonicalJson.Read(notice.Content).Rows.Count), facts.Count);
        Assert.Equal(facts.Count, facts.Select(fact => fact.Id).Distinct().Count());
        Assert.Equal(demo.Notices.Count, await DocumentFeeds.Notices(db).CountAsync(notice => notice.State == NoticeState.Issued));
        Assert.Equal(2 * demo.Notices.Count, await DocumentFeeds.NoticeEvents(db).CountAsync());
    }

    private static void States(OverrunRow row, YearVerdict verdict)
    {
        Assert.Equal((verdict.Actual, verdict.Constraint, verdict.OverrunAmount), (row.Actual, row.Constraint, row.OverrunAmount));
        Assert.Equal((verdict.Numerator, verdict.Denominator, verdict.QuotaStandard), (row.Numerator, row.Denominator, row.QuotaStandard));
        Assert.NotNull(row.QuotaTable);
    }
}
