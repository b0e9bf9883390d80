using System.Text;
using BuildingQuota.Data;
using BuildingQuota.Data.Bulk;
using BuildingQuota.Data.Evaluations;
using BuildingQuota.Domain.Access;
using BuildingQuota.Domain.Billing;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;
using BuildingQuota.Features.Evaluations;
using BuildingQuota.Features.Imports;
using BuildingQuota.Features.Tests.Planning;
using BuildingQuota.Testing;
using BuildingQuota.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Tests.Evaluations;

/// <summary>docs/rules/what-is-evaluated-again.md: a mark stays until what it speaks of has been seen and stored.</summary>
public sealed class StaleMarkTests
{
    [Fact]
    public async Task A_run_that_breaks_off_at_the_regions_keeps_the_mark_of_the_subtree()
    {
        await using var database = await SmallRegion.Create(DatabaseProvider.Sqlite);
        await using var db = database.Open();
        await Mark(db, StaleMark.Below("654200", 2024));
        await db.Database.ExecuteSqlRawAsync("""
            CREATE TRIGGER broken BEFORE INSERT ON "evaluations" WHEN NEW."institution_code" IS NULL BEGIN SELECT RAISE(ABORT, 'broken'); END
            """);

        await Assert.ThrowsAnyAsync<Exception>(() => Run(database, new EvaluateRequest(OnlyStale: true)));

        Assert.Contains(StaleMark.Below("654200", 2024), await Marks(db));
        await db.Database.ExecuteSqlRawAsync("DROP TRIGGER broken");
        await Run(database, new EvaluateRequest(OnlyStale: true));
        Assert.Equal(2 * 5, await db.Evaluations.CountAsync());
        Assert.Empty(await Marks(db));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_is_filed_for_a_region_while_a_run_is_under_way_is_not_lost(DatabaseProvider provider)
    {
        await using var database = await PlannedRegion.Create(provider);
        await using var db = database.Open();
        await db.PlanBases.Where(row => row.SubjectKind == SubjectKind.Region).ExecuteDeleteAsync();
        var filing = new OnProgress(() =>
        {
            using var other = database.Open();
            using var transaction = other.Database.BeginTransaction();
            other.Add(PlannedRegion.Filed(2, SubjectKind.Region, PlannedRegion.Prefecture, 4.4m));
            other.SaveChanges();
            other.MarkStale([StaleMark.Sums(PlannedRegion.Prefecture, StaleMark.EveryYear)], default, default).GetAwaiter().GetResult();
            transaction.Commit();
        });

        await new EvaluateYears(database.Factory, new FixedClock()).Run(new EvaluateRequest(), filing, default);
        await Run(database, new EvaluateRequest(OnlyStale: true));

        var region = await db.YearVerdicts.SingleAsync(v => v.IsCurrent && v.SubjectCode == PlannedRegion.Prefecture && v.Year == 2025
            && v.Indicator == Indicator.EnergyPerArea);
        Assert.Equal(4.4m, region.BaseValue);
        Assert.Empty(await Marks(db));
        Assert.Equal(0, (await Run(database, new EvaluateRequest())).Changed);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Who_fails_stays_marked_from_the_first_year_that_was_asked_of_a_subtree(DatabaseProvider provider)
    {
        await using var database = await SmallRegion.Create(provider);
        await using var db = database.Open();
        await db.BulkInsert([Huge(901, new(2026, 1, 1)), Huge(902, new(2026, 1, 11))], default);
        await db.BulkInsert<BilledYear>([new() { Year = 2026 }], default);
        await Mark(db, StaleMark.Institution("I2", 2026));
        await Mark(db, StaleMark.Below("654200", 2024));

        Assert.Single((await Run(database, new EvaluateRequest(OnlyStale: true))).Failures);

        Assert.Equal([StaleMark.Institution("I2", 2024), StaleMark.Institution("I2", 2026)], (await Marks(db)).OrderBy(mark => mark.FromYear));
        await Run(database, new EvaluateRequest(OnlyStale: true));
        Assert.Equal(2, (await Marks(db)).Count);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_meter_that_leaves_a_main_meter_out_of_its_authors_sight_marks_whose_that_is(DatabaseProvider provider)
    {
        await using var database = await SmallRegion.Create(provider);
        await SmallRegion.AddSubMeter(database, "I2-S", of: "I1-E", to: "I2");
        await Run(database, new EvaluateRequest());
        await using var db = database.Open();
        await using var facility = database.Factory.Create(AccessScope.OfInstitution(await db.Institutions.SingleAsync(one => one.Code == "I2")));
        const string file = "code,building_code,parent_code,carrier,unit,multiplier,active_from\nI2-S,I2-B,I2-E,electricity,kWh,1,2025-01-01\n";

        var report = await new ImportFiles(facility, new FixedClock(), new ImportLimits()).Run(new ImportRequest(
            [new OfferedFile("meters.csv", () => new MemoryStream(Encoding.UTF8.GetBytes(file)))], null, false, "facility", "en"), null, default);

        Assert.All(report.Files, one => Assert.True(one.State == Domain.Imports.ImportState.Accepted, string.Join(", ", one.Problems)));
        Assert.Contains(StaleMark.Institution("I1", StaleMark.EveryYear), await Marks(db));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task An_adoption_for_a_later_year_supersedes_nothing(DatabaseProvider provider)
    {
        await using var database = await SmallRegion.Create(provider);
        await Run(database, new EvaluateRequest());
        await using var db = database.Open();
        db.Add(new Adoption { Id = 2, RegionCode = "654200", StandardCode = "S", From = new DateOnly(2026, 1, 1) });
        await db.SaveChangesAsync();

        Assert.Equal(0, (await Run(database, new EvaluateRequest())).Changed);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_building_is_called_in_verdicts_as_it_is_called_now(DatabaseProvider provider)
    {
        await using var database = await SmallRegion.Create(provider);
        await Run(database, new EvaluateRequest());
        await using var db = database.Open();
        await db.Buildings.Where(one => one.Code == "I1-B").ExecuteUpdateAsync(set => set.SetProperty(one => one.Name, "New hall"));
        await Run(database, new EvaluateRequest());

        var names = await db.YearVerdicts.Where(v => v.SubjectCode == "I1-B").Select(v => new { v.IsCurrent, v.SubjectName }).Distinct().ToListAsync();
        Assert.Equal([("I1", false), ("New hall", true)], names.Select(v => (v.SubjectName, v.IsCurrent)).Order());
    }

    private sealed class OnProgress(Action once) : IProgress<EvaluationProgress>
    {
        private Action? _left = once;

        public void Report(EvaluationProgress value) => Interlocked.Exchange(ref _left, null)?.Invoke();
    }

    private static Task<EvaluationSummary> Run(TestDatabase database, EvaluateRequest request) =>
        new EvaluateYears(database.Factory, new FixedClock()).Run(request, null, default);

    private static async Task Mark(QuotaDb db, StaleMark mark)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.MarkStale([mark], default, default);
        await transaction.CommitAsync();
    }

    private static async Task<IReadOnlyList<StaleMark>> Marks(QuotaDb db) =>
        [.. (await db.StaleYears.AsNoTracking().ToListAsync()).Select(row => row.Mark)];

    private static Bill Huge(long id, DateOnly from) => new()
    {
        Id = id, MeterCode = "I2-E", InstitutionCode = "I2", Carrier = Domain.Metering.Carrier.Electricity, PeriodStart = from,
        PeriodEnd = from.AddDays(5), Quantity = decimal.MaxValue, Unit = "kWh", ReadingType = ReadingType.Actual, RawQuantity = "", RawUnit = "",
        ImportId = 1, RowNumber = 2, RecordedAt = default, State = BillState.Live, ContentKey = $"huge{id}",
    };
}
