using System.Text;
using BuildingQuota.Data;
using BuildingQuota.Data.Bulk;
using BuildingQuota.Data.Evaluations;
using BuildingQuota.Domain.Billing;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Imports;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;
using BuildingQuota.Features.Evaluations;
using BuildingQuota.Features.Imports;
using BuildingQuota.Testing;
using BuildingQuota.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Tests.Evaluations;

public sealed class EvaluateChangedTests
{
    private const string BillsHeader = "meter_code,period_start,period_end,quantity,unit,reading_type,bill_number";

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task One_corrected_bill_evaluates_its_institution_and_the_sums_above_and_nobody_else(DatabaseProvider provider)
    {
        await using var database = await Evaluated(provider);
        await using var db = database.Open();
        var before = await Current(db);

        await Import(database, "bills.csv", BillsHeader, "I1-E,2025-03-01,2025-04-01,12345,kWh,correction,K1");
        var summary = await Run(database, new EvaluateRequest(OnlyStale: true));

        Assert.Equal((1, 1 + 3), (summary.Institutions, summary.Changed)); // I1 in 2025, and its county, province and nation
        var after = await Current(db);
        Assert.Equal(
            ["100000 2025", "650000 2025", "654200 2025", "I1 2025"],
            after.Where(pair => before[pair.Key] != pair.Value).Select(pair => pair.Key).Order(StringComparer.Ordinal));
        Assert.False(await db.StaleYears.AnyAsync());
        Assert.Equal(0, (await Run(database, new EvaluateRequest())).Changed); // the whole evaluation has nothing to add
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Who_shares_a_meter_is_evaluated_with_whom_it_is_shared(DatabaseProvider provider)
    {
        await using var database = await SmallRegion.Create(provider);
        await SmallRegion.AddSubMeter(database, "I2-S", of: "I1-E", to: "I2");
        await Run(database, new EvaluateRequest());
        await Import(database, "bills.csv", BillsHeader, "I2-S,2025-03-01,2025-04-01,12,kWh,correction,K1");

        var summary = await Run(database, new EvaluateRequest(OnlyStale: true));

        Assert.Equal((2, 2 + 3), (summary.Institutions, summary.Changed));
        Assert.Equal(0, (await Run(database, new EvaluateRequest())).Changed);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_run_that_breaks_off_loses_no_mark(DatabaseProvider provider)
    {
        await using var database = await Evaluated(provider);
        await Import(database, "bills.csv", BillsHeader, "I1-E,2025-03-01,2025-04-01,12345,kWh,correction,K1");
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            new EvaluateYears(database.Factory, new FixedClock()).Run(new EvaluateRequest(OnlyStale: true), null, stop.Token));

        Assert.Equal([StaleMark.Institution("I1", 2025)], await Marks(database));
        Assert.Equal(4, (await Run(database, new EvaluateRequest(OnlyStale: true))).Changed);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Runs_at_the_same_time_store_a_change_once(DatabaseProvider provider)
    {
        await using var database = await Evaluated(provider);
        await Import(database, "bills.csv", BillsHeader, "I1-E,2025-03-01,2025-04-01,12345,kWh,correction,K1");

        var runs = await Task.WhenAll(Enumerable.Range(0, 3).Select(i => Task.Run(() => Run(database, new EvaluateRequest(OnlyStale: i > 0)))));

        Assert.Equal(4, runs.Sum(run => run.Changed));
        await using var db = database.Open();
        Assert.Equal(2 * (2 + 3), await db.Evaluations.CountAsync(e => e.IsCurrent));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_year_brings_the_years_after_it_up_to_date_and_months_keep_their_ids(DatabaseProvider provider)
    {
        await using var database = await Evaluated(provider);
        await using var db = database.Open();
        var ids = await db.MonthlyFacts.Where(fact => fact.InstitutionCode == "I1" && fact.Year == 2025).OrderBy(f => f.Month).Select(f => f.Id).ToListAsync();
        await Import(database, "bills.csv", BillsHeader, "I1-E,2025-03-01,2025-04-01,12345,kWh,correction,K1");

        var summary = await Run(database, new EvaluateRequest(2024));

        Assert.Equal([2024, 2025], summary.Years);
        Assert.Equal(1 + 3, summary.Changed);
        var facts = await db.MonthlyFacts.Where(fact => fact.InstitutionCode == "I1" && fact.Year == 2025).OrderBy(fact => fact.Month).ToListAsync();
        Assert.Equal(ids, facts.Select(fact => fact.Id));
        Assert.Equal(12_345, facts[2].Quantity);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task An_institution_that_cannot_be_evaluated_is_told_stays_marked_and_stops_nobody(DatabaseProvider provider)
    {
        await using var database = await Evaluated(provider);
        await using var db = database.Open();
        await db.BulkInsert([Huge(901, "2026-01-01"), Huge(902, "2026-01-11")], default);
        await db.BulkInsert<BilledYear>([new() { Year = 2026 }], default);
        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            await db.MarkStale([StaleMark.Institution("I2", 2026)], default, default);
            await transaction.CommitAsync();
        }

        await Import(database, "bills.csv", BillsHeader, "I1-E,2025-03-01,2025-04-01,12345,kWh,correction,K1");
        var summary = await Run(database, new EvaluateRequest(OnlyStale: true));

        var failure = Assert.Single(summary.Failures);
        Assert.Equal(("I2", "evaluation.overflow"), (Assert.Single(failure.Institutions), failure.RuleCode));
        Assert.Equal([StaleMark.Institution("I2", 2026)], await Marks(database));
        Assert.True(await db.YearVerdicts.AnyAsync(v => v.IsCurrent && v.SubjectCode == "I2" && v.Year == 2025)); // what was said stands
        Assert.Equal(12_345, (await db.MonthlyFacts.SingleAsync(f => f.InstitutionCode == "I1" && f.Year == 2025 && f.Month == 3)).Quantity);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task The_order_of_imports_does_not_matter(DatabaseProvider provider)
    {
        string[][] files =
        [
            ["bills.csv", BillsHeader, "I1-E,2025-03-01,2025-04-01,12345,kWh,correction,K1"],
            ["areas.csv", "building_code,from,gross_area_m2,heated_area_m2", "I1-B,2025-07-01,4000,0"],
            ["headcounts.csv", "institution_code,from,persons,basis", "I1,2025-01-01,120,energy"],
        ];
        await using var one = await Evaluated(provider);
        foreach (var file in files)
        {
            await Import(one, file[0], file[1..]);
            await Run(one, new EvaluateRequest(OnlyStale: true));
        }

        await using var other = await Evaluated(provider);
        foreach (var file in files.Reverse()) await Import(other, file[0], file[1..]);
        await Run(other, new EvaluateRequest(OnlyStale: true));

        Assert.Equal(await Figures(one), await Figures(other));
        Assert.Equal(0, (await Run(one, new EvaluateRequest())).Changed);
        Assert.Equal(0, (await Run(other, new EvaluateRequest())).Changed);
    }

    [Theory]
    [InlineData("areas.csv", "building_code,from,gross_area_m2,heated_area_m2", "I1-B,2025-07-01,4000,0", "Institution I1 2025")]
    [InlineData("headcounts.csv", "institution_code,from,persons,basis", "I1,2024-05-01,120,energy", "Institution I1 2024")]
    [InlineData("bills.csv", BillsHeader, "I2-E,2025-12-01,2026-01-01,5,kWh,correction,K", "Institution I2 2025")]
    [InlineData("bills.csv", BillsHeader, "I2-E,2026-01-01,2026-02-01,5,kWh,actual,K", "Institution I2 2026;Region  2026")]
    [InlineData("adoptions.csv", "region_code,quota_standard,from", "650000,S,2024-01-01", "Region 650000 2024")]
    [InlineData("buildings.csv", "code,institution_code,name,kind,gross_area_m2,in_service_from", "I1-B,I1,I1,office,99,2000-01-01", "Institution I1 0")]
    public async Task A_file_marks_what_reads_it_and_no_more(string file, string header, string row, string marks)
    {
        await using var database = await Evaluated(DatabaseProvider.Sqlite);
        await Import(database, file, header, row);
        Assert.Equal(marks, string.Join(';', (await Marks(database)).Select(mark => $"{mark.Kind} {mark.Code} {mark.FromYear}").Order(StringComparer.Ordinal)));
        await Import(database, file, header, row); // says nothing new
        await Run(database, new EvaluateRequest(OnlyStale: true));
        Assert.Empty(await Marks(database));
    }

    private static async Task<TestDatabase> Evaluated(DatabaseProvider provider)
    {
        var database = await SmallRegion.Create(provider);
        await Run(database, new EvaluateRequest());
        return database;
    }

    private static Task<EvaluationSummary> Run(TestDatabase database, EvaluateRequest request) =>
        new EvaluateYears(database.Factory, new FixedClock()).Run(request, null, default);

    private static async Task Import(TestDatabase database, string name, params string[] lines)
    {
        var bytes = Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n");
        await using var db = database.Open();
        var report = await new ImportFiles(db, new FixedClock(), new ImportLimits())
            .Run(new ImportRequest([new OfferedFile(name, () => new MemoryStream(bytes))], null, false, "officer", "en"), null, default);
        Assert.All(report.Files, file => Assert.True(file.State is ImportState.Accepted or ImportState.Unchanged, string.Join(", ", file.Problems)));
    }

    private static async Task<Dictionary<string, long>> Current(QuotaDb db) =>
        (await db.Evaluations.AsNoTracking().Where(e => e.IsCurrent).ToListAsync()).ToDictionary(e => $"{e.SubjectCode} {e.Year}", e => e.Id);

    private static async Task<IReadOnlyList<StaleMark>> Marks(TestDatabase database)
    {
        await using var db = database.Open();
        return [.. (await db.StaleYears.AsNoTracking().ToListAsync()).Select(row => row.Mark)];
    }

    private static async Task<IReadOnlyList<string>> Figures(TestDatabase database)
    {
        await using var db = database.Open();
        return [.. (await db.YearVerdicts.AsNoTracking().Where(v => v.IsCurrent).ToListAsync())
            .Select(v => FormattableString.Invariant($"{v.SubjectKind} {v.SubjectCode} {v.Year} {v.Indicator} {v.Numerator:0.######} {v.Actual:0.####} {v.TierName}"))
            .Order(StringComparer.Ordinal)];
    }

    private static Bill Huge(long id, string from) => new()
    {
        Id = id, MeterCode = "I2-E", InstitutionCode = "I2", Carrier = Domain.Metering.Carrier.Electricity,
        PeriodStart = DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture),
        PeriodEnd = DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture).AddDays(5), Quantity = decimal.MaxValue, Unit = "kWh",
        ReadingType = ReadingType.Actual, RawQuantity = "", RawUnit = "", ImportId = 1, RowNumber = 2, RecordedAt = default,
        State = BillState.Live, ContentKey = $"huge{id}",
    };
}
