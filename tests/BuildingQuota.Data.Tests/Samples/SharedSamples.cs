using BuildingQuota.Domain.Billing;
using BuildingQuota.Domain.Access;
using BuildingQuota.Data.Access;
using BuildingQuota.Data.Bulk;
using BuildingQuota.Data.Seeding;
using BuildingQuota.Domain.Conversion;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Institutions;
using BuildingQuota.Domain.Metering;
using BuildingQuota.Domain.Notices;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;

namespace BuildingQuota.Data.Tests.Samples;

/// <summary>A row of every set that belongs to nobody in particular, in the order in which they depend on each other.</summary>
internal static class SharedSamples
{
    internal static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, 123, 456, TimeSpan.Zero);

    internal static readonly Region Nation = new() { Code = "100000", Name = "中国", Level = AdministrativeLevel.Nation, Path = "100000/" };

    internal static IEnumerable<object> All()
    {
        yield return Nation;
        yield return new CoefficientSet { Code = "STAT", Name = "统计", Source = "测试", ValidFrom = new(2015, 1, 1) };
        yield return new Coefficient
        {
            SetCode = "STAT", Carrier = Carrier.Electricity, Unit = "kWh", KgcePerUnit = 0.1229m, Source = "测试", Confidence = "sure",
        };
        yield return new UnitConversion
        {
            Carrier = Carrier.Electricity, Unit = "万kWh", OwnUnit = "kWh", Numerator = 10000, Denominator = 1, Source = "测试",
            Confidence = "sure",
        };
        yield return new EmissionFactor
        {
            Id = 1, SetCode = "CN-2023", Carrier = Carrier.Electricity, RegionCode = "", Year = 2023, KgCo2PerUnit = 0.5306m, Source = "测试",
            Confidence = "sure",
        };
        yield return new BilledYear { Year = 2025 };
        yield return new StaleYear
        {
            Id = 1, SubjectKind = SubjectKind.Institution, SubjectCode = "I1", IncludesBelow = false, FromYear = 2025, MarkedAt = Noon,
        };
        yield return new QuotaStandard
        {
            Code = "DB37/T 2672-2019", Name = "党政机关", CoefficientSet = "STAT", Source = "测试", Confidence = "likely",
        };
        yield return new IndicatorLadder
        {
            Code = "L", Name = "全国", OverPercent = 4, WithinPercent = 2, BetterPercent = 2, Decimals = 2, Source = "测试", Confidence = "sure",
        };
        yield return new QuotaStandardEvent
        {
            Id = 1, StandardCode = "DB37/T 2672-2019", Action = "draft", Actor = "officer", At = Noon, Note = "测试",
        };
        yield return new Quota
        {
            Id = 1, StandardCode = "DB37/T 2672-2019", Table = "表1", InstitutionKind = InstitutionKind.Agency,
            Indicator = Indicator.EnergyPerArea,
            Unit = "kgce/m²", Constraint = 25.5m, Guiding = 9.6m, Source = "测试", Confidence = "likely",
        };
        yield return new Plan
        {
            Code = "FYP14", Name = "十四五", RegionCode = "100000", BaseYear = 2020, EndYear = 2025,
            Path = TargetPath.Geometric, Source = "测试",
            Confidence = "sure",
        };
        yield return new PlanTarget
        {
            Id = 1, PlanCode = "FYP14", Indicator = Indicator.EnergyPerArea, CumulativeRatePercent = 5, Source = "测试", Confidence = "sure",
        };
        yield return new PlanCap
        {
            Id = 1, PlanCode = "FYP14", Indicator = Indicator.TotalEnergy, CapValue = 189_000_000_000m, Source = "测试", Confidence = "sure",
        };
        yield return new PlanOverride
        {
            Id = 1, PlanCode = "FYP14", RegionCode = "100000", Indicator = Indicator.EnergyPerArea, Year = 2022, Kind = OverrideKind.RatePercent,
            Amount = 4, Reason = "测试", Source = "测试", EnteredBy = "officer", EnteredAt = Noon,
        };
        yield return new ScoreRule
        {
            Id = 1, SetCode = "CN-GOAL", Scale = ScoreScale.ModelA, Step = "100", AtLeast = 100, Points = 40, Source = "测试", Confidence = "sure",
        };
        yield return new RuleSet
        {
            Id = 1, Code = "CN-DEFAULT", RegionCode = "100000", FromYear = 2015, Coverage = 0.95m, ProvisionalShare = 0.1m,
            PvDeductedIn = "TotalEnergy", RelaxAfterOverAchievement = false, Source = "测试",
        };
        yield return new CalendarDay { Date = new(2026, 1, 1), IsHoliday = true, Name = "元旦", Source = "测试" };
        yield return new SeedFile { Name = "plans.csv", Sha256 = new('0', 64), LoadedAt = Noon };
        yield return new Counter { Name = "sample", Next = 7 };
        yield return new Account { Id = 1, UserName = "officer", DisplayName = "干部", Role = Role.Officer, LockoutEnd = Noon };
        yield return new ApiKey
        {
            Id = "key", AccountId = 1, Name = "Excel", SecretHash = "hash", CreatedAt = Noon, ExpiresAt = Noon.AddYears(1),
        };
    }
}
