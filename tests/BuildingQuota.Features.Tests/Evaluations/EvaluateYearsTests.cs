using System.Text.Json;
using BuildingQuota.Data;
using BuildingQuota.Domain.Billing;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;
using BuildingQuota.Features.Evaluations;
using BuildingQuota.Testing;
using BuildingQuota.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Tests.Evaluations;

public sealed class EvaluateYearsTests
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Every_numerator_is_the_sum_of_its_monthly_rows(DatabaseProvider provider)
    {
        await using var database = await SmallRegion.Create(provider);
        await Evaluate(database);
        await using var db = database.Open();
        foreach (var verdict in await db.YearVerdicts.Where(v => v.Indicator == Indicator.EnergyPerArea && v.SubjectKind == SubjectKind.Institution).ToListAsync())
        {
            var facts = await db.MonthlyFacts.Where(f => f.InstitutionCode == verdict.SubjectCode && f.Year == verdict.Year && f.InPerArea).ToListAsync();
            Assert.Equal(verdict.Numerator, facts.Sum(fact => fact.Kgce));
            Assert.Equal(verdict.Numerator, await db.MonthlyFacts
                .Where(f => f.InstitutionCode == verdict.SubjectCode && f.Year == verdict.Year && f.InPerArea).SumAsync(f => f.Kgce));
        }
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Running_it_again_changes_nothing(DatabaseProvider provider)
    {
        await using var database = await SmallRegion.Create(provider);
        var first = await Evaluate(database);
        Assert.Equal([2024, 2025], first.Years);
        Assert.Equal(2 * 2 + 3 * 2, first.Changed); // two institutions and three regions, two years
        Assert.Equal(0, (await Evaluate(database)).Changed);
        Assert.Equal(0, (await Evaluate(database, 2025)).Changed);
        await using var db = database.Open();
        Assert.Equal(await db.Evaluations.CountAsync(), first.Changed);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_reversed_bill_supersedes_only_what_used_it_and_keeps_what_was_said(DatabaseProvider provider)
    {
        await using var database = await SmallRegion.Create(provider);
        await Evaluate(database);
        await using var db = database.Open();
        var before = await db.YearVerdicts.AsNoTracking().SingleAsync(v => v.SubjectCode == "I1" && v.Year == 2025 && v.Indicator == Indicator.EnergyPerArea);
        await db.Bills.Where(bill => bill.MeterCode == "I1-E" && bill.PeriodStart >= new DateOnly(2025, 12, 1))
            .ExecuteUpdateAsync(set => set.SetProperty(bill => bill.State, BillState.Reversed));

        var again = await Evaluate(database);

        Assert.Equal(1 + 3, again.Changed); // the institution and the regions above it, in 2025 only
        var rows = await db.YearVerdicts.AsNoTracking().Where(v => v.SubjectCode == "I1" && v.Year == 2025 && v.Indicator == Indicator.EnergyPerArea).ToListAsync();
        var old = Assert.Single(rows, row => !row.IsCurrent);
        Assert.Equal(before.Actual, old.Actual);
        Assert.Null(Assert.Single(rows, row => row.IsCurrent).Actual); // eleven months are not a year
        var current = await db.Evaluations.SingleAsync(e => e.SubjectCode == "I1" && e.Year == 2025 && e.IsCurrent);
        Assert.Equal(old.EvaluationId, current.SupersedesId);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_region_is_the_sum_of_its_institutions(DatabaseProvider provider)
    {
        await using var database = await SmallRegion.Create(provider);
        await Evaluate(database);
        await using var db = database.Open();
        var all = await db.YearVerdicts.Where(v => v.Year == 2025 && v.Indicator == Indicator.EnergyPerArea).ToListAsync();
        var region = all.Single(v => v.SubjectKind == SubjectKind.Region && v.SubjectCode == "654200");
        var members = all.Where(v => v.SubjectKind == SubjectKind.Institution).ToArray();
        Assert.Equal(2, members.Length);
        Assert.Equal(members.Sum(m => m.Numerator), region.Numerator);
        Assert.Equal(members.Sum(m => m.Denominator), region.Denominator);
        Assert.Equal(TierName.NoQuota, region.TierName);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_region_that_lost_its_institutions_and_a_year_that_lost_its_bills_say_nothing_any_more(DatabaseProvider provider)
    {
        await using var database = await SmallRegion.Create(provider);
        await Evaluate(database);
        await using var db = database.Open();
        await db.Institutions.ExecuteUpdateAsync(set => set.SetProperty(i => i.RegionCode, "650000").SetProperty(i => i.RegionPath, "100000/650000/"));
        await db.Bills.Where(bill => bill.PeriodStart < new DateOnly(2025, 1, 1)).ExecuteUpdateAsync(set => set.SetProperty(bill => bill.State, BillState.Reversed));

        await Evaluate(database);

        Assert.False(await db.YearVerdicts.AnyAsync(v => v.IsCurrent && v.SubjectCode == "654200"));
        Assert.True(await db.YearVerdicts.AnyAsync(v => v.IsCurrent && v.SubjectCode == "650000" && v.Year == 2025));
        Assert.False(await db.YearVerdicts.AnyAsync(v => v.IsCurrent && v.Year == 2024 && v.Actual != null));
        Assert.False(await db.MonthlyFacts.AnyAsync(f => f.Year == 2024));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Two_runs_at_once_store_each_evaluation_once(DatabaseProvider provider)
    {
        await using var database = await SmallRegion.Create(provider);
        var runs = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => Evaluate(database))));
        await using var db = database.Open();
        Assert.Equal(await db.Evaluations.CountAsync(), runs.Sum(run => run.Changed));
        Assert.Equal(2 * 2 + 3 * 2, await db.Evaluations.CountAsync(e => e.IsCurrent));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_year_that_is_not_over_has_months_and_no_verdict(DatabaseProvider provider)
    {
        await using var database = await SmallRegion.Create(provider);
        await Evaluate(database, clock: new FixedClock(new DateTimeOffset(2025, 12, 31, 23, 59, 0, TimeSpan.FromHours(8))));
        await using var db = database.Open();
        Assert.True(await db.MonthlyFacts.AnyAsync(f => f.Year == 2025));
        Assert.False(await db.YearVerdicts.AnyAsync(v => v.Year == 2025));

        await Evaluate(database, clock: new FixedClock(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.FromHours(8))));
        Assert.True(await db.YearVerdicts.AnyAsync(v => v.Year == 2025));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task The_proof_sheet_names_the_bills_and_its_hash_is_the_evaluations(DatabaseProvider provider)
    {
        await using var database = await SmallRegion.Create(provider);
        await Evaluate(database);
        await using var db = database.Open();
        var evaluation = await db.Evaluations.SingleAsync(e => e.SubjectCode == "I1" && e.Year == 2025);
        var trace = await new ReadTrace(db).Run(evaluation.Id, default);
        Assert.NotNull(trace);
        Assert.Contains("\"number\":\"I1-E-2025-03\"", trace, StringComparison.Ordinal);
        Assert.Equal(evaluation.InputHash, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(trace))));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_remainder_can_be_recomputed_from_the_proof_sheet_without_seeing_the_neighbours_bills(DatabaseProvider provider)
    {
        await using var database = await SmallRegion.Create(provider);
        await SmallRegion.AddSubMeter(database, "I2-S", of: "I1-E", to: "I2");
        await Evaluate(database);
        await using var db = database.Open();
        var evaluation = await db.Evaluations.SingleAsync(e => e.SubjectCode == "I1" && e.Year == 2025);
        using var sheet = JsonDocument.Parse((await new ReadTrace(db).Run(evaluation.Id, default))!);

        var meter = Assert.Single(sheet.RootElement.GetProperty("meters").EnumerateArray());
        Assert.Equal(("I1-E", 1m), (meter.GetProperty("code").GetString(), meter.GetProperty("share").GetDecimal()));
        foreach (var row in sheet.RootElement.GetProperty("rows").EnumerateArray())
        {
            var month = row.GetProperty("month").GetInt32();
            var own = meter.GetProperty("slices").EnumerateArray()
                .Where(slice => slice.GetProperty("from").GetDateTime().Month == month).Sum(slice => slice.GetProperty("quantity").GetDecimal());
            Assert.Equal(own - meter.GetProperty("takenOut")[month - 1].GetProperty("quantity").GetDecimal(), row.GetProperty("quantity").GetDecimal());
        }
    }

    private static Task<EvaluationSummary> Evaluate(TestDatabase database, int? year = null, FixedClock? clock = null) =>
        new EvaluateYears(database.Factory, clock ?? new FixedClock()).Run(new EvaluateRequest(year), null, default);
}
