using BuildingQuota.Domain.Budgets;
using BuildingQuota.Domain.Buildings;
using BuildingQuota.Domain.Institutions;
using BuildingQuota.Domain.Metering;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;

namespace BuildingQuota.Features.Budgets;

/// <summary>Subjects whose forecasts err alike: same kind, same heating, same indicator and set, bills until the same month.</summary>
internal sealed record ErrorClass(
    SubjectKind SubjectKind, InstitutionKind Kind, HeatingType? Heating, Indicator Indicator, string Set, int UntilMonth);

/// <summary>Series that lie alike over the year.</summary>
internal sealed record SeriesClass(InstitutionKind Kind, HeatingType? Heating, Carrier Carrier, MeterPurpose Purpose);

/// <summary>Subjects whose indicator lies alike over the year.</summary>
internal sealed record ShapeClass(SubjectKind SubjectKind, InstitutionKind Kind, HeatingType? Heating, Indicator Indicator, string Set);

/// <summary>One limit of one subject, before its class has been asked how far such forecasts err.</summary>
internal sealed record ForecastDraft(BudgetQuestion Question, YearLimit Limit, YearOutlook Outlook)
{
    /// <summary>Of its region.</summary>
    public required BudgetRules Rules { get; init; }

    /// <summary>The subject's own shape of the measure; null when no closed year of it is whole.</summary>
    public required SeasonalShape? OwnShape { get; init; }

    public required IReadOnlyList<BackTest> Tests { get; init; }

    public ErrorClass ErrorClass => new(
        Question.Subject.Kind, Question.Institution.Kind, Question.Denominators.HeatingType, Limit.Definition.Indicator, Limit.Set,
        Outlook.CoveredUntil.Month);

    public ShapeClass ShapeClass => new(
        Question.Subject.Kind, Question.Institution.Kind, Question.Denominators.HeatingType, Limit.Definition.Indicator, Limit.Set);
}
