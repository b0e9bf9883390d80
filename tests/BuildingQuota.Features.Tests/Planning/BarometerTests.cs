using BuildingQuota.Data;
using BuildingQuota.Domain.Access;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;
using BuildingQuota.Domain.Rules;
using BuildingQuota.Features.Planning;
using BuildingQuota.Testing;
using BuildingQuota.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Tests.Planning;

public sealed class BarometerTests
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task An_issue_freezes_what_stands_and_the_next_says_what_changed(DatabaseProvider provider)
    {
        await using var database = await PlannedRegion.Create(provider);
        await PlannedRegion.Evaluate(database);
        await using var db = database.Open();
        var first = await Issue(db);
        await new OrderYear(db, new FixedClock()).Run(new("P", PlannedRegion.Prefecture, Indicator.TotalEnergy, 2025)
        {
            Kind = OverrideKind.Value, Amount = 20_000, Reason = "r", Source = "s", Actor = "officer",
        }, default);
        await PlannedRegion.Evaluate(database);
        var second = await Issue(db);

        var show = new ShowBarometer(db);
        var (before, after) = ((await show.Issued(first, default))!, (await show.Issued(second, default))!);
        Assert.Equal(("2026-1", "2026-2", true, false), (before.Issue!.Number, after.Issue!.Number, before.IsSuperseded, after.IsSuperseded));
        var total = after.Lines.Single(line => line.Indicator == Indicator.TotalEnergy);
        Assert.Equal((new(null, null, 1), new(null, null, 2)), (total.Levels, total.Previous!));
        Assert.Equal(new(null, null, 2), before.Lines.Single(line => line.Indicator == Indicator.TotalEnergy).Levels);
        Assert.Equal(BarometerLevels.None, before.Lines[0].Previous); // the first issue compares with nothing
        Assert.Equal(2, await db.AuditEvents.CountAsync(line => line.Action == "barometer.issue"));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Who_was_judged_and_has_no_score_is_there_without_a_level(DatabaseProvider provider)
    {
        await using var database = await PlannedRegion.Create(provider);
        await PlannedRegion.Evaluate(database);
        await using var db = database.Open();
        var now = (await new ShowBarometer(db).Now(PlannedRegion.Prefecture, 2025, default))!;
        Assert.Equal(["654200 EnergyPerArea", "654200 TotalEnergy", "I1 EnergyPerArea", "I2 EnergyPerArea"],
            now.Lines.Select(line => $"{line.SubjectCode} {line.Indicator}"));
        Assert.Equal(BarometerLevels.None, now.Lines[^1].Levels);
        Assert.Null(now.Lines[^1].ScoreId);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task An_issue_is_never_edited_whoever_asks(DatabaseProvider provider)
    {
        await using var database = await PlannedRegion.Create(provider);
        await PlannedRegion.Evaluate(database);
        await using var db = database.Open();
        await Issue(db);
        await Refuses(() => db.BarometerRows.ExecuteUpdateAsync(set => set.SetProperty(row => row.PlanLevel, 3)));
        await Refuses(() => db.BarometerRows.ExecuteDeleteAsync());
        await Refuses(() => db.BarometerIssues.ExecuteUpdateAsync(set => set.SetProperty(row => row.Year, 2024)));
        await Refuses(() => db.FrozenBases.ExecuteUpdateAsync(set => set.SetProperty(row => row.BaseValue, 1)));
        await Refuses(() => db.PlanScores.ExecuteUpdateAsync(set => set.SetProperty(row => row.ModelB, 60)));

        static async Task Refuses(Func<Task> change) =>
            Assert.Contains("never edited", (await Assert.ThrowsAnyAsync<Exception>(change)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_to_say_or_nobodys_region_is_refused_and_takes_no_number()
    {
        await using var database = await PlannedRegion.Create(DatabaseProvider.Sqlite);
        await using var db = database.Open();
        var issue = new IssueBarometer(db, new FixedClock());
        Assert.Equal("barometer.nothing-to-say",
            (await Assert.ThrowsAsync<RuleBrokenException>(() => issue.Run(new(PlannedRegion.Prefecture, 2025, null, "officer"), default))).Code);
        await PlannedRegion.Evaluate(database);
        await using var institution = database.Open(AccessScope.OfInstitution(await db.Institutions.FirstAsync()));
        Assert.Equal("barometer.region-out-of-scope", (await Assert.ThrowsAsync<RuleBrokenException>(() =>
            new IssueBarometer(institution, new FixedClock()).Run(new(PlannedRegion.Prefecture, 2025, null, "facility"), default))).Code);
        var shown = (await new ShowBarometer(db).Issued(await Issue(db), default))!;
        Assert.Equal("2026-1", shown.Issue!.Number);
        Assert.Equal(["I1"], (await new ShowBarometer(institution).Issued(shown.Issue.Id, default))!.Lines
            .Where(line => line.SubjectKind == SubjectKind.Institution).Select(line => line.SubjectCode));
    }

    private static Task<long> Issue(QuotaDb db) =>
        new IssueBarometer(db, new FixedClock()).Run(new(PlannedRegion.Prefecture, 2025, null, "officer"), default);
}
