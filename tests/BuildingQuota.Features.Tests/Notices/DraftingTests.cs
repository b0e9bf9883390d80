using BuildingQuota.Data;
using BuildingQuota.Domain.Access;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Notices;
using BuildingQuota.Domain.Quotas;
using BuildingQuota.Domain.Rules;
using BuildingQuota.Features.Notices;
using BuildingQuota.Features.Notices.Content;
using BuildingQuota.Testing.Databases;

namespace BuildingQuota.Features.Tests.Notices;

/// <summary>docs/rules/notice-drafting.md.</summary>
public sealed class DraftingTests
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Whoever_is_over_gets_one_draft_a_family_and_the_second_run_changes_nothing(DatabaseProvider provider)
    {
        await using var world = await NoticeWorld.Create(provider);
        await world.Institution("OVER");
        await world.Institution("WITHIN");
        await world.Evaluate("OVER", new Judged(), new Judged(40, Indicator.EnergyPerArea, 30), new Judged(25, Indicator.WaterPerCapita, 20));
        await world.Evaluate("WITHIN", new Judged(20.8m));

        var first = await world.Draft();
        var second = await world.Draft();

        Assert.Equal((2025, 2, 0, 0), (first.Year, first.Drafted, first.Discarded, first.Unchanged));
        Assert.Equal((0, 0, 2), (second.Drafted, second.Discarded, second.Unchanged));
        await using var db = world.Database.Open();
        Assert.Equal(
            [("OVER", IndicatorFamily.Energy, NoticeState.Draft, "system"), ("OVER", IndicatorFamily.Water, NoticeState.Draft, "system")],
            db.Notices.AsEnumerable().OrderBy(n => n.Family).Select(n => (n.InstitutionCode, n.Family, n.State, n.DraftedBy)));
        Assert.Equal([NoticeActionsWord, NoticeActionsWord], db.NoticeEvents.Select(e => e.Action).ToArray());
        Assert.Equal("notice.draft", db.AuditEvents.Single().Action);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_value_on_the_limit_an_undetermined_one_and_one_within_get_none_and_one_over_for_certain_gets_one(DatabaseProvider provider)
    {
        await using var world = await NoticeWorld.Create(provider);
        foreach (var code in (string[])["ON", "ABOVE", "UNDETERMINED", "CERTAIN"]) await world.Institution(code);
        await world.Evaluate("ON", new Judged(20.8m));
        await world.Evaluate("ABOVE", new Judged(20.8001m));
        await world.Evaluate("UNDETERMINED", new Judged(30) { Sufficiency = Sufficiency.Undetermined });
        await world.Evaluate("CERTAIN", new Judged(20.9m) { Sufficiency = Sufficiency.OverWhateverIsMissing });

        await world.Draft();

        await using var db = world.Database.Open();
        Assert.Equal(["ABOVE", "CERTAIN"], db.Notices.Select(n => n.InstitutionCode).ToArray().Order());
        var row = CanonicalJson.Read(db.Notices.Single(n => n.InstitutionCode == "CERTAIN").Content).Rows.Single();
        Assert.Equal((null, 20.9m, null, 0.48m), (row.Actual, row.LowerBound, row.OverrunAmount, row.OverrunPercent)); // 0.4807…, cut off
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_draft_of_a_superseded_evaluation_gives_way_and_an_issued_notice_stands(DatabaseProvider provider)
    {
        await using var world = await NoticeWorld.Create(provider);
        foreach (var code in (string[])["AGAIN", "MENDED", "ISSUED"]) await world.Institution(code);
        foreach (var code in (string[])["AGAIN", "MENDED", "ISSUED"]) await world.Evaluate(code, new Judged());
        await world.Draft();
        await using var db = world.Database.Open();
        await world.Issue(db.Notices.Single(n => n.InstitutionCode == "ISSUED").Id);
        var evaluation = await world.Evaluate("AGAIN", new Judged(23));
        await world.Evaluate("MENDED", new Judged(20));
        await world.Evaluate("ISSUED", new Judged(24));

        var summary = await world.Draft();

        Assert.Equal((1, 2, 1), (summary.Drafted, summary.Discarded, summary.Unchanged));
        var draft = Assert.Single(db.Notices.Where(n => n.State == NoticeState.Draft));
        Assert.Equal(("AGAIN", evaluation, 23m), (draft.InstitutionCode, draft.EvaluationId, CanonicalJson.Read(draft.Content).Rows[0].Actual));
        Assert.Equal(22.1m, CanonicalJson.Read(db.Notices.Single(n => n.State == NoticeState.Issued).Content).Rows[0].Actual);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_somebody_discarded_comes_back_with_a_new_evaluation_or_when_asked_for(DatabaseProvider provider)
    {
        await using var world = await NoticeWorld.Create(provider);
        await world.Institution("I1");
        await world.Evaluate("I1", new Judged());
        await world.Draft();
        await using var db = world.Database.Open();
        await world.Discard(db.Notices.Single().Id);

        Assert.Equal(0, (await world.Draft()).Drafted);
        Assert.Equal(1, (await world.Draft(new DraftRequest(Actor: "officer@demo") { InstitutionCode = "I1" })).Drafted);
        await world.Discard(db.Notices.Single(n => n.State == NoticeState.Draft).Id);
        await world.Evaluate("I1", new Judged(23));
        Assert.Equal(1, (await world.Draft()).Drafted);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task The_same_case_freezes_to_the_same_text_on_both_databases(DatabaseProvider provider)
    {
        await using var world = await NoticeWorld.Create(provider);
        await world.Institution("I1");
        await world.Evaluate("I1", new Judged(19) { Year = 2024 });
        await world.Evaluate("I1", new Judged());
        await world.Draft();
        await using var db = world.Database.Open();

        var text = db.Notices.Single().Content;

        Assert.StartsWith("""{"Version":1,"Kind":"OverrunNotice","Family":"Energy","Year":2025,"Bureau":{"Name":"塔城地区机关事务管理局",""", text, StringComparison.Ordinal);
        Assert.Contains(""""Actual":22.1,"Constraint":20.8,"Baseline":12.6,"Guiding":6.9,"OverrunAmount":10400,"OverrunPercent":6.25,"""", text, StringComparison.Ordinal);
        Assert.Contains(""""QuotaTable":"表1"""", text, StringComparison.Ordinal);
        Assert.Contains(""""Basis":"LastYearsMonths","Used":[31000,"""", text, StringComparison.Ordinal);
        var content = CanonicalJson.Read(text);
        Assert.Equal(text, CanonicalJson.Write(content));
        Assert.Equal(166_400, content.Months.Budget.Sum());
    }

    [Fact]
    public async Task The_latest_closed_year_is_drafted_and_an_open_one_is_refused()
    {
        await using var world = await NoticeWorld.Create(DatabaseProvider.Sqlite);
        await world.Institution("I1");
        await world.Evaluate("I1", new Judged { Year = 2024 });

        Assert.Equal((2025, 0), (await Summary(null)));
        Assert.Equal((2024, 1), (await Summary(2024)));
        var refused = await Assert.ThrowsAsync<RuleBrokenException>(() => world.Draft(new DraftRequest(2026)));
        Assert.Equal("notice.year-not-closed", refused.Code);

        async Task<(int, int)> Summary(int? year)
        {
            var summary = await world.Draft(new DraftRequest(year));
            return (summary.Year, summary.Drafted);
        }
    }

    [Fact]
    public async Task The_nearest_bureau_above_writes_and_without_one_the_case_is_refused_and_the_others_go_on()
    {
        await using var world = await NoticeWorld.Create(DatabaseProvider.Sqlite);
        await world.Institution("COUNTY", NoticeWorld.County, "100000/650000/654200/654201/");
        await world.Institution("ELSEWHERE", "320000", "100000/320000/");
        await world.Evaluate("COUNTY", new Judged());
        await world.Evaluate("ELSEWHERE", new Judged());

        var summary = await world.Draft();

        Assert.Equal(1, summary.Drafted);
        Assert.Equal(("ELSEWHERE", "notice.no-bureau"), (summary.Refused.Single().InstitutionCode, summary.Refused.Single().Code));
        await using var db = world.Database.Open();
        Assert.Equal(("COUNTY", NoticeWorld.Region), db.Notices.Select(n => new ValueTuple<string, string>(n.InstitutionCode, n.BureauRegionCode)).Single());
        var asked = await Assert.ThrowsAsync<RuleBrokenException>(() => world.Draft(new DraftRequest { InstitutionCode = "ELSEWHERE" }));
        Assert.Equal("notice.no-bureau", asked.Code);
    }

    [Fact]
    public async Task An_officer_drafts_for_the_region_in_scope_alone()
    {
        await using var world = await NoticeWorld.Create(DatabaseProvider.Sqlite);
        await world.Institution("PREFECTURE");
        await world.Institution("COUNTY", NoticeWorld.County, "100000/650000/654200/654201/");
        await world.Evaluate("PREFECTURE", new Judged());
        await world.Evaluate("COUNTY", new Judged());
        await using var db = world.Database.Open();
        var county = AccessScope.OfRegion(db.Regions.Single(region => region.Code == NoticeWorld.County));

        Assert.Equal(1, (await world.Draft(new DraftRequest(Actor: "officer@demo"), county)).Drafted);
        Assert.Equal("COUNTY", db.Notices.Single().InstitutionCode);
    }

    private const string NoticeActionsWord = "draft";
}
