using BuildingQuota.Domain.Buildings;
using BuildingQuota.Domain.Conversion;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Institutions;
using BuildingQuota.Domain.Metering;
using BuildingQuota.Domain.Notices;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;

namespace BuildingQuota.Data.Seeding;

/// <summary>The files of <c>seed/</c> in the order in which they depend on each other, and how a line of each is read.</summary>
internal static class ReferenceFiles
{
    internal static IReadOnlyList<ISeedFile> All { get; } =
    [
        new SeedRegions(),
        new SeedTable<CoefficientSet>("coefficients.csv", ReadSet, set => set.Code),
        new SeedTable<Coefficient>("coefficients.csv", ReadCoefficient, row => (row.SetCode, row.Carrier)),
        new SeedTable<UnitConversion>("unit_conversions.csv", ReadConversion, row => (row.Carrier, row.Unit)),
        new SeedTable<EmissionFactor>("emission_factors.csv", ReadFactor, row => (row.SetCode, row.Carrier, row.RegionCode, row.Year)),
        new SeedTable<QuotaStandard>("quota_standards.csv", ReadStandard, standard => standard.Code),
        new SeedTable<Quota>("quotas.csv", ReadQuota, row =>
            (row.StandardCode, row.Table, row.InstitutionKind, row.Level, row.Grade, row.Zone, row.HeatingType, row.Indicator)),
        new SeedTable<RuleSet>("rule_sets.csv", ReadRuleSet, set => set.Code),
        new SeedTable<IndicatorLadder>("indicator_ladders.csv", ReadLadder, ladder => ladder.Code),
        new SeedTable<Plan>("plans.csv", ReadPlan, plan => plan.Code),
        new SeedTable<PlanTarget>("plan_targets.csv", ReadTarget, target => (target.PlanCode, target.Indicator)),
        new SeedTable<PlanCap>("plan_caps.csv", ReadCap, cap => (cap.PlanCode, cap.Indicator)),
        new SeedTable<ScoreRule>("score_rules.csv", ReadScoreRule, rule => (rule.SetCode, rule.Scale, rule.Step)),
        new SeedTable<CalendarDay>("holidays.csv", ReadDay, day => day.Date),
    ];

    internal static ISeedFile Bureaus { get; } = new SeedTable<Bureau>("bureaus.csv", ReadBureau, bureau => bureau.RegionCode);

    /// <summary>Files that no figure rests on.</summary>
    internal static IReadOnlyList<string> NotForEvaluation { get; } = [Bureaus.Name, "holidays.csv"];

    private static CoefficientSet ReadSet(SeedRow row, long id) => new()
    {
        Code = row.Text("set_code"), Name = row.Optional("set_name") ?? row.Text("set_code"), Source = row.Text("source"),
        ValidFrom = row.OptionalDate("valid_from"),
    };

    private static Coefficient ReadCoefficient(SeedRow row, long id) => new()
    {
        SetCode = row.Text("set_code"), Carrier = row.Word<Carrier>("carrier"), Unit = row.Text("unit"),
        KgcePerUnit = row.Decimal("kgce_per_unit"),
        Source = row.Text("source"), Confidence = row.Text("confidence"),
    };

    private static UnitConversion ReadConversion(SeedRow row, long id) => new()
    {
        Carrier = row.Word<Carrier>("carrier"), Unit = row.Text("unit"), OwnUnit = row.Text("own_unit"),
        Numerator = row.Decimal("numerator"),
        Denominator = row.Decimal("denominator"), Source = row.Text("source"), Confidence = row.Text("confidence"),
    };

    private static EmissionFactor ReadFactor(SeedRow row, long id) => new()
    {
        Id = id, SetCode = row.Text("set_code"), Carrier = row.Word<Carrier>("carrier"), RegionCode = row.Optional("region_code") ?? "",
        Year = row.Year("year"), KgCo2PerUnit = row.Decimal("kgco2_per_unit"), Source = row.Text("source"),
        Confidence = row.Text("confidence"),
    };

    private static QuotaStandard ReadStandard(SeedRow row, long id) => new()
    {
        Code = row.Text("code"), Name = row.Text("name"), Issuer = row.Optional("issuer"),
        IssuedOn = row.OptionalDate("issued_on"), EffectiveFrom = row.OptionalDate("effective_from"),
        CoefficientSet = row.Text("coefficient_set"), Zones = row.Optional("zones")?.Replace(';', ' '), Source = row.Text("source"),
        Confidence = row.Text("confidence"),
    };

