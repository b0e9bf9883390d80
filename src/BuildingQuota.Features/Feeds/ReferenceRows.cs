using BuildingQuota.Domain.Buildings;
using BuildingQuota.Domain.Institutions;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;

namespace BuildingQuota.Features.Feeds;

/// <summary>A versioned set of coefficients.</summary>
public sealed record CoefficientSetRow
{
    public string Code { get; init; } = "";
    public string Name { get; init; } = "";
    public string Source { get; init; } = "";
    public DateOnly? ValidFrom { get; init; }
}

/// <summary>A published quota standard and the coefficient set that it is bound to.</summary>
public sealed record QuotaStandardRow
{
    public string Code { get; init; } = "";
    public string Name { get; init; } = "";
    public string? Issuer { get; init; }
    public DateOnly? EffectiveFrom { get; init; }
    public string CoefficientSet { get; init; } = "";
    public string? Zones { get; init; }
    public string Source { get; init; } = "";
    public string Confidence { get; init; } = "";
    public DateOnly? IssuedOn { get; init; }
    public StandardState State { get; init; }
    public string? SupersedesCode { get; init; }
}

/// <summary>One class's limits in one table of a standard.</summary>
public sealed record QuotaRow
{
    public long Id { get; init; }
    public string StandardCode { get; init; } = "";
    public string StandardName { get; init; } = "";
    public string Table { get; init; } = "";
    public InstitutionKind InstitutionKind { get; init; }
    public AdministrativeLevel? Level { get; init; }
    public HospitalGrade? Grade { get; init; }
    public string? Zone { get; init; }
    public HeatingType? HeatingType { get; init; }
    public Indicator Indicator { get; init; }
    public string Unit { get; init; } = "";
    public decimal Constraint { get; init; }
    public decimal? Baseline { get; init; }
    public decimal Guiding { get; init; }
    public string Source { get; init; } = "";
    public string Confidence { get; init; } = "";
    public string CoefficientSet { get; init; } = "";
    public StandardState StandardState { get; init; }
}

/// <summary>What a region's bureau chose where the rules may be chosen; shares are 0 to 1.</summary>
public sealed record RuleSetRow
{
    public string Code { get; init; } = "";
    public string RegionCode { get; init; } = "";
    public int FromYear { get; init; }
    public decimal Coverage { get; init; }
    public decimal ProvisionalShare { get; init; }
    public string PvDeductedIn { get; init; } = "";
    public bool RelaxAfterOverAchievement { get; init; }
    public string? ScoreRuleSet { get; init; }
    public string Source { get; init; } = "";
    public bool IsCurrent { get; init; }
}

/// <summary>A five-year plan.</summary>
public sealed record PlanRow
{
    public string Code { get; init; } = "";
    public string Name { get; init; } = "";
    public string RegionCode { get; init; } = "";
    public int BaseYear { get; init; }
    public int EndYear { get; init; }
    public TargetPath Path { get; init; }
    public string Source { get; init; } = "";
    public string Confidence { get; init; } = "";
}

/// <summary>A plan's cumulative decline of one indicator by its end year.</summary>
public sealed record PlanTargetRow
{
    public long Id { get; init; }
    public string PlanCode { get; init; } = "";
    public string PlanName { get; init; } = "";
    public Indicator Indicator { get; init; }
    public decimal CumulativeRatePercent { get; init; }
    public string Source { get; init; } = "";
    public string Confidence { get; init; } = "";
}
