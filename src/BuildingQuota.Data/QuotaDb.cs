using BuildingQuota.Data.Access;
using BuildingQuota.Data.Bulk;
using BuildingQuota.Data.Seeding;
using BuildingQuota.Data.Storage;
using BuildingQuota.Domain.Access;
using BuildingQuota.Domain.Audit;
using BuildingQuota.Domain.Billing;
using BuildingQuota.Domain.Budgets;
using BuildingQuota.Domain.Buildings;
using BuildingQuota.Domain.Conversion;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Imports;
using BuildingQuota.Domain.Institutions;
using BuildingQuota.Domain.Metering;
using BuildingQuota.Domain.Notices;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Data;

/// <summary>
/// Everything that is kept, seen through a scope: a query meets only rows that its person may see (QuotaDb.RowScope.cs).
/// It is the unit of work; one for each request or job.
/// </summary>
public abstract partial class QuotaDb(DbContextOptions options, CurrentScope scope) : IdentityUserContext<Account, int>(options)
{
    public AccessScope Scope => scope.Value;

    public DbSet<Region> Regions => Set<Region>();
    public DbSet<Institution> Institutions => Set<Institution>();
    public DbSet<Bureau> Bureaus => Set<Bureau>();
    public DbSet<Headcount> Headcounts => Set<Headcount>();
    public DbSet<Building> Buildings => Set<Building>();
    public DbSet<FloorArea> FloorAreas => Set<FloorArea>();
    public DbSet<Occupancy> Occupancies => Set<Occupancy>();
    public DbSet<Meter> Meters => Set<Meter>();
    public DbSet<Allocation> Allocations => Set<Allocation>();
    public DbSet<Reading> Readings => Set<Reading>();
    public DbSet<Bill> Bills => Set<Bill>();
    public DbSet<BilledYear> BilledYears => Set<BilledYear>();
    public DbSet<CoefficientSet> CoefficientSets => Set<CoefficientSet>();
    public DbSet<Coefficient> Coefficients => Set<Coefficient>();
    public DbSet<UnitConversion> UnitConversions => Set<UnitConversion>();
    public DbSet<EmissionFactor> EmissionFactors => Set<EmissionFactor>();
    public DbSet<QuotaStandard> QuotaStandards => Set<QuotaStandard>();
    public DbSet<IndicatorLadder> IndicatorLadders => Set<IndicatorLadder>();
    public DbSet<IndicatorRun> IndicatorRuns => Set<IndicatorRun>();
    public DbSet<YearIndicator> YearIndicators => Set<YearIndicator>();
    public DbSet<IndicatorOverride> IndicatorOverrides => Set<IndicatorOverride>();
    public DbSet<WhatIfRun> WhatIfRuns => Set<WhatIfRun>();
    public DbSet<WhatIfRow> WhatIfRows => Set<WhatIfRow>();
    public DbSet<QuotaStandardEvent> QuotaStandardEvents => Set<QuotaStandardEvent>();
    public DbSet<Quota> Quotas => Set<Quota>();
    public DbSet<Adoption> Adoptions => Set<Adoption>();
    public DbSet<Plan> Plans => Set<Plan>();
    public DbSet<PlanTarget> PlanTargets => Set<PlanTarget>();
    public DbSet<PlanBase> PlanBases => Set<PlanBase>();
    public DbSet<FrozenBase> FrozenBases => Set<FrozenBase>();
    public DbSet<PlanOverride> PlanOverrides => Set<PlanOverride>();
    public DbSet<PlanCap> PlanCaps => Set<PlanCap>();
    public DbSet<ScoreRule> ScoreRules => Set<ScoreRule>();
    public DbSet<PlanScore> PlanScores => Set<PlanScore>();
    public DbSet<BarometerIssue> BarometerIssues => Set<BarometerIssue>();
    public DbSet<BarometerRow> BarometerRows => Set<BarometerRow>();
    public DbSet<MonthlyFact> MonthlyFacts => Set<MonthlyFact>();
    public DbSet<YearVerdict> YearVerdicts => Set<YearVerdict>();
    public DbSet<Evaluation> Evaluations => Set<Evaluation>();
    public DbSet<Forecast> Forecasts => Set<Forecast>();
    public DbSet<BudgetMonth> BudgetMonths => Set<BudgetMonth>();
    public DbSet<DecidingBill> DecidingBills => Set<DecidingBill>();
    public DbSet<EvaluationInputs> EvaluationInputs => Set<EvaluationInputs>();
    public DbSet<RuleSet> RuleSets => Set<RuleSet>();
    public DbSet<StaleYear> StaleYears => Set<StaleYear>();
    public DbSet<ImportBatch> Imports => Set<ImportBatch>();
    public DbSet<ImportProblem> ImportProblems => Set<ImportProblem>();
    public DbSet<Notice> Notices => Set<Notice>();
    public DbSet<NoticePdf> NoticePdfs => Set<NoticePdf>();
    public DbSet<NoticeEvent> NoticeEvents => Set<NoticeEvent>();
    public DbSet<CalendarDay> CalendarDays => Set<CalendarDay>();
    public DbSet<AuditEvent> AuditEvents => Set<AuditEvent>();
    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();
    internal DbSet<SeedFile> SeedFiles => Set<SeedFile>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<Counter>();
        builder.ApplyConfigurationsFromAssembly(typeof(QuotaDb).Assembly);
        ApplyRowScope(builder);
        ColumnRules.Apply(builder);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(ColumnRules.WordLength);
    }
}
