using System.Globalization;
using System.Text;

namespace BuildingQuota.Features.Tests.Evaluations;

/// <summary>The worked examples of domain §9 as the files in which an institution would hand them in, one institution each.</summary>
internal sealed class WorkedExampleFiles
{
    private readonly StringBuilder _institutions = new("code,name,kind,level,grade,region_code,parent_code,climate_zone\n");
    private readonly StringBuilder _buildings = new(
        "code,institution_code,name,kind,gross_area_m2,heated_area_m2,heating_type,in_service_from,in_service_to\n");
    private readonly StringBuilder _areas = new("building_code,from,gross_area_m2,heated_area_m2,reason\n");
    private readonly StringBuilder _headcounts = new("institution_code,from,persons,basis\n");
    private readonly StringBuilder _meters = new("code,building_code,institution_code,parent_code,carrier,unit,purpose,active_from\n");
    private readonly StringBuilder _allocations = new("meter_code,building_code,method,share,from,to\n");
    private readonly StringBuilder _bases = new("plan_code,subject_kind,subject_code,indicator,base_value,source\n");
    private readonly StringBuilder _bills = new("meter_code,period_start,period_end,quantity,unit,reading_type\n");

    private WorkedExampleFiles()
    {
        Shares();
        Indicators("X2", ("electricity", 600_000m));
        Indicators("X7", ("electricity", 560_000m), ("pv_self_use", 40_000m));
        Timelines();
        foreach (var actual in new[] { 22.10m, 20.81m, 20.80m, 15.00m, 12.60m, 9.00m, 6.90m, 6.85m, 5.50m }) Tier(actual);
        Plan();
        SharedMeter();
        HeatAndCoal();
        People();
    }

    public static IReadOnlyList<(string Name, string Text)> All
    {
        get
        {
            var made = new WorkedExampleFiles();
            return
            [
                ("adoptions.csv", "region_code,quota_standard,quota_zone,from\n654200,DB37/T 2672-2019,B,2018-01-01\n"),
                ("institutions.csv", made._institutions.ToString()), ("buildings.csv", made._buildings.ToString()),
                ("areas.csv", made._areas.ToString()), ("headcounts.csv", made._headcounts.ToString()), ("meters.csv", made._meters.ToString()),
                ("allocations.csv", made._allocations.ToString()), ("plan_bases.csv", made._bases.ToString()), ("bills.csv", made._bills.ToString()),
            ];
        }
    }

    private void Shares()
    {
        Institution("X1", 1_000);
        foreach (var (meter, from, until, kwh) in new[]
        {
            ("X1-A", "2025-03-18", "2025-04-17", 31_000m), ("X1-B", "2024-02-20", "2024-03-20", 17_400m),
            ("X1-C", "2025-12-11", "2026-02-11", 62_000m), ("X1-D", "2025-01-15", "2025-04-15", 10_000m),
        })
        {
            Building(meter + "-HOUSE", "X1", 500); // a row of its own for each
            Meter(meter, meter + "-HOUSE", "electricity");
            Bill(meter, from, until, kwh, "kWh");
        }
    }

    private void Indicators(string code, params (string Carrier, decimal Kwh)[] power)
    {
        Institution(code, 12_000, heated: 11_000, heating: "district_metered", persons: 350);
        foreach (var (carrier, kwh) in power) Yearly(code, carrier, kwh, "kWh");
        Yearly(code, "natural_gas", 4, "万m3");
        Yearly(code, "district_heat", 3_000, "GJ");
        Yearly(code, "gasoline", 4_380, "kg", "vehicle");
        Yearly(code, "diesel", 500, "L", "vehicle");
        Yearly(code, "water", 9_000, "m3");
    }

    private void Timelines()
    {
        Institution("X3", 10_000, persons: 400, level: "prefecture");
        _areas.Append("X3-B,2025-07-01,12500,0,built on\n").Append("X3-B,2024-01-01,10000,0,\nX3-B,2024-07-01,12500,0,\nX3-B,2025-01-01,10000,0,\n");
        _headcounts.Append("X3,2025-09-01,460,energy\n");
        Yearly("X3", "other_tce", 180, "tce");
        Bill("X3-other_tce", "2024-01-01", "2025-01-01", 180, "tce");
    }

    private void Tier(decimal actual)
    {
        var code = string.Create(CultureInfo.InvariantCulture, $"X4-{actual * 100:0}");
        Institution(code, 8_000);
        Yearly(code, "other_tce", actual * 8, "tce");
    }

