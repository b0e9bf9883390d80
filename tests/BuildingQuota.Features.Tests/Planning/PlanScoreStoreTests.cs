using BuildingQuota.Data;
using BuildingQuota.Data.Evaluations;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quantities;
using BuildingQuota.Domain.Quotas;
using BuildingQuota.Features.Evaluations;
using BuildingQuota.Features.Planning;
using BuildingQuota.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Tests.Planning;

public sealed class PlanScoreStoreTests
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_score_stands_beside_its_verdict_with_the_rule_that_made_it(DatabaseProvider provider)
    {
        await using var database = await PlannedRegion.Create(provider);
        await PlannedRegion.Evaluate(database);
        await using var db = database.Open();
        var score = await db.PlanScores.SingleAsync(row => row.SubjectCode == "I1" && row.Year == 2025);
        var verdict = await db.YearVerdicts.SingleAsync(row => row.SubjectCode == "I1" && row.Year == 2025 && row.Indicator == Indicator.EnergyPerArea);

        Assert.Equal((verdict.EvaluationId, verdict.PlanActual, verdict.TargetValue), (score.EvaluationId, score.PlanActual, score.TargetValue));
        Assert.Equal((4.5m, 4.41m, BaseSource.Filed), (score.BaseValue, score.OriginalTargetValue, score.BaseSource));
        Assert.Equal(("CN-GOAL", "P"), (score.ScoreRules, score.PlanCode));
        Assert.Contains("model_b both:60 cumulative:55 annual:40 neither:0", score.ScoreParameters, StringComparison.Ordinal);
        Assert.NotNull(score.ModelB);
        Assert.False(await db.PlanScores.AnyAsync(row => row.SubjectCode == "I2")); // nobody filed a base, nobody has bills of it
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_region_has_scores_and_its_total_a_level_of_its_own(DatabaseProvider provider)
    {
        await using var database = await PlannedRegion.Create(provider);
        await PlannedRegion.Evaluate(database);
        await using var db = database.Open();
        var rows = await db.PlanScores.Where(row => row.SubjectKind == SubjectKind.Region && row.Year == 2025).ToListAsync();

        Assert.All(rows, row => Assert.Equal(PlannedRegion.Prefecture, row.SubjectCode));
        Assert.Equal(4.4m, Assert.Single(rows, row => row.Indicator == Indicator.EnergyPerArea).BaseValue);
        var total = Assert.Single(rows, row => row.Indicator == Indicator.TotalEnergy);
        Assert.Equal((29_000m, 2, null), (total.CapValue, total.WarningLevelTotal, total.WarningLevelAnnual)); // 2 × 12 × about 1,230 kgce
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task The_base_is_frozen_by_its_first_use_in_a_full_run_and_a_later_filing_moves_no_target(DatabaseProvider provider)
    {
        await using var database = await PlannedRegion.Create(provider);
        await PlannedRegion.Evaluate(database);
        await using var db = database.Open();
        var frozen = await db.FrozenBases.AsNoTracking().SingleAsync(row => row.SubjectCode == "I1");
        Assert.Equal((4.5m, BaseSource.Filed, 1L, PlanStore.Engine), (frozen.BaseValue, frozen.SourceKind, frozen.ImportId, frozen.FrozenBy));
        Assert.Equal(0, (await PlannedRegion.Evaluate(database)).Changed); // frozen or not yet, the run is the same

        await db.PlanBases.Where(row => row.Id == 1).ExecuteUpdateAsync(set => set.SetProperty(row => row.SupersededById, 3));
        db.Add(PlannedRegion.Filed(3, SubjectKind.Institution, "I1", 4.8m));
        await db.SaveChangesAsync();
        await PlannedRegion.Evaluate(database);

        var score = await db.PlanScores.AsNoTracking().SingleAsync(row => row.SubjectCode == "I1" && row.Year == 2025 && row.IsCurrent);
        Assert.Equal((4.5m, 4.41m, 4.8m, BaseSource.Filed), (score.BaseValue, score.OriginalTargetValue, score.BaseWouldBe, score.BaseWouldBeSource));
        Assert.Equal(2, await db.FrozenBases.CountAsync());
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task After_half_a_load_nothing_is_frozen_and_the_full_run_freezes_what_stands_by_then(DatabaseProvider provider)
    {
        await using var database = await PlannedRegion.Create(provider);
        await using var db = database.Open();
        await Mark(db);
        await PlannedRegion.EvaluateChanged(database);
        Assert.Equal(4.41m, (await Score(db)).OriginalTargetValue);
        Assert.False(await db.FrozenBases.AnyAsync());

        await db.PlanBases.Where(row => row.Id == 1).ExecuteUpdateAsync(set => set.SetProperty(row => row.SupersededById, 3));
        db.Add(PlannedRegion.Filed(3, SubjectKind.Institution, "I1", 4.8m));
        await db.SaveChangesAsync();
        await Mark(db);
        await PlannedRegion.EvaluateChanged(database);
        Assert.Equal((4.8m, 4.704m, null), ((await Score(db)).BaseValue, (await Score(db)).OriginalTargetValue, (await Score(db)).BaseWouldBe));

        Assert.Equal(0, (await PlannedRegion.Evaluate(database)).Changed); // nothing is new, and yet the bases are frozen now
        Assert.Equal([(4.4m, PlannedRegion.Prefecture), (4.8m, "I1")], (await db.FrozenBases.AsNoTracking().ToListAsync())
            .Select(row => (row.BaseValue, row.SubjectCode)).Order());

        static Task<PlanScore> Score(QuotaDb db) =>
            db.PlanScores.AsNoTracking().SingleAsync(row => row.SubjectCode == "I1" && row.Year == 2025 && row.IsCurrent);
        static async Task Mark(QuotaDb db)
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await db.MarkStale([StaleMark.Everywhere(StaleMark.EveryYear)], default, default);
            await transaction.CommitAsync();
        }
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task An_evaluated_base_is_frozen_exactly_with_its_evaluation(DatabaseProvider provider)
    {
        await using var database = await PlannedRegion.Create(provider);
        await using var db = database.Open();
        await db.Plans.ExecuteUpdateAsync(set => set.SetProperty(plan => plan.BaseYear, 2024).SetProperty(plan => plan.EndYear, 2029));

        await PlannedRegion.Evaluate(database);

        var frozen = await db.FrozenBases.SingleAsync(row => row.SubjectCode == "I2");
        var year = await db.YearVerdicts.SingleAsync(row => row.SubjectCode == "I2" && row.Year == 2024 && row.Indicator == Indicator.EnergyPerArea);
        Assert.Equal((BaseSource.Evaluated, year.EvaluationId), (frozen.SourceKind, frozen.EvaluationId));
        Assert.Equal(year.StatNumerator / 3_333.3m, frozen.BaseValue);
        Assert.NotEqual(Rounding.HalfUp(frozen.BaseValue, 4), frozen.BaseValue);
        Assert.Equal(0, (await PlannedRegion.Evaluate(database)).Changed);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Scores_are_superseded_with_their_evaluation_and_kept(DatabaseProvider provider)
    {
        await using var database = await PlannedRegion.Create(provider);
        await PlannedRegion.Evaluate(database);
        await using var db = database.Open();
        await db.Bills.Where(bill => bill.MeterCode == "I1-E" && bill.PeriodStart >= new DateOnly(2025, 12, 1))
            .ExecuteUpdateAsync(set => set.SetProperty(bill => bill.State, Domain.Billing.BillState.Reversed));

        await PlannedRegion.Evaluate(database);

        var rows = await db.PlanScores.AsNoTracking().Where(row => row.SubjectCode == "I1" && row.Year == 2025).ToListAsync();
        Assert.NotNull(Assert.Single(rows, row => !row.IsCurrent).ModelB);
        var now = Assert.Single(rows, row => row.IsCurrent); // eleven months are not a year: not predicted
        Assert.Equal((null, null, null, null), (now.PlanActual, now.ModelB, now.WarningLevelPlan, now.Debt));
        Assert.Equal(4.41m, now.OriginalTargetValue);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task The_proof_sheet_holds_the_score_and_its_rule(DatabaseProvider provider)
    {
        await using var database = await PlannedRegion.Create(provider);
        await PlannedRegion.Evaluate(database);
        await using var db = database.Open();
        var run = await db.Evaluations.SingleAsync(row => row.SubjectCode == "I1" && row.Year == 2025);
        var sheet = (await new ReadTrace(db).Run(run.Id, default))!;
        Assert.Contains("\"scoreRules\":\"CN-GOAL\"", sheet, StringComparison.Ordinal);
        Assert.Contains("\"baseSource\":\"Filed\"", sheet, StringComparison.Ordinal);
    }
}
