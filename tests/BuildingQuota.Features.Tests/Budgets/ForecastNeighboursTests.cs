using BuildingQuota.Data;
using BuildingQuota.Data.Bulk;
using BuildingQuota.Data.Evaluations;
using BuildingQuota.Domain.Billing;
using BuildingQuota.Domain.Buildings;
using BuildingQuota.Domain.Budgets;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Institutions;
using BuildingQuota.Domain.Metering;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Features.Budgets;
using BuildingQuota.Features.Evaluations;
using BuildingQuota.Features.Tests.Evaluations;
using BuildingQuota.Testing;
using BuildingQuota.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Tests.Budgets;

/// <summary>What others have to do with a forecast: peers, occupiers, sub-meters. I1 is billed for nine months of 2026, 20,000 kWh each.</summary>
public sealed class ForecastNeighboursTests
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Too_few_neighbours_lend_nothing_of_theirs(DatabaseProvider provider)
    {
        await using var database = await With(provider);
        await AddNewcomer(database);
        await Run(database);
        await using var db = database.Open();
        var row = await Of(db, "I3");
        var trace = ForecastTrace.Read(row.Trace);

        Assert.Equal((ShapeBasis.Days, ForecastMethod.DayShare), (row.BudgetBasis, row.Method));
        Assert.Equal(ShapeBasis.Days, Assert.Single(trace.Series).Shape.Basis);
        Assert.Equal((0, 0), (trace.Errors.Count, trace.Errors.TenthsPercent.Count));
        Assert.Null(trace.Errors.RegionCode);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Whoever_occupies_half_a_building_has_half_its_use_and_half_its_limit(DatabaseProvider provider)
    {
        await using var database = await With(provider);
        await using (var db = database.Open())
        {
            db.Add(new Occupancy { Id = 1, BuildingCode = "I1-B", InstitutionCode = "I2", AreaM2 = 1_666.65m, From = new DateOnly(2024, 1, 1), ImportId = 1 });
            await db.SaveChangesAsync();
        }

        await Run(database);
        await using var after = database.Open();
        var (owner, user, building) = (await Of(after, "I1"), await Of(after, "I2"), await Of(after, "I1-B"));
        Assert.Equal((99_999m, 90_000m), (owner.Limit, owner.Used));
        Assert.Equal((299_997m, 90_000m), (user.Limit, user.Used));
        Assert.Equal((199_998m, 180_000m), (building.Limit, building.Used)); // the whole building, whoever uses it
        Assert.Equal(180_000, Assert.Single(ForecastTrace.Read(building.Trace).Series).Used.Sum());
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_sub_meter_without_bills_leaves_its_main_meter_open(DatabaseProvider provider)
    {
        await using var database = await With(provider, 30_000);
        await SmallRegion.AddSubMeter(database, "I2-S", "I1-E", "I2");
        await Run(database);
        await using (var db = database.Open())
        {
            var open = await Of(db, "I1");
            Assert.Equal((0m, new DateOnly(2026, 1, 1)), (open.Used, open.CoveredUntil));
            Assert.NotEqual(EarlyWarningLevel.Certain, open.Level); // 270,000 went through the meter, but not to I1 alone
            await db.BulkInsert(Bills("I2-S", "I2", 2_000, 6, 12_000), default);
        }

        await Run(database);
        await using var after = database.Open();
        var known = await Of(after, "I1");
        Assert.Equal((6 * 18_000m, new DateOnly(2026, 7, 1)), (known.Used, known.CoveredUntil));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_was_evaluated_anew_is_forecast_anew_and_nothing_else(DatabaseProvider provider)
    {
        await using var database = await With(provider);
        var forecast = new ForecastYear(database.Factory, new FixedClock(), new BudgetRules());
        await Evaluate(database, new EvaluateRequest());
        var all = await forecast.Run(null, default);
        await using (var db = database.Open())
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await db.BulkInsert(Bills("I1-E", "I1", 3_000, 10, 20_000).Skip(9).Concat(Bills("I2-E", "I2", 3_100, 1, 20_000)), default);
            await db.MarkStale([StaleMark.Institution("I1", 2026)], default, default);
            await transaction.CommitAsync();
        }

        var summary = await Evaluate(database, new EvaluateRequest(OnlyStale: true));
        Assert.Equal(["I1"], summary.Evaluated);
        var some = await forecast.Run(summary.Evaluated, null, default);

        Assert.Equal((2, 1), (all.Institutions, some.Institutions));
        Assert.Equal((2, 2), (some.Forecasts, some.Changed));
        await using var after = database.Open();
        Assert.Equal((200_000m, 0m), ((await Of(after, "I1")).Used, (await Of(after, "I2")).Used));
        Assert.Equal(0, (await forecast.Run([], null, default)).Forecasts);
        Assert.Equal(0, (await new ForecastYear(database.Factory, new FixedClock(), new BudgetRules()).Run(["I1"], null, default)).Changed);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Another_name_is_a_new_forecast(DatabaseProvider provider)
    {
        await using var database = await With(provider);
        await Run(database);
        await using (var db = database.Open())
            await db.Institutions.Where(one => one.Code == "I1").ExecuteUpdateAsync(set => set.SetProperty(one => one.Name, "Archive"));

        Assert.Equal(1, (await Run(database)).Changed);
        await using var after = database.Open();
        Assert.Equal("Archive", (await Of(after, "I1")).SubjectName);
    }

    private static Task<Forecast> Of(QuotaDb db, string code) => db.Forecasts.AsNoTracking()
        .SingleAsync(row => row.SubjectCode == code && row.IsCurrent && row.LimitKind == LimitKind.Constraint);

    private static async Task<TestDatabase> With(DatabaseProvider provider, decimal kWh = 20_000)
    {
        var database = await SmallRegion.Create(provider);
        await using var db = database.Open();
        await db.BulkInsert([new BilledYear { Year = 2026 }], default);
        await db.BulkInsert(Bills("I1-E", "I1", 1_000, 9, kWh), default);
        return database;
    }

    /// <summary>I3, metered since the beginning of 2026, so that it has no closed year of its own.</summary>
    private static async Task AddNewcomer(TestDatabase database)
    {
        await using var db = database.Open();
        db.Add(new Institution { Code = "I3", Name = "I3", Kind = InstitutionKind.Agency, Level = AdministrativeLevel.County, RegionCode = "654200",
            RegionPath = "100000/650000/654200/" });
        db.Add(new Building { Code = "I3-B", InstitutionCode = "I3", Name = "I3", Kind = BuildingKind.Office, GrossAreaM2 = 1_000, HeatedAreaM2 = 0,
            HeatingType = HeatingType.None, InServiceFrom = new DateOnly(2026, 1, 1) });
        db.Add(new Meter { Code = "I3-E", BuildingCode = "I3-B", InstitutionCode = "I3", Carrier = Carrier.Electricity, Unit = "kWh",
            Purpose = MeterPurpose.General, Multiplier = 1, ActiveFrom = new DateOnly(2026, 1, 1) });
        await db.SaveChangesAsync();
        await db.BulkInsert(Bills("I3-E", "I3", 1_200, 9, 5_000), default);
    }

    private static async Task<ForecastSummary> Run(TestDatabase database)
    {
        await Evaluate(database, new EvaluateRequest());
        return await new ForecastYear(database.Factory, new FixedClock(), new BudgetRules()).Run(null, default);
    }

    private static Task<EvaluationSummary> Evaluate(TestDatabase database, EvaluateRequest request) =>
        new EvaluateYears(database.Factory, new FixedClock()).Run(request, null, default);

    private static IEnumerable<Bill> Bills(string meter, string institution, long firstId, int months, decimal kWh) =>
        Enumerable.Range(0, months).Select(i =>
        {
            var from = new DateOnly(2026, 1, 1).AddMonths(i);
            return new Bill
            {
                Id = firstId + i, MeterCode = meter, InstitutionCode = institution, Carrier = Carrier.Electricity, PeriodStart = from,
                PeriodEnd = from.AddMonths(1), Quantity = kWh, Unit = "kWh", ReadingType = ReadingType.Actual, RawQuantity = "", RawUnit = "",
                ImportId = 1, RowNumber = i + 2, RecordedAt = default, State = BillState.Live, ContentKey = $"{meter}2026{i}",
            };
        });
}
