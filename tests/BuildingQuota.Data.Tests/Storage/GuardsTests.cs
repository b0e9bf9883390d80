using BuildingQuota.Data.Tests.Samples;
using BuildingQuota.Domain.Billing;
using BuildingQuota.Domain.Notices;
using BuildingQuota.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Data.Tests.Storage;

public sealed class GuardsTests
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_bill_ends_but_what_it_says_stands(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        await using var db = database.Open();
        await Country.Fill(db);

        await db.Bills.ExecuteUpdateAsync(set => set.SetProperty(bill => bill.State, BillState.Reversed)
            .SetProperty(bill => bill.EndedById, 3));
        await Assert.ThrowsAnyAsync<Exception>(() => db.Bills.ExecuteUpdateAsync(set => set.SetProperty(bill => bill.Quantity, 1)));
        await Assert.ThrowsAnyAsync<Exception>(() => db.Bills.ExecuteDeleteAsync());

        Assert.All(await db.Bills.ToListAsync(), bill => Assert.Equal((1234.567m, BillState.Reversed), (bill.Quantity, bill.State)));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_draft_is_written_again_until_it_is_issued_and_not_after(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        await using var db = database.Open();
        await Country.Fill(db);
        await db.Notices.Where(notice => notice.Id == 1)
            .ExecuteUpdateAsync(set => set.SetProperty(notice => notice.Content, "{\"again\":1}"));

        var notice = await db.Notices.SingleAsync(one => one.Id == 1);
        notice.Issue(new NoticeIssue("approver", SharedSamples.Noon, new(2026, 3, 1), new(2026, 4, 1), "塔地机管〔2026〕1号", new('e', 64)));
        await db.SaveChangesAsync();

        await Assert.ThrowsAnyAsync<Exception>(() => db.Notices.ExecuteUpdateAsync(set => set.SetProperty(one => one.Content, "{}")));
        await Assert.ThrowsAnyAsync<Exception>(() => db.NoticePdfs.ExecuteDeleteAsync());
        await db.Notices.ExecuteUpdateAsync(set => set.SetProperty(one => one.State, NoticeState.Withdrawn));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Only_one_verdict_of_a_subject_year_and_indicator_is_current(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        await using var db = database.Open();
        await Country.Fill(db);
        await db.YearVerdicts.Where(row => row.Id == 2).ExecuteUpdateAsync(set => set.SetProperty(row => row.IsCurrent, false));
        await db.YearVerdicts.Where(row => row.Id == 2).ExecuteUpdateAsync(set => set.SetProperty(row => row.SubjectCode, "I1"));

        await Assert.ThrowsAnyAsync<Exception>(
            () => db.YearVerdicts.Where(row => row.Id == 2).ExecuteUpdateAsync(set => set.SetProperty(row => row.IsCurrent, true)));
    }
}
