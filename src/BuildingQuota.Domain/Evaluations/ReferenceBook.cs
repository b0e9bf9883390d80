using BuildingQuota.Domain.Budgets;
using BuildingQuota.Domain.Conversion;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;

namespace BuildingQuota.Domain.Evaluations;

/// <summary>Everything published that an evaluation reads. <see cref="FactorSet"/> is fixed: a newer one never overwrites an assessed year.</summary>
<<<<<<< HEAD
public sealed record ReferenceBook(ConversionTable Conversions, QuotaBook Quotas, PlanBook Plans, string FactorSet = "CN-2023");

/// <summary>What a bureau may choose otherwise. <see cref="Coverage"/>: the part of its active days that every counting meter must cover.</summary>
public sealed record EvaluationRules(decimal Coverage = 0.95m)
{
    /// <summary>About the open year.</summary>
    public BudgetRules Budgets { get; init; } = new();
=======
public sealed record ReferenceBook(ConversionTable Conversions, QuotaBook Quotas, PlanBook Plans, string FactorSet = "CN-2023")
{
    /// <summary>Rule sets by region; empty where every region keeps to the defaults.</summary>
    public RuleBook Rules { get; init; } = new([]);
>>>>>>> main
}

/// <summary>What a subject's indicator came to in another year, exact and in set STAT; null when that is not known.</summary>
public delegate decimal? PlanHistory(Subject subject, Indicator indicator, int year);
