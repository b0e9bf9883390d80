namespace BuildingQuota.Testing.DemoRegion;

/// <summary>The files beside the bills.</summary>
internal static class MasterFiles
{
    public static Dictionary<string, string> Write(Region region) => new()
    {
        ["institutions.csv"] = Lines("code,name,kind,level,grade,region_code,parent_code,climate_zone", region.Institutions,
            row => [row.Code, row.Name, row.Kind, row.Level, row.Grade, row.Region, row.Parent, "severe_cold"]),
        ["buildings.csv"] = Lines(
            "code,institution_code,name,kind,gross_area_m2,heated_area_m2,heating_type,in_service_from,in_service_to", region.Buildings,
            row => [row.Code, row.Institution, row.Name, row.Kind, row.Gross, row.Heated, row.Heating, row.From, row.To]),
        ["areas.csv"] = Lines(
            "building_code,from,gross_area_m2,heated_area_m2,data_centre_area_m2,canteen_area_m2,let_area_m2,reason", region.Areas,
            row => [row.Building, row.From, row.Gross, row.Heated, row.DataCentre, row.Canteen, row.Let, row.Reason]),
        ["headcounts.csv"] = Lines("institution_code,from,persons,basis,reason", region.Headcounts,
            row => [row.Institution, row.From, row.Persons, row.Basis, row.Reason]),
        ["meters.csv"] = Lines(
            "code,building_code,institution_code,parent_code,carrier,unit,purpose,multiplier,active_from,active_to", region.Meters,
            meter => Fields(meter.Row)),
        ["allocations.csv"] = Lines("meter_code,building_code,method,share,from,to", region.Allocations,
            row => [row.Meter, row.Building, row.Method, row.Share, row.From, row.To]),
        ["adoptions.csv"] = Lines("region_code,quota_standard,quota_zone,from", Adoptions, row => row),
        ["plan_bases.csv"] = Lines("plan_code,subject_kind,subject_code,indicator,base_value,source", region.PlanBases,
            row => [row.Plan, row.SubjectKind, row.Subject, row.Indicator, row.Base, row.Source]),
        ["bureaus.csv"] = Lines("region_code,name,name_en,document_code,address,contact,phone", Bureaus, row => row),
    };

    /// <summary>Invented, as everything here: Shandong's quotas do not bind this region.</summary>
    private static readonly object?[][] Adoptions =
    [
        ["654200", "DB37/T 2672-2019", "B", Calendar.Opening],
        ["654200", "DB37/T 2673-2019", "B", Calendar.Opening],
        ["654200", "DB37/T 3780-2019", "", Calendar.Opening],
        ["654200", "DB37/T 4452-2021", "", Calendar.Opening],
    ];

    private static readonly object?[][] Bureaus =
    [
        Bureau("654200", "塔城地区", "Tacheng Prefecture", "塔地机管", 0),
        Bureau("654201", "塔城市", "Tacheng City", "塔市机管", 1),
        Bureau("654202", "乌苏市", "Wusu City", "乌机管", 2),
        Bureau("654203", "沙湾市", "Shawan City", "沙机管", 3),
        Bureau("654221", "额敏县", "Emin County", "额机管", 4),
        Bureau("654224", "托里县", "Toli County", "托机管", 5),
        Bureau("654225", "裕民县", "Yumin County", "裕机管", 6),
        Bureau("654226", "和布克赛尔蒙古自治县", "Hoboksar Mongol Autonomous County", "和机管", 7),
    ];

    private static object?[] Bureau(string region, string name, string english, string document, int number) =>
    [
        region, $"{name}机关事务管理局", $"Government Offices Administration of {english}", document, $"{name}示范路{number + 1}号",
        "节能科", $"0901-000{number:0000}",
    ];

    private static object?[] Fields(MeterRow row) =>
        [row.Code, row.Building, row.Institution, row.Parent, row.Carrier, row.Unit, row.Purpose, row.Multiplier, row.From, row.To];

    private static string Lines<T>(string header, IEnumerable<T> rows, Func<T, object?[]> fields)
    {
        var csv = new Csv(header);
        foreach (var row in rows) csv.Line(fields(row));
        return csv.ToString();
    }
}
