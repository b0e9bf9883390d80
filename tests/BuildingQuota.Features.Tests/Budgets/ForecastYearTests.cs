using BuildingQuota.Data;
using BuildingQuota.Data.Bulk;
using BuildingQuota.Domain.Access;
using BuildingQuota.Domain.Billing;
using BuildingQuota.Domain.Budgets;
using BuildingQuota.Domain.Metering;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quantities;
using BuildingQuota.Domain.Quotas;
using BuildingQuota.Features.Budgets;
using BuildingQuota.Features.Evaluations;
using BuildingQuota.Features.Feeds;
using BuildingQuota.Features.Tests.Evaluations;
using BuildingQuota.Testing;
using BuildingQuota.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Tests.Budgets;

/// <summary>Two institutions with 2024 and 2025 whole; of 2026 what each test bills. Each may use 3,333.3 m² × 60 kWh = 199,998 kWh.</summary>
public sealed class ForecastYearTests
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task An_open_year_stands_against_its_quota_month_by_month(DatabaseProvider provider)
    {
        await using var database = await With(provider, Bills("I1", 9, 20_000));
        await Run(database);
        await using var db = database.Open();
        var row = await Of(db, "I1");

        Assert.Equal((199_998m, 180_000m, 19_998m), (row.Limit, row.Used, row.Remaining));
        Assert.Equal((new DateOnly(2026, 11, 20), new DateOnly(2026, 10, 1)), (row.AsOf, row.CoveredUntil));
        Assert.Equal((92m, 217.3696m), (row.OpenDays, row.DailyLeft));
        Assert.Equal((ShapeBasis.OwnYears, ForecastMethod.SeasonalShare, "STAT", "kWh"), (row.BudgetBasis, row.Method, row.CoefficientSet, row.Unit));
        Assert.Equal((110m, EarlyWarningLevel.Likely, 1), (row.ThresholdCrossed, row.Level, row.MonthsLeft)); // 180,000 of about 150,000

        var months = await db.BudgetMonths.Where(month => month.ForecastId == row.Id).OrderBy(month => month.Month).ToListAsync();
        Assert.Equal(row.Limit, months.Sum(month => month.Budget));
        Assert.Equal(row.Remaining, months.Sum(month => month.Allowed));
        Assert.Equal(row.BudgetToDate, months[8].CumulativeBudget);
        Assert.Equal(row.Used, months[8].CumulativeUsed);
        Assert.All(months.Skip(9), month => Assert.Null(month.Used));
        Assert.Equal(row.YearEnd, Rounding.HalfUp(months.Sum(month => (month.Used ?? 0) + month.Expected), 6), 5);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task The_forecast_can_be_done_again_from_the_months_of_the_years_before(DatabaseProvider provider)
    {
        await using var database = await With(provider, Bills("I1", 9, 20_000), Bills("I2", 9, 20_000));
        await Run(database);
        await using var db = database.Open();
        var row = await Of(db, "I1");
        var facts = await db.MonthlyFacts.Where(fact => fact.InstitutionCode == "I1").ToListAsync();
        decimal ShareOf(int year, int month) =>
            facts.Single(fact => fact.Year == year && fact.Month == month).Quantity / facts.Where(fact => fact.Year == year).Sum(fact => fact.Quantity);
        var shares = Enumerable.Range(1, 12).Select(month => (ShareOf(2024, month) + ShareOf(2025, month)) / 2).ToArray();

        Assert.Equal(Rounding.HalfUp(shares.Take(9).Sum() / shares.Sum(), 6), row.ShareToDate);
        Assert.Equal(Rounding.HalfUp(180_000 * shares.Sum() / shares.Take(9).Sum(), 4), Rounding.HalfUp(row.YearEnd, 4));

        var trace = ForecastTrace.Read(row.Trace);
        Assert.Equal((2025, 2026), (Assert.Single(trace.Tests).Year, row.Year)); // 2024 has no year before it
        Assert.Equal((1, 1), (row.BackTestYears, row.ErrorsUsed)); // two are too few to be a class
        Assert.Null(trace.Errors.RegionCode);
        Assert.Equal((row.Low, row.High, row.ChanceToExceed), (trace.Outcome!.Low, trace.Outcome.High, trace.Outcome.ChanceToExceed));
        Assert.Equal("2026-11", trace.AsOfMonth);
        Assert.Equal(180_000, Assert.Single(trace.Series).Used.Sum());
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_says_the_same_is_left_alone_and_what_does_not_takes_its_place(DatabaseProvider provider)
    {
        await using var database = await With(provider, Bills("I1", 9, 10_000), Bills("I2", 6, 10_000));
        var first = await Run(database);
        Assert.Equal(first.Forecasts, first.Changed);
        Assert.Equal(0, (await Run(database)).Changed);
        Assert.Equal(0, (await Forecast(database, new(2026, 11, 30))).Changed);

        await using (var db = database.Open()) await db.BulkInsert(Bills("I1", 10, 10_000).Skip(9), default);
        var again = await Run(database);

        Assert.Equal(2 * 1, again.Changed); // the institution and its building
        await using var after = database.Open();
        var rows = await after.Forecasts.Where(row => row.SubjectCode == "I1").OrderBy(row => row.Id).ToListAsync();
        Assert.Equal([false, true], rows.Select(row => row.IsCurrent));
        Assert.Equal(rows[0].Id, rows[1].SupersedesId);
        Assert.Equal((90_000m, 100_000m), (rows[0].Used, rows[1].Used)); // what was said stays as it was said
        Assert.False(await after.BudgetMonths.AnyAsync(month => month.ForecastId == rows[0].Id));
        Assert.Equal(first.Forecasts, (await Forecast(database, new(2026, 12, 1))).Changed); // another month has begun: no month is left
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Bills_may_come_in_any_order(DatabaseProvider provider)
    {
        await using var database = await With(provider, Bills("I1", 9, 10_000), Bills("I2", 9, 10_000).Reverse());
        await Run(database);
        await using var db = database.Open();
        var (one, other) = (await Of(db, "I1"), await Of(db, "I2"));
        Assert.Equal((one.YearEnd, one.Low, one.High, one.Level), (other.YearEnd, other.Low, other.High, other.Level));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Whoever_is_used_up_is_certain_and_stands_first(DatabaseProvider provider)
    {
        await using var database = await With(provider, Bills("I1", 9, 10_000), Bills("I2", 9, 30_000));
        await Run(database);
        await using var db = database.Open();
        var list = await new FindWarnings(db).Run(new() { Year = 2026 }, default);
        var worst = list.Rows[0];

        Assert.Equal(4, list.Total);
        Assert.StartsWith("I2", worst.SubjectCode, StringComparison.Ordinal);
        Assert.Equal((EarlyWarningLevel.Certain, 270_000m), (worst.Level, worst.Used));
        Assert.True(worst.NeededReductionPercent > 100); // saving alone does not help any more
        Assert.Equal(0, (await Of(db, "I2")).DailyLeft);
        Assert.Equal(2, (await new FindWarnings(db).Run(new() { Year = 2026, AtLeast = EarlyWarningLevel.EvenChance }, default)).Total);
        Assert.Equal(1, (await new FindWarnings(db).Count(2026, default))[EarlyWarningLevel.Certain]);
        Assert.Equal(0, (await new FindWarnings(db).Run(new() { Year = 2026, AgainstPlan = true }, default)).Total);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_plan_is_a_limit_of_its_own(DatabaseProvider provider)
    {
        await using var database = await With(provider, Bills("I1", 9, 10_000));
        await using (var db = database.Open())
        {
            db.AddRange(
                new Plan { Code = "P", Name = "P", RegionCode = "654200", BaseYear = 2025, EndYear = 2030, Path = TargetPath.Linear, Source = "", Confidence = "sure" },
                new PlanTarget { Id = 1, PlanCode = "P", Indicator = Indicator.ElectricityPerArea, CumulativeRatePercent = 10, Source = "", Confidence = "sure" });
            await db.SaveChangesAsync();
        }

        await Run(database);
        await using var after = database.Open();
        var row = await after.Forecasts.SingleAsync(one => one.SubjectCode == "I1" && one.LimitKind == LimitKind.PlanTarget);
        var last = await after.YearVerdicts.SingleAsync(v => v.SubjectCode == "I1" && v.Year == 2025 && v.Indicator == Indicator.ElectricityPerArea);
        Assert.Equal(Rounding.HalfUp(last.PlanActual!.Value * 0.98m, 4), row.LimitValue);
        Assert.Equal(Rounding.HalfUp(last.StatNumerator / 3_333.3m * 0.98m, 12), Rounding.HalfUp(ForecastTrace.Read(row.Trace).Limit.Value, 12));
        Assert.Null(row.YearEndTier);
        Assert.NotNull((await Of(after, "I1")).YearEndTier);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_year_without_a_bill_has_a_budget_and_expects_what_the_years_before_held(DatabaseProvider provider)
    {
        await using var database = await With(provider);
        await Forecast(database, new(2026, 1, 2));
        await using var db = database.Open();
        var row = await Of(db, "I1");
        Assert.Equal((0m, ForecastMethod.PastLevel, new DateOnly(2026, 1, 1), 365m), (row.Used, row.Method, row.CoveredUntil, row.OpenDays));
        Assert.InRange(row.YearEnd, 120_000, 120_300);
        Assert.Null(row.PercentOfBudget);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Feeds_and_lists_show_only_what_is_in_scope(DatabaseProvider provider)
    {
        await using var database = await With(provider, Bills("I1", 9, 10_000), Bills("I2", 9, 10_000));
        await Run(database);
        await using var own = database.Open(AccessScope.OfInstitution((await database.Open().Institutions.SingleAsync(i => i.Code == "I1"))));

        Assert.Equal(["I1"], (await BudgetFeeds.Forecasts(own).ToListAsync()).Select(row => row.InstitutionCode).Distinct());
        Assert.Equal(2 * 12, await BudgetFeeds.Budgets(own).CountAsync());
        Assert.Equal(2, (await new FindWarnings(own).Run(new() { Year = 2026 }, default)).Total);
        var other = await database.Open().Forecasts.FirstAsync(row => row.InstitutionCode == "I2");
        Assert.Null(await new ReadForecastTrace(own).Run(other.Id, default));
    }

    private static Task<Forecast> Of(QuotaDb db, string code) => db.Forecasts.AsNoTracking()
        .SingleAsync(row => row.SubjectCode == code && row.IsCurrent && row.LimitKind == LimitKind.Constraint);

    private static async Task<TestDatabase> With(DatabaseProvider provider, params IEnumerable<Bill>[] bills)
    {
        var database = await SmallRegion.Create(provider);
        await using var db = database.Open();
        await db.BulkInsert([new BilledYear { Year = 2026 }], default);
        await db.BulkInsert(bills.SelectMany(some => some), default);
        await new EvaluateYears(database.Factory, new FixedClock()).Run(new EvaluateRequest(), null, default);
        return database;
    }

    /// <summary>Evaluates and forecasts on 20 November 2026.</summary>
    private static async Task<ForecastSummary> Run(TestDatabase database)
    {
        await new EvaluateYears(database.Factory, new FixedClock()).Run(new EvaluateRequest(), null, default);
        return await new ForecastYear(database.Factory, new FixedClock(), new BudgetRules()).Run(null, default);
    }

    private static Task<ForecastSummary> Forecast(TestDatabase database, DateOnly day) => new ForecastYear(
        database.Factory, new FixedClock(new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(8))), new BudgetRules()).Run(null, default);

    private static IEnumerable<Bill> Bills(string institution, int months, decimal kWh) => Enumerable.Range(0, months).Select(i =>
    {
        var from = new DateOnly(2026, 1, 1).AddMonths(i);
        return new Bill
        {
            Id = 1_000 + i + (institution == "I1" ? 0 : 100), MeterCode = institution + "-E", InstitutionCode = institution,
            Carrier = Carrier.Electricity, PeriodStart = from, PeriodEnd = from.AddMonths(1), Quantity = kWh, Unit = "kWh",
            ReadingType = ReadingType.Actual, RawQuantity = "", RawUnit = "", ImportId = 1, RowNumber = i + 2, RecordedAt = default,
            State = BillState.Live, ContentKey = $"{institution}2026{i}",
        };
    });
}
