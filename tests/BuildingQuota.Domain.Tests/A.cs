using BuildingQuota.Domain.Billing;
using BuildingQuota.Domain.Buildings;
using BuildingQuota.Domain.Conversion;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Institutions;
using BuildingQuota.Domain.Metering;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;

namespace BuildingQuota.Domain.Tests;

/// <summary>Builders with believable defaults: a test says only what matters to it.</summary>
internal static class A
{
    public const string Path = "100000/650000/654200/";

    private static long _id;

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    public static Institution Institution(string code = "I1", InstitutionKind kind = InstitutionKind.Agency) => new()
    {
        Code = code, Name = code, Kind = kind, Level = AdministrativeLevel.County, RegionCode = "654200", RegionPath = Path,
    };

    public static Building Building(string code = "B1", decimal area = 10_000, string institution = "I1", string from = "2000-01-01", string? to = null) =>
        new()
        {
            Code = code, InstitutionCode = institution, Name = code, Kind = BuildingKind.Office, GrossAreaM2 = area, HeatedAreaM2 = area,
            HeatingType = HeatingType.DistrictMetered, InServiceFrom = Day(from), InServiceTo = to is null ? null : Day(to),
        };

    public static Meter Meter(
        string code, Carrier carrier = Carrier.Electricity, MeterPurpose purpose = MeterPurpose.General, string? parent = null, string? building = "B1") =>
        new()
        {
            Code = code, BuildingCode = building, InstitutionCode = "I1", ParentCode = parent, Carrier = carrier, Unit = OwnUnits[carrier],
            Purpose = purpose, Multiplier = 1, ActiveFrom = Day("2020-01-01"),
        };

    public static Bill Bill(string meter, string from, string until, decimal quantity, Carrier carrier = Carrier.Electricity) => new()
    {
        Id = ++_id, MeterCode = meter, InstitutionCode = "I1", Carrier = carrier, PeriodStart = Day(from), PeriodEnd = Day(until),
        Quantity = quantity, Unit = OwnUnits[carrier], ReadingType = ReadingType.Actual, RawQuantity = "", RawUnit = "", ImportId = 1,
        RowNumber = 2, RecordedAt = default, State = BillState.Live, ContentKey = "",
    };

    /// <summary>One bill over the whole year.</summary>
    public static Bill YearBill(string meter, int year, decimal quantity, Carrier carrier = Carrier.Electricity) =>
        Bill(meter, $"{year}-01-01", $"{year + 1}-01-01", quantity, carrier);

    public static Headcount Headcount(string from, decimal persons, HeadcountBasis basis = HeadcountBasis.Energy, string institution = "I1") => new()
    {
        Id = ++_id, InstitutionCode = institution, From = Day(from), Persons = persons, Basis = basis, ImportId = 1,
    };

    public static FloorArea Area(string building, string from, decimal gross, decimal let = 0, decimal dataCentre = 0) => new()
    {
        Id = ++_id, BuildingCode = building, InstitutionCode = "I1", From = Day(from), GrossAreaM2 = gross, HeatedAreaM2 = gross,
        LetAreaM2 = let, DataCentreAreaM2 = dataCentre, ImportId = 1,
    };

    public static Allocation Allocation(string meter, string building, AllocationMethod method, decimal? share = null, string institution = "I1", string from = "2020-01-01", string? to = null) => new()
    {
        Id = ++_id, MeterCode = meter, BuildingCode = building, InstitutionCode = institution, Method = method, Share = share,
        From = Day(from), To = to is null ? null : Day(to), ImportId = 1,
    };

    public static Quota Quota(Indicator indicator, decimal constraint, decimal? baseline, decimal guiding) => new()
    {
        Id = ++_id, StandardCode = "S", Table = "1", InstitutionKind = InstitutionKind.Agency, Indicator = indicator, Unit = "",
        Constraint = constraint, Baseline = baseline, Guiding = guiding, Source = "", Confidence = "sure",
    };

    /// <summary>The coefficients of domain §9's conventions, one adopted standard with the given rows, no plans.</summary>
    public static ReferenceBook Book(string set = "STAT", params Quota[] quotas) => new(
        Conversions, new QuotaBook(
            [new QuotaStandard { Code = "S", Name = "S", CoefficientSet = set, Source = "", Confidence = "sure" }],
            quotas, [new Adoption { Id = 1, RegionCode = "654200", StandardCode = "S", From = Day("2020-01-01") }]),
        new PlanBook([], [], []));

    public static ConversionTable Conversions { get; } = new(
        OwnUnits.Select(unit => new UnitConversion
        {
            Carrier = unit.Key, Unit = unit.Value, OwnUnit = unit.Value, Numerator = 1, Denominator = 1, Source = "", Confidence = "sure",
        }),
        [.. Set("STAT", 0.1229m, 1.33m), .. Set("DB37", 0.31m, 1.2143m)],
        [
            Factor(Carrier.Electricity, 0.6021m, "650000"), Factor(Carrier.NaturalGas, 2.16219m), Factor(Carrier.DistrictHeat, 110m),
            Factor(Carrier.Gasoline, 2.135323m), Factor(Carrier.Diesel, 2.662474m), Factor(Carrier.PvSelfUse, 0m),
        ]);

    private static Dictionary<Carrier, string> OwnUnits => new()
    {
        [Carrier.Electricity] = "kWh", [Carrier.PvSelfUse] = "kWh", [Carrier.NaturalGas] = "m3", [Carrier.Water] = "m3",
        [Carrier.DistrictHeat] = "GJ", [Carrier.RawCoal] = "t", [Carrier.Lpg] = "kg", [Carrier.Gasoline] = "L", [Carrier.Diesel] = "L",
        [Carrier.OtherTce] = "tce",
    };

    private static IEnumerable<Coefficient> Set(string set, decimal electricity, decimal gas) =>
        new Dictionary<Carrier, decimal>
        {
            [Carrier.Electricity] = electricity, [Carrier.PvSelfUse] = electricity, [Carrier.NaturalGas] = gas, [Carrier.Water] = 0,
            [Carrier.DistrictHeat] = 34.12m, [Carrier.RawCoal] = 714.3m, [Carrier.Lpg] = 1.7143m, [Carrier.Gasoline] = 1.4714m * 0.73m,
            [Carrier.Diesel] = 1.4571m * 0.86m, [Carrier.OtherTce] = 1000,
        }.Select(row => new Coefficient
        {
            SetCode = set, Carrier = row.Key, Unit = OwnUnits[row.Key], KgcePerUnit = row.Value, Source = "", Confidence = "sure",
        });

    private static EmissionFactor Factor(Carrier carrier, decimal factor, string region = "") => new()
    {
        Id = ++_id, SetCode = "CN-2023", Carrier = carrier, RegionCode = region, Year = 2023, KgCo2PerUnit = factor, Source = "", Confidence = "sure",
    };
}
