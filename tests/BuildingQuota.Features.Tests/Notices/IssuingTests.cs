using BuildingQuota.Data;
using BuildingQuota.Domain.Access;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Notices;
using BuildingQuota.Domain.Rules;
using BuildingQuota.Features.Feeds;
using BuildingQuota.Features.Notices;
using BuildingQuota.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using System.Security.Cryptography;

namespace BuildingQuota.Features.Tests.Notices;

/// <summary>docs/rules/notice-issue.md.</summary>
public sealed class IssuingTests
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task An_institution_is_told_when_its_notice_is_issued_and_not_of_the_draft(DatabaseProvider provider)
    {
        await using var world = await NoticeWorld.Create(provider);
        var told = AccessScope.OfInstitution(await world.Institution("OVER"));
        await world.Evaluate("OVER", new Judged());
        await world.Draft();
        Assert.Equal((0, 0, 0), await Feeds(told));
        Assert.Equal((1, 1, 1), await Feeds(AccessScope.Everything));

        await using (var db = world.Database.Open()) await world.Issue(await db.Notices.Select(notice => notice.Id).SingleAsync());

        Assert.Equal((1, 2, 1), await Feeds(told));

        async Task<(int, int, int)> Feeds(AccessScope scope)
        {
            await using var db = world.Database.Open(scope);
            return (await DocumentFeeds.Notices(db).CountAsync(), await DocumentFeeds.NoticeEvents(db).CountAsync(), await DocumentFeeds.NoticeFacts(db).CountAsync());
        }
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task An_issued_notice_has_number_days_paper_with_its_hash_an_event_and_a_line_in_the_trail(DatabaseProvider provider)
    {
        await using var world = await Drafted(provider, "I1");
        var issued = await world.Issue(await Id(world, "I1"));

        Assert.Equal(("塔地机管〔2026〕1号", new DateOnly(2026, 11, 20), new DateOnly(2026, 12, 11)), (issued.Number, issued.IssuedOn, issued.ReplyBy));
        await using var db = world.Database.Open();
        var (notice, paper) = (db.Notices.Single(), db.NoticePdfs.Single());
        Assert.Equal((NoticeState.Issued, "approver@demo"), (notice.State, notice.IssuedBy));
        Assert.Equal(notice.PdfSha256, Convert.ToHexStringLower(SHA256.HashData(paper.Pdf)));
        Assert.Equal(paper.Pdf, (await world.Paper(new NoticePdfOf.Request(notice.Id))).Pdf);
        Assert.Equal(["draft", "issue"], db.NoticeEvents.OrderBy(e => e.Id).Select(e => e.Action).ToArray());
        Assert.Equal("I1 塔地机管〔2026〕1号", db.AuditEvents.Single(line => line.Action == "notice.issue").Detail);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Fifty_approvals_at_once_give_the_numbers_1_to_50(DatabaseProvider provider)
    {
        await using var world = await Drafted(provider, [.. Enumerable.Range(1, 50).Select(n => FormattableString.Invariant($"I{n}"))]);
        await using var db = world.Database.Open();
        var ids = await db.Notices.Select(notice => notice.Id).ToArrayAsync();

        var issued = await Task.WhenAll(ids.Select(id => Task.Run(() => world.Issue(id))));

        Assert.Equal(Enumerable.Range(1, 50).Select(n => FormattableString.Invariant($"塔地机管〔2026〕{n}号")).Order(StringComparer.Ordinal),
            issued.Select(one => one.Number).Order(StringComparer.Ordinal));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Ten_approvals_of_one_draft_give_one_success_and_no_lost_number(DatabaseProvider provider)
    {
        await using var world = await Drafted(provider, "I1", "I2");
        var id = await Id(world, "I1");

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => CodeOf(() => world.Issue(id)))));

        Assert.Equal(9, outcomes.Count(code => code == "notice.already-issued"));
        Assert.Single(outcomes, code => code == "");
        Assert.Equal("塔地机管〔2026〕2号", (await world.Issue(await Id(world, "I2"))).Number);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_failure_on_the_way_leaves_a_draft_and_gives_the_number_back(DatabaseProvider provider)
    {
        await using var world = await Drafted(provider, "I1", "I2");
        var id = await Id(world, "I1");
        await using (var db = world.Database.Open())
        {
            // The paper of this notice is there already: storing it again breaks the issue after number and PDF were made.
            db.NoticePdfs.Add(new NoticePdf { NoticeId = id, InstitutionCode = "I1", Pdf = [1] });
            await db.SaveChangesAsync();
        }

        await Assert.ThrowsAnyAsync<DbUpdateException>(() => world.Issue(id));

        await using var after = world.Database.Open();
        Assert.Equal(NoticeState.Draft, after.Notices.Single(notice => notice.Id == id).State);
        Assert.DoesNotContain(after.NoticeEvents.ToList(), e => e.Action == "issue");
        Assert.Equal("塔地机管〔2026〕1号", (await world.Issue(await Id(world, "I2"))).Number);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_draft_on_a_superseded_evaluation_is_refused(DatabaseProvider provider)
    {
        await using var world = await Drafted(provider, "I1");
        await world.Evaluate("I1", new Judged(23));
        Assert.Equal("notice.evaluation-superseded", await CodeOf(async () => await world.Issue(await Id(world, "I1"))));
    }

    [Fact]
    public async Task A_draft_whose_figures_are_undetermined_is_refused()
    {
        await using var world = await Drafted(DatabaseProvider.Sqlite, "I1");
        await using var db = world.Database.Open();
        await db.YearVerdicts.ExecuteUpdateAsync(set => set.SetProperty(v => v.Sufficiency, Sufficiency.Undetermined));
        Assert.Equal("notice.undetermined", await CodeOf(async () => await world.Issue(await Id(world, "I1"))));
    }

    [Fact]
    public async Task Whoever_drafted_does_not_issue_and_whoever_is_no_approver_neither()
    {
        await using var world = await NoticeWorld.Create(DatabaseProvider.Sqlite);
        await world.Institution("I1");
        await world.Evaluate("I1", new Judged());
        await world.Draft(new DraftRequest(Actor: "wang"));
        var id = await Id(world, "I1");

        Assert.Equal("notice.same-person", await CodeOf(() => world.Issue(id, "Wang")));
        foreach (var role in Enum.GetValues<Role>().Where(role => role != Role.Approver))
            Assert.Equal("notice.not-an-approver", await CodeOf(() => world.Issue(id, "li", role)));
        Assert.Equal("", await CodeOf(() => world.Issue(id, "li")));
    }

    [Fact]
    public async Task Numbers_begin_anew_with_the_year_of_issue_in_China()
    {
        await using var world = await Drafted(DatabaseProvider.Sqlite, "I1", "I2", "I3");
        Assert.Equal("塔地机管〔2026〕1号", (await world.Issue(await Id(world, "I1"))).Number);
        world.Clock.Now = new DateTimeOffset(2026, 12, 31, 15, 59, 59, TimeSpan.Zero);
        Assert.Equal("塔地机管〔2026〕2号", (await world.Issue(await Id(world, "I2"))).Number);
        world.Clock.Now = new DateTimeOffset(2026, 12, 31, 16, 0, 0, TimeSpan.Zero);
        var issued = await world.Issue(await Id(world, "I3"));
        Assert.Equal(("塔地机管〔2027〕1号", new DateOnly(2027, 1, 1)), (issued.Number, issued.IssuedOn));
    }

    [Fact]
    public async Task A_discarded_draft_is_not_issued_and_an_unknown_notice_is_not_found()
    {
        await using var world = await Drafted(DatabaseProvider.Sqlite, "I1");
        var id = await Id(world, "I1");
        await world.Discard(id);
        Assert.Equal("notice.not-a-draft", await CodeOf(() => world.Issue(id)));
        Assert.Equal("notice.not-found", await CodeOf(() => world.Issue(id + 1)));
    }

    private static async Task<NoticeWorld> Drafted(DatabaseProvider provider, params string[] codes)
    {
        var world = await NoticeWorld.Create(provider);
        foreach (var code in codes)
        {
            await world.Institution(code);
            await world.Evaluate(code, new Judged());
        }

        await world.Draft();
        return world;
    }

    private static async Task<long> Id(NoticeWorld world, string code)
    {
        await using var db = world.Database.Open();
        return await db.Notices.Where(notice => notice.InstitutionCode == code).Select(notice => notice.Id).SingleAsync();
    }

    private static async Task<string> CodeOf(Func<Task> action)
    {
        try
        {
            await action();
            return "";
        }
        catch (RuleBrokenException refused)
        {
            return refused.Code;
        }
    }
}
