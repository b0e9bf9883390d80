using BuildingQuota.Data.Access;
using BuildingQuota.Domain.Audit;
using BuildingQuota.Domain.Billing;
using BuildingQuota.Domain.Budgets;
using BuildingQuota.Domain.Buildings;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Imports;
using BuildingQuota.Domain.Institutions;
using BuildingQuota.Domain.Metering;
using BuildingQuota.Domain.Notices;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Data;

/// <summary>
/// Row scope, in this one place. Filters read members of the context itself and nothing else: only those become SQL parameters that
/// are asked again for every query; anything captured would stay in the cached model for everybody.
/// </summary>
public abstract partial class QuotaDb
{
    public const string ScopeFilter = "Scope";

    /// <summary>Stands where there is no code: no path and no code begins with it, and unlike null it equals no empty column.</summary>
    private const string NoOne = "-";

    private bool SeesEverything => Scope.SeesEverything;

    private string ScopeInstitution => Scope.InstitutionCode ?? NoOne;

    private string ScopeRegion => Scope.RegionPath ?? NoOne;

    private string ScopePath => Scope.Path;

    /// <summary>The region that a single institution lies in.</summary>
    private string ScopeOwnRegion =>
        Scope.InstitutionCode is null ? NoOne : Scope.Path[..Scope.Path.IndexOf('#', StringComparison.Ordinal)];

    private void ApplyRowScope(ModelBuilder model)
    {
        model.Entity<Region>().HasQueryFilter(ScopeFilter, region =>
            SeesEverything || region.Path == ScopeOwnRegion || region.Path.StartsWith(ScopeRegion));
        model.Entity<Institution>().HasQueryFilter(ScopeFilter, institution =>
            SeesEverything || institution.Code == ScopeInstitution || institution.RegionPath.StartsWith(ScopeRegion));

        OfInstitution<Headcount>(model);
        OfInstitution<Building>(model);
        OfInstitution<FloorArea>(model);
        OfInstitution<Occupancy>(model);
        OfInstitution<Meter>(model);
        OfInstitution<Allocation>(model);
        OfInstitution<Reading>(model);
        OfInstitution<Bill>(model);
        OfInstitution<MonthlyFact>(model);
        OfInstitution<Forecast>(model);
        OfInstitution<BudgetMonth>(model);
        OfInstitution<DecidingBill>(model);
        OfInstitution<Notice>(model);
        OfInstitution<NoticePdf>(model);
        OfInstitution<NoticeEvent>(model);
        OfInstitution<YearIndicator>(model);
        OfInstitution<IndicatorOverride>(model);

        OfInstitutionOrRegion<Evaluation>(model);
        OfInstitutionOrRegion<YearVerdict>(model);
        OfInstitutionOrRegion<PlanBase>(model);
        OfInstitutionOrRegion<FrozenBase>(model);
        OfInstitutionOrRegion<PlanScore>(model);
        OfInstitutionOrRegion<BarometerRow>(model);
        model.Entity<BarometerIssue>().HasQueryFilter(ScopeFilter, issue =>
            SeesEverything || Regions.Select(region => region.Code).Contains(issue.RegionCode));

        OfPath<EvaluationInputs>(model);
        OfPath<ImportBatch>(model);
        OfPath<ImportProblem>(model);
        OfPath<AuditEvent>(model);
        OfPath<IndicatorRun>(model);
        OfPath<WhatIfRun>(model);
        OfPath<WhatIfRow>(model);
    }

    private void OfInstitution<T>(ModelBuilder model) where T : class =>
        model.Entity<T>().HasQueryFilter(ScopeFilter, row =>
            SeesEverything || EF.Property<string>(row, nameof(Bill.InstitutionCode)) == ScopeInstitution
            || Institutions.Select(institution => institution.Code).Contains(EF.Property<string>(row, nameof(Bill.InstitutionCode))));

    /// <summary>Rows about an institution, its buildings, or a region: without an institution the subject is a region.</summary>
    private void OfInstitutionOrRegion<T>(ModelBuilder model) where T : class =>
        model.Entity<T>().HasQueryFilter(ScopeFilter, row =>
            SeesEverything || EF.Property<string?>(row, nameof(Bill.InstitutionCode)) == ScopeInstitution
            || (EF.Property<string?>(row, nameof(Bill.InstitutionCode)) != null
                ? Institutions.Select(institution => institution.Code).Contains(EF.Property<string>(row, nameof(Bill.InstitutionCode)))
                : Regions.Select(region => region.Code).Contains(EF.Property<string>(row, nameof(Evaluation.SubjectCode)))));

    private void OfPath<T>(ModelBuilder model) where T : class =>
        model.Entity<T>().HasQueryFilter(ScopeFilter, row =>
            SeesEverything || EF.Property<string>(row, nameof(AuditEvent.ScopePath)).StartsWith(ScopePath));

    /// <summary>Sets that anybody may read whole, or that only the features of Access read, each with the reason.</summary>
    internal static IReadOnlyDictionary<string, string> UnscopedTables { get; } = new Dictionary<string, string>
    {
        ["bureaus"] = "who issues notices is public",
        ["coefficient_sets"] = "published reference data",
        ["coefficients"] = "published reference data",
        ["unit_conversions"] = "published reference data",
        ["emission_factors"] = "published reference data",
        ["quota_standards"] = "published reference data; drafts are hidden from institutions by the feed and the pages",
        ["quotas"] = "published reference data; as their standards",
        ["indicator_ladders"] = "published reference data",
        ["quota_standard_events"] = "what became of a published standard is public; as their standards",
        ["adoptions"] = "which standard binds a region is public",
        ["rule_sets"] = "which rules bind a region is public",
        ["plans"] = "published reference data",
        ["plan_targets"] = "published reference data",
        ["plan_caps"] = "published reference data",
        ["plan_overrides"] = "what a region orders for a year is as public as its plan",
        ["score_rules"] = "published reference data",
        ["calendar_days"] = "published reference data",
        ["accounts"] = "read by sign-in before a scope is known; listed for admins only",
        ["api_keys"] = "read by sign-in before a scope is known; listed for their owner and admins only",
        ["account_claims"] = "part of an account",
        ["account_logins"] = "part of an account",
        ["account_tokens"] = "part of an account",
        ["billed_years"] = "years that have bills; holds nothing about anybody",
        ["stale_years"] = "read by the evaluation alone: what it is to do again",
        ["counters"] = "next ids; holds nothing about anybody",
        ["seed_files"] = "which reference files were loaded",
    };
}
