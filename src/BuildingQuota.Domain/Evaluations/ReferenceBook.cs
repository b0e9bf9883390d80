using BuildingQuota.Domain.Conversion;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;

namespace BuildingQuota.Domain.Evaluations;

/// <summary>Everything published that an evaluation reads. <see cref="FactorSet"/> is fixed: a newer one never overwrites an assessed year.</summary>
public sealed record ReferenceBook(ConversionTable Conversions, QuotaBook Quotas, PlanBook Plans, string FactorSet = "CN-2023")
{
    /// <summary>Rule sets by region; empty where every region keeps to the defaults.</summary>
    public RuleBook Rules { get; init; } = new([]);
}

/// <summary>What a subject's indicator came to in another year, exact and in set STAT; null when that is not known.</summary>
public delegate decimal? PlanHistory(Subject subject, Indicator indicator, int year);