    private static Quota ReadQuota(SeedRow row, long id) => new()
    {
        Id = id, StandardCode = row.Text("standard_code"), Table = row.Text("table"),
        InstitutionKind = row.Word<InstitutionKind>("institution_kind"),
        Level = row.OptionalWord<AdministrativeLevel>("level"), Grade = row.OptionalWord<HospitalGrade>("grade"),
        Zone = row.Optional("zone"),
        HeatingType = row.OptionalWord<HeatingType>("heating_type"), Indicator = row.Word<Indicator>("indicator"), Unit = row.Text("unit"),
        Constraint = row.Decimal("constraint"), Baseline = row.OptionalDecimal("baseline"), Guiding = row.Decimal("guiding"),
        CoefficientSet = row.Optional("coefficient_set"), Source = row.Text("source"), Confidence = row.Text("confidence"),
    };

    private static RuleSet ReadRuleSet(SeedRow row, long id) => new()
    {
        Id = id, Code = row.Text("code"), RegionCode = row.Text("region_code"), FromYear = row.Year("from_year"),
        Coverage = row.Decimal("coverage"), ProvisionalShare = row.Decimal("provisional_share"),
        PvDeductedIn = row.Optional("pv_deducted_in") ?? "",
        RelaxAfterOverAchievement = row.Text("relax_after_over_achievement") == "yes", ScoreRules = row.Optional("score_rules"), Source = row.Text("source"),
    };

    private static IndicatorLadder ReadLadder(SeedRow row, long id) => new()
    {
        Code = row.Text("code"), Name = row.Text("name"), OverPercent = row.Decimal("over_percent"),
        WithinPercent = row.Decimal("within_percent"), BetterPercent = row.Decimal("better_percent"), Decimals = row.Year("decimals"),
        Source = row.Text("source"), Confidence = row.Text("confidence"),
    };

    private static Plan ReadPlan(SeedRow row, long id) => new()
    {
        Code = row.Text("code"), Name = row.Text("name"), RegionCode = row.Text("region_code"), BaseYear = row.Year("base_year"),
        EndYear = row.Year("end_year"), Path = row.Word<TargetPath>("path"), Source = row.Text("source"),
        Confidence = row.Text("confidence"),
    };

    private static PlanTarget ReadTarget(SeedRow row, long id) => new()
    {
        Id = id, PlanCode = row.Text("plan_code"), Indicator = row.Word<Indicator>("indicator"),
        CumulativeRatePercent = row.Decimal("cumulative_rate_percent"), Source = row.Text("source"), Confidence = row.Text("confidence"),
    };

    private static PlanCap ReadCap(SeedRow row, long id) => new()
    {
        Id = id, PlanCode = row.Text("plan_code"), Indicator = row.Word<Indicator>("indicator"),
        CapValue = row.Decimal("cap_value"), Source = row.Text("source"), Confidence = row.Text("confidence"),
    };

    private static ScoreRule ReadScoreRule(SeedRow row, long id) => new()
    {
        Id = id, SetCode = row.Text("set_code"), Scale = row.Word<ScoreScale>("scale"), Step = row.Text("step"),
        AtLeast = row.OptionalDecimal("at_least"), Points = row.OptionalDecimal("points"), Source = row.Text("source"),
        Confidence = row.Text("confidence"),
    };

    private static CalendarDay ReadDay(SeedRow row, long id) => new()
    {
        Date = row.Date("date"), Name = row.Text("name"), Source = row.Text("source"),
        IsHoliday = row.Text("kind") switch
        {
            "holiday" => true,
            "workday" => false,
            _ => throw row.Unreadable("kind", "holiday or workday"),
        },
    };

    private static Bureau ReadBureau(SeedRow row, long id) => new()
    {
        RegionCode = row.Text("region_code"), Name = row.Text("name"), NameEn = row.Optional("name_en"),
        DocumentCode = row.Text("document_code"),
        Address = row.Optional("address"), Contact = row.Optional("contact"), Phone = row.Optional("phone"),
    };
}