    private void Plan()
    {
        Institution("X6", 1_000);
        _bases.Append("TC-FYP14,institution,X6,EnergyPerArea,24.00,2020\n");
        Meter("X6-M", "X6-B", "other_tce", from: "2021-01-01");
        foreach (var (actual, at) in new[] { 24.10m, 23.80m, 23.60m, 23.05m, 22.75m }.Select((actual, at) => (actual, at)))
            Bill("X6-M", $"{2021 + at}-01-01", $"{2022 + at}-01-01", actual, "tce");
    }

    private void SharedMeter()
    {
        Institution("X9A", 6_000);
        Institution("X9B", 4_000);
        Meter("X9-MAIN", "X9A-B", "electricity");
        Meter("X9-A", "X9A-B", "electricity", parent: "X9-MAIN");
        Meter("X9-B", "X9B-B", "electricity", parent: "X9-MAIN");
        Meter("X9-DC", "X9A-B", "electricity", purpose: "data_centre", parent: "X9-MAIN");
        _allocations.Append("X9-MAIN,X9A-B,area,,2020-01-01,\nX9-MAIN,X9B-B,area,,2020-01-01,\n");
        foreach (var (meter, kwh) in new[] { ("X9-MAIN", 100_000m), ("X9-A", 42_000m), ("X9-B", 33_000m), ("X9-DC", 15_000m) })
            Bill(meter, "2025-01-01", "2026-01-01", kwh, "kWh");
    }

    private void HeatAndCoal()
    {
        Institution("X10", 1_000, heated: 1_000, heating: "coal_boiler");
        Meter("X10-H", "X10-B", "district_heat");
        Bill("X10-H", "2024-10-15", "2025-04-15", 3_640, "GJ");
        Institution("X10C", 1_000);
        Yearly("X10C", "raw_coal", 20 + 60 - 25, "t");
    }

    /// <summary>Visitors are person-days: 300 for two days and 100 for three; 202,530 outpatients a year, each for a day.</summary>
    private void People()
    {
        Institution("X10E", 1_000, persons: 800 + 235 + 80);
        _headcounts.Append("X10E,2025-03-01,1415,energy\nX10E,2025-03-03,1115,energy\nX10E,2025-06-01,1215,energy\nX10E,2025-06-04,1115,energy\n");
        Yearly("X10E", "electricity", 1_000, "kWh");
        Institution("X10F", 1_000, persons: 1_800 + 2_500 + 550 + 2_470);
        _headcounts.Append("X10F,2025-07-01,209850,energy\nX10F,2025-07-02,7320,energy\n");
        Yearly("X10F", "electricity", 1_000, "kWh");
    }

    private void Institution(string code, decimal area, decimal heated = 0, string heating = "none", decimal? persons = null, string level = "county")
    {
        _institutions.Append(CultureInfo.InvariantCulture, $"{code},Example {code},agency,{level},,654200,,severe_cold\n");
        Building(code + "-B", code, area, heated, heating);
        if (persons is { } heads) _headcounts.Append(CultureInfo.InvariantCulture, $"{code},2020-01-01,{heads},energy\n");
    }

    private void Building(string code, string institution, decimal area, decimal heated = 0, string heating = "none") =>
        _buildings.Append(CultureInfo.InvariantCulture, $"{code},{institution},House,office,{area},{heated},{heating},2010-01-01,\n");

    private void Yearly(string institution, string carrier, decimal quantity, string unit, string purpose = "general")
    {
        Meter($"{institution}-{carrier}", purpose == "vehicle" ? "" : institution + "-B", carrier, purpose, institution: institution);
        Bill($"{institution}-{carrier}", "2025-01-01", "2026-01-01", quantity, unit);
    }

    private void Meter(string code, string building, string carrier, string purpose = "general", string parent = "", string institution = "",
        string from = "2024-01-01") =>
        _meters.Append(CultureInfo.InvariantCulture, $"{code},{building},{institution},{parent},{carrier},{OwnUnit(carrier)},{purpose},{from}\n");

    private void Bill(string meter, string from, string until, decimal quantity, string unit) =>
        _bills.Append(CultureInfo.InvariantCulture, $"{meter},{from},{until},{quantity},{unit},actual\n");

    private static string OwnUnit(string carrier) => carrier switch
    {
        "natural_gas" or "water" => "m3",
        "district_heat" => "GJ",
        "raw_coal" => "t",
        "gasoline" or "diesel" => "L",
        "other_tce" => "tce",
        _ => "kWh",
    };
}
