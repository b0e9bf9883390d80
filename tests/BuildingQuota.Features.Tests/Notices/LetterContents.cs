using BuildingQuota.Domain.Budgets;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Notices;
using BuildingQuota.Domain.Quotas;
using BuildingQuota.Features.Notices.Content;
using BuildingQuota.Features.Notices.Letters;

namespace BuildingQuota.Features.Tests.Notices;

/// <summary>Contents as drafting freezes them; the figures are invented.</summary>
internal static class LetterContents
{
    public static LetterStamp Stamp { get; } = new("塔地机管〔2026〕12号", new DateOnly(2026, 11, 20), new DateOnly(2026, 12, 11), true);

    public static NoticeContent Energy { get; } = new()
    {
        Version = NoticeContent.PresentVersion, Kind = NoticeKind.OverrunNotice, Family = IndicatorFamily.Energy, Year = 2025,
        Bureau = new BureauPart("塔城地区机关事务管理局", "Government Offices Administration of Tacheng Prefecture", "塔地机管")
        {
            Contact = "节能科", Phone = "0901-0000000", Address = "塔城地区示范路1号",
        },
        Addressee = new AddresseePart("DQ-FGW", "塔城地区发展和改革委员会（示范）"),
        Rows =
        [
            Row(Indicator.NonHeatingEnergyPerArea, "kgce/m²", 22.1m, 20.8m) with { EstimatedShare = 0.0312m },
            Row(Indicator.ElectricityPerArea, "kWh/m²", 81.3347m, 72.6m) with
            {
                Baseline = 49.9m, Guiding = 22.7m, OverrunAmount = 69_877.6m, OverrunPercent = 12.0313m, Numerator = 650_677.6m, NumeratorUnit = "kWh",
                QuotaTable = "表4",
            },
            Row(Indicator.EnergyPerCapita, "kgce/person", 1_234.5678m, 1_088.4m) with
            {
                Baseline = 702.1m, Guiding = 310.5m, OverrunAmount = 51_158.73m, OverrunPercent = 13.4296m, Numerator = 432_098.73m, Denominator = 350.0685m,
                DenominatorKind = DenominatorKind.Persons, QuotaTable = "表3",
            },
        ],
        Months = new MonthsPart(Indicator.NonHeatingEnergyPerArea, "kgce", BudgetBasis.LastYearsMonths)
        {
            Used = [20_100, 19_200, 17_000, 11_900, 10_300, 11_700, 13_800, 13_900, 11_800, 12_600, 16_200, 18_300],
            Budget = MonthlyBudget.Spread(166_400, 2025, LastYear).Months,
            LastYear = LastYear,
        },
        Evaluation = new EvaluationPart(1042, "3f8a0c6be51d97b2", "1", new DateTimeOffset(2026, 11, 20, 0, 5, 0, TimeSpan.Zero)),
        PartialYear = false, ReplyDays = 15, Clauses = ["公共机构节能条例#17", "公共机构节能条例#37.5"],
    };

    public static NoticeContent Water { get; } = Energy with
    {
        Family = IndicatorFamily.Water, Clauses = [],
        Rows =
        [
            Row(Indicator.WaterPerCapita, "m³/person", 27.35m, 25) with
            {
                Baseline = null, Guiding = 14, OverrunAmount = 822.66m, OverrunPercent = 9.4m, Numerator = 9_572.66m, NumeratorUnit = "m³", Denominator = 350,
                DenominatorKind = DenominatorKind.WaterPersons, CoefficientSet = null, QuotaStandard = "DB37/T 4452-2021",
                QuotaStandardName = "山东省教育、卫生等服务业用水定额", QuotaTable = "表2",
            },
        ],
        Months = new MonthsPart(Indicator.WaterPerCapita, "m³", BudgetBasis.Days)
        {
            Used = [.. Enumerable.Range(1, 12).Select(month => (decimal?)(700 + 20 * month))], Budget = MonthlyBudget.Spread(8_750, 2025, null).Months,
        },
    };

    /// <summary>Bills are missing, the year is not whole, and the reply date is beyond the calendar.</summary>
    public static NoticeContent Bounded { get; } = Energy with
    {
        PartialYear = true,
        Rows =
        [
            Energy.Rows[0] with
            {
                Actual = null, LowerBound = 21.0527m, OverrunAmount = null, OverrunPercent = 1.21m, Numerator = 168_421.6m,
                Sufficiency = Sufficiency.OverWhateverIsMissing, EstimatedShare = 0,
            },
        ],
        Months = Energy.Months with { Used = [.. Energy.Months.Used.Take(10), null, null] },
    };

    private static decimal[] LastYear => [19_000, 18_000, 16_000, 11_000, 10_000, 11_000, 13_000, 13_000, 11_000, 12_000, 15_000, 17_000];

    private static OverrunRow Row(Indicator indicator, string unit, decimal actual, decimal constraint) => new()
    {
        Indicator = indicator, Unit = unit, Actual = actual, Constraint = constraint, Baseline = 12.6m, Guiding = 6.9m, OverrunAmount = 10_400,
        OverrunPercent = 6.25m, Numerator = 176_800, NumeratorUnit = "kgce", Denominator = 8_000, DenominatorKind = DenominatorKind.RegularArea,
        CoefficientSet = "DB37", QuotaStandard = "DB37/T 2672-2019", QuotaStandardName = "党政机关能源消耗定额标准", QuotaTable = "表1", EstimatedShare = 0,
        Sufficiency = Sufficiency.Sufficient,
    };
}
