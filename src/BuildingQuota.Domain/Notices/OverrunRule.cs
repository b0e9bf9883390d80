using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;

namespace BuildingQuota.Domain.Notices;

/// <summary>Which verdicts make a notice, and which notice they belong to (docs/rules/notice-drafting.md).</summary>
public static class OverrunRule
{
    /// <summary>
    /// An institution's present verdict that is over the constraint value on sufficient data, or over whatever the missing bills say.
    /// Nothing undetermined is ever noticed, nor a value on the limit, nor a building by itself.
    /// </summary>
    public static bool IsNoticed(YearVerdict verdict) =>
        verdict is { IsCurrent: true, SubjectKind: SubjectKind.Institution, TierName: TierName.OverConstraint }
            and { Sufficiency: Sufficiency.Sufficient or Sufficiency.OverWhateverIsMissing };

    public static IndicatorFamily FamilyOf(Indicator indicator) => indicator switch
    {
        Indicator.WaterPerCapita or Indicator.WaterPerArea or Indicator.WaterPerBed => IndicatorFamily.Water,
        Indicator.CarbonPerArea or Indicator.CarbonPerCapita or Indicator.TotalCarbon => IndicatorFamily.Carbon,
        _ => IndicatorFamily.Energy,
    };

    /// <summary>The verdict that a letter speaks of first and draws: what is furthest over, determined before bounded.</summary>
    public static YearVerdict Leading(IEnumerable<YearVerdict> verdicts) => verdicts
        .OrderBy(verdict => verdict.Sufficiency == Sufficiency.Sufficient ? 0 : 1)
        .ThenByDescending(verdict => (verdict.Actual ?? verdict.LowerBound) / verdict.Constraint)
        .ThenBy(verdict => verdict.Indicator)
        .First();
}
