using BuildingQuota.Data;
using BuildingQuota.Domain.Billing;
using BuildingQuota.Domain.Buildings;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Imports;
using BuildingQuota.Domain.Quotas;
using BuildingQuota.Features.Evaluations;
using BuildingQuota.Testing;
using BuildingQuota.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Tests.Evaluations;

public sealed class RevisionTests
{
    private static readonly FixedClock Before = new(new DateTimeOffset(2026, 2, 1, 0, 0, 0, TimeSpan.Zero));
    private static readonly FixedClock After = new(new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero));

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_back_dated_area_moves_a_verdict_and_its_import_says_which(DatabaseProvider provider)
    {
        await using var database = await SmallRegion.Create(provider);
        await Evaluate(database, Before);
        await using var db = database.Open();
        db.Add(new ImportBatch { Id = 2, FileName = "areas.csv", Kind = "areas", Sha256 = "", Bytes = 0, State = ImportState.Accepted, RowsRead = 1, RowsNew = 1,
            RowsChanged = 0, RowsUnchanged = 0, RowsRejected = 0, UploadedBy = "a", UploadedAt = Before.GetUtcNow().AddDays(1), ScopePath = "" });
        db.Add(new FloorArea { Id = 1, BuildingCode = "I1-B", InstitutionCode = "I1", From = new DateOnly(2025, 1, 1), GrossAreaM2 = 1_500, HeatedAreaM2 = 0, ImportId = 2 });
        await db.SaveChangesAsync();
        await Evaluate(database, After);

        var moved = await new FindRevisions(db).Run(new(Import: 2), default);

        var electricity = Assert.Single(moved.Rows.Rows, row => row.Indicator == Indicator.ElectricityPerArea && row.SubjectName == "I1" && row.Year == 2025
            && row.SubjectKind == Domain.Planning.SubjectKind.Institution);
        Assert.Equal((RevisionDirection.Against, TierName.WithinBaseline, TierName.OverConstraint), (electricity.Direction, electricity.TierBefore, electricity.Tier));
        Assert.True(electricity.Actual > electricity.ActualBefore);
        Assert.Equal(2, moved.Counts[RevisionDirection.Against]); // the institution and its one building
        Assert.All(moved.Rows.Rows, row => Assert.Equal(2025, row.Year));
        Assert.Empty((await new FindRevisions(db).Run(new(Import: 1), default)).Rows.Rows); // evaluated only after it
        Assert.Equal(moved.Counts.Values.Sum(), await db.YearVerdicts.CountAsync(v => !v.IsCurrent)); // regions too
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_a_use_of_a_neighbours_building_moves_is_listed_of_both_and_what_a_buildings_file_moves_of_its_own(DatabaseProvider provider)
    {
        await using var database = await SmallRegion.Create(provider);
        await Evaluate(database, Before);
        await using var db = database.Open();
        db.Add(Batch(2, "occupancies"));
        db.Add(new Occupancy { Id = 1, BuildingCode = "I1-B", InstitutionCode = "I2", AreaM2 = 1_000, From = new DateOnly(2025, 1, 1), ImportId = 2 });
        await db.SaveChangesAsync();
        await Evaluate(database, After);

        var first = await new FindRevisions(db).Run(new(Import: 2), default);
        var second = await new FindRevisions(db).Run(new(Import: 2, Page: 2), default); // regions come last
        var moved = first.Rows.Rows.Concat(second.Rows.Rows).Select(row => row.SubjectName).ToHashSet();
        Assert.Superset(new HashSet<string> { "I1", "I2", "654200" }, moved);

        db.ChangeTracker.Clear();
        db.Add(Batch(3, "buildings", After.GetUtcNow().AddDays(1)));
        await db.SaveChangesAsync();
        await db.Buildings.Where(one => one.Code == "I1-B").ExecuteUpdateAsync(set => set.SetProperty(one => one.Name, "Hall"));
        await Evaluate(database, new FixedClock(After.GetUtcNow().AddDays(2)));
        Assert.Contains((await new FindRevisions(db).Run(new(Import: 3), default)).Rows.Rows, row => row.SubjectName == "Hall");
    }

    /// <summary>The clock tells the run when it begins, and again when it has read: between the two somebody uploads.</summary>
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_a_run_has_seen_though_it_began_before_the_upload_is_listed(DatabaseProvider provider)
    {
        await using var database = await SmallRegion.Create(provider);
        await Evaluate(database, Before);
        await using var db = database.Open();
        var began = new Interrupted(Before.GetUtcNow().AddHours(1), () =>
        {
            using var other = database.Open();
            other.Add(Batch(2, "areas"));
            other.Add(new FloorArea { Id = 1, BuildingCode = "I1-B", InstitutionCode = "I1", From = new DateOnly(2025, 1, 1), GrossAreaM2 = 1_500, HeatedAreaM2 = 0, ImportId = 2 });
            other.SaveChanges();
        });

        await new EvaluateYears(database.Factory, began).Run(new EvaluateRequest(), null, default);

        Assert.NotEmpty((await new FindRevisions(db).Run(new(Import: 2), default)).Rows.Rows);
    }

    private sealed class Interrupted(DateTimeOffset first, Action between) : TimeProvider
    {
        private Action? _left = between;

        public override DateTimeOffset GetUtcNow()
        {
            if (Interlocked.Exchange(ref _left, null) is not { } upload) return After.GetUtcNow();
            upload();
            return first;
        }
    }

    private static ImportBatch Batch(long id, string kind, DateTimeOffset? at = null) => new()
    {
        Id = id, FileName = kind + ".csv", Kind = kind, Sha256 = "", Bytes = 0, State = ImportState.Accepted, RowsRead = 1, RowsNew = 1, RowsChanged = 0,
        RowsUnchanged = 0, RowsRejected = 0, UploadedBy = "a", UploadedAt = at ?? Before.GetUtcNow().AddDays(1), ScopePath = "",
    };

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_reversed_bill_leaves_a_verdict_open_and_the_missing_bill_is_named(DatabaseProvider provider)
    {
        await using var database = await SmallRegion.Create(provider);
        await using var db = database.Open();
        db.Add(new FloorArea { Id = 1, BuildingCode = "I1-B", InstitutionCode = "I1", From = new DateOnly(2025, 1, 1), GrossAreaM2 = 1_900, HeatedAreaM2 = 0, ImportId = 1 });
        await db.SaveChangesAsync(); // eleven months are 58 kWh/m², twelve at most 63.3, against 60
        await Evaluate(database, Before);
        await db.Bills.Where(bill => bill.BillNumber == "I1-E-2025-12").ExecuteUpdateAsync(set => set.SetProperty(bill => bill.State, BillState.Reversed));
        await Evaluate(database, After);

        var verdict = await db.YearVerdicts.SingleAsync(v => v.IsCurrent && v.SubjectCode == "I1" && v.Year == 2025 && v.Indicator == Indicator.ElectricityPerArea);
        Assert.Equal(Sufficiency.Undetermined, verdict.Sufficiency);
        var bill = Assert.Single(await db.DecidingBills.Where(row => row.VerdictId == verdict.Id).ToListAsync());
        Assert.Equal(("I1-E", new DateOnly(2025, 12, 1), new DateOnly(2026, 1, 1), true), (bill.MeterCode, bill.MissingFrom, bill.MissingUntil, bill.DecidesAlone));
        Assert.InRange(bill.IndicatorAtMost!.Value - (verdict.UpperBound!.Value - verdict.LowerBound!.Value), -0.0001m, 0.0001m); // each rounded once
    }

    private static Task<EvaluationSummary> Evaluate(TestDatabase database, FixedClock clock) =>
        new EvaluateYears(database.Factory, clock).Run(new EvaluateRequest(), null, default);
}
