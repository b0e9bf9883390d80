using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;

namespace BuildingQuota.Features.Tests.Notices;

/// <summary>A verdict in a few words: 8,000 m² against 20.8 kgce/m² unless said otherwise (domain §9.5).</summary>
internal sealed record Judged(decimal Value = 22.1m, Indicator Indicator = Indicator.NonHeatingEnergyPerArea, decimal Constraint = 20.8m)
{
    private const decimal Area = 8_000;

    public int Year { get; init; } = 2025;

    public Sufficiency Sufficiency { get; init; } = Sufficiency.Sufficient;

    public bool PartialYear { get; init; }

    public decimal EstimatedShare { get; init; }

    public YearVerdict Verdict(long id, long evaluation, string code, string region)
    {
        var (sufficient, over) = (Sufficiency == Sufficiency.Sufficient, Value > Constraint);
        return new YearVerdict
        {
            Id = id, EvaluationId = evaluation, SubjectKind = SubjectKind.Institution, SubjectCode = code, SubjectName = code, InstitutionCode = code,
            RegionCode = region, Year = Year, Indicator = Indicator, Unit = IndicatorDefinition.Of(Indicator).Unit,
            Actual = sufficient ? Value : null, LowerBound = sufficient ? null : Value, UpperBound = null, Numerator = Value * Area, Denominator = Area,
            TierName = Sufficiency == Sufficiency.Undetermined ? null : over ? TierName.OverConstraint : TierName.WithinConstraint,
            Constraint = Constraint, Baseline = 12.6m, Guiding = 6.9m,
            OverrunAmount = sufficient && over ? (Value - Constraint) * Area : null,
            OverrunPercent = sufficient && over ? (Value / Constraint - 1) * 100 : null,
            StatNumerator = Value * Area, Sufficiency = Sufficiency, PartialYear = PartialYear, EstimatedShare = EstimatedShare,
            CoefficientSet = "DB37", FactorSet = "CN-2023", QuotaStandard = NoticeWorld.Standard, IsCurrent = true,
        };
    }
}
