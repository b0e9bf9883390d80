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
        Assert.Equal(moved.Counts.Values.Sum(), await db.YearVerdicts.CountAsync(v => !v.IsCurrent && v.InstitutionCode != null));
    }

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
