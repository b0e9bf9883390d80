using BuildingQuota.Domain.Institutions;
using BuildingQuota.Domain.Metering;
using BuildingQuota.Domain.Quotas;

namespace BuildingQuota.Domain.Tests.Quotas;

/// <summary>docs/rules/quota-set.md: what is odd about a set, on both sides of each limit.</summary>
public sealed class QuotaSanityTests
{
    [Fact]
    public void A_set_without_anything_odd_has_no_findings() => Assert.Empty(Check(Row(20.8m, 12.6m, 6.9m), Row(22.3m, 15.6m, 8.1m, AdministrativeLevel.Prefecture)));

    [Theory]
    [InlineData("20.8", "20.8", "20.8", "")]
    [InlineData("20.8", "20.9", "6.9", "quota-set.tiers-disordered")]
    [InlineData("20.8", "6.8", "6.9", "quota-set.tiers-disordered")]
    [InlineData("20.8", null, "20.8", "")]
    [InlineData("20.8", null, "20.9", "quota-set.two-tiers-swapped")]
    [InlineData("20.8", "12.6", "0", "quota-set.not-positive")]
    [InlineData("20.8", "12.6", "0.01", "")]
    public void Tiers_go_down_by_name(string constraint, string? baseline, string guiding, string code) =>
        Assert.Equal(code, string.Join(' ', Errors(Row(Number(constraint)!.Value, Number(baseline), Number(guiding)!.Value))));

    [Fact]
    public void A_unit_is_that_of_the_indicator_and_the_indicator_one_of_the_kind()
    {
        Assert.Equal(["quota-set.unit-wrong"], Errors(Row(20, 12, 6, unit: "kWh/m²")));
        Assert.Equal(["quota-set.unit-wrong"], Errors(Row(20, 12, 6, unit: "")));
        Assert.Equal(["quota-set.indicator-not-for-kind"], Errors(Row(20, 12, 6, indicator: Indicator.WaterPerBed, unit: "L/(bed·d)")));
    }

    [Fact]
    public void A_class_has_one_row()
    {
        Assert.Equal(["quota-set.duplicate-row"], Errors(Row(20, 12, 6), Row(21, 12, 6)));
        Assert.Equal(["quota-set.class-ambiguous"], Errors(Row(20, 12, 6), Row(21, 12, 6, null)));
        Assert.Empty(Errors(Row(20, 12, 6, zone: "A"), Row(21, 12, 6, zone: "B")));
        Assert.Equal(["quota-set.class-ambiguous"], Errors(Row(20, 12, 6, zone: "A"), Row(21, 12, 6)));
    }

    [Fact]
    public void A_zone_is_a_word_of_the_standard_and_a_coefficient_set_its_own()
    {
        Assert.Equal(["quota-set.zone-unknown"], Errors(Row(20, 12, 6, zone: "C")));
        Assert.Equal(["quota-set.coefficient-set-mismatch"], Errors(Row(20, 12, 6, set: "STAT")));
        Assert.Empty(Errors(Row(20, 12, 6, set: "DB37")));
        Assert.Contains("quota-set.coefficient-set-unknown", QuotaSanity.Check(Draft([Row(20, 12, 6)], set: "DB99")).Select(f => f.Code));
        Assert.Contains("quota-set.coefficient-set-incomplete", QuotaSanity.Check(new QuotaDraft(
            Standard("DB37"), [Row(20, 12, 6)], Sets(Carrier.Electricity))).Select(f => f.Code));
        Assert.Contains("quota-set.empty", QuotaSanity.Check(Draft([])).Select(f => f.Code));
    }

    [Theory] // 100 beside 20 is five times, and not more
    [InlineData("100", 0)]
    [InlineData("100.01", 1)]
    public void More_than_five_times_the_class_next_to_it_is_odd(string constraint, int findings) => Assert.Equal(
        findings, Warnings("quota-set.steep-step", Row(Number(constraint)!.Value, 12, 6, AdministrativeLevel.Prefecture), Row(20, 12, 6)));

    [Theory] // a misplaced point: 80.00 for 8.0, among others of 10
    [InlineData("80", 1)]
    [InlineData("50", 1)]
    [InlineData("49.99", 0)]
    [InlineData("2.01", 0)]
    [InlineData("2", 1)]
    [InlineData("0.8", 1)]
    public void Ten_times_off_the_median_of_its_like_is_odd(string guiding, int findings) => Assert.Equal(findings, Warnings(
        "quota-set.ten-fold",
        Row(400, 300, Number(guiding)!.Value, AdministrativeLevel.Province), Row(400, 300, 10, AdministrativeLevel.Prefecture), Row(400, 300, 10),
        Row(400, 300, 10, AdministrativeLevel.Township)));

    [Fact]
    public void A_lower_level_or_grade_with_a_higher_limit_is_odd()
    {
        Assert.Equal(1, Warnings("quota-set.not-monotone", Row(20, 12, 6, AdministrativeLevel.Prefecture), Row(20.1m, 12, 6)));
        Assert.Equal(0, Warnings("quota-set.not-monotone", Row(20, 12, 6, AdministrativeLevel.Prefecture), Row(20, 12, 6)));
        Assert.Equal(0, Warnings("quota-set.not-monotone", Row(20, 12, 6, AdministrativeLevel.Prefecture, zone: "A"), Row(21, 12, 6, zone: "B")));
    }

    [Fact]
    public void An_acknowledgement_is_of_these_values()
    {
        var (before, after) = (Check(Row(120, 12, 6, AdministrativeLevel.Prefecture), Row(20, 12, 6)), Check(Row(121, 12, 6, AdministrativeLevel.Prefecture), Row(20, 12, 6)));
        Assert.NotEqual(before[0].Key, after[0].Key);
        Assert.Equal(before[0].Key, Check(Row(120, 12, 6, AdministrativeLevel.Prefecture), Row(20, 12, 6))[0].Key);
    }

    private static IReadOnlyList<QuotaFinding> Check(params Quota[] rows) => QuotaSanity.Check(Draft(rows));

    private static IEnumerable<string> Errors(params Quota[] rows) =>
        Check(rows).Where(finding => finding.Severity == FindingSeverity.Error).Select(finding => finding.Code);

    private static int Warnings(string code, params Quota[] rows) => Check(rows).Count(finding => finding.Code == code && finding.Severity == FindingSeverity.Warning);

    private static QuotaDraft Draft(IReadOnlyList<Quota> rows, string set = "DB37") => new(Standard(set), rows, Sets(Enum.GetValues<Carrier>()));

    private static Dictionary<string, IReadOnlySet<Carrier>> Sets(params Carrier[] carriers) => new() { ["DB37"] = carriers.ToHashSet() };

    private static QuotaStandard Standard(string set) => new() { Code = "S", Name = "S", CoefficientSet = set, Zones = "A B", Source = "", Confidence = "sure" };

    private static decimal? Number(string? text) => text is null ? null : decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static Quota Row(
        decimal constraint, decimal? baseline, decimal guiding, AdministrativeLevel? level = AdministrativeLevel.County, string? zone = null,
        Indicator indicator = Indicator.NonHeatingEnergyPerArea, string unit = "kgce/m²", string? set = null) => new()
        {
            Id = 1, StandardCode = "S", Table = "1", InstitutionKind = InstitutionKind.Agency, Level = level, Zone = zone, Indicator = indicator,
            Unit = unit, Constraint = constraint, Baseline = baseline, Guiding = guiding, CoefficientSet = set, Source = "", Confidence = "sure",
        };
}
