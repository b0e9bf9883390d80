namespace BuildingQuota.Testing.DemoRegion;

/// <summary>Seven counties and cities after one pattern, as large as each is, with the venues that only some have.</summary>
internal static class CountyInstitutions
{
    private sealed record County(string Prefix, string Region, string Name, string Town, decimal Size, string Heating, string TownHeating);

    private static readonly County[] Counties =
    [
        new("TCS", "654201", "塔城市", "示范一镇", 1.0m, "district_metered", "coal_boiler"),
        new("WS", "654202", "乌苏市", "示范二镇", 1.15m, "district_metered", "air_conditioner"),
        new("SW", "654203", "沙湾市", "示范三镇", 1.1m, "district_metered", "gas_boiler"),
        new("EM", "654221", "额敏县", "示范四镇", 0.9m, "gas_boiler", "coal_boiler"),
        new("TL", "654224", "托里县", "示范五镇", 0.72m, "district_metered", "coal_boiler"),
        new("YM", "654225", "裕民县", "示范六镇", 0.58m, "district_metered", "air_conditioner"),
        new("HF", "654226", "和布克赛尔县", "示范七镇", 0.66m, "district_by_area", "air_conditioner"),
    ];

    public static IEnumerable<InstitutionSpec> All() => Counties.SelectMany(OfCounty);

    private static IEnumerable<InstitutionSpec> OfCounty(County at) =>
        [Government(at), Finance(at), Hospital(at), MiddleSchool(at), PrimarySchool(at), Township(at), TownClinic(at), .. Special(at)];

    private static InstitutionSpec Government(County at) => Of(at, "GOV", at.Name + "人民政府机关", "agency", Sized(at, 270),
        Office(at, "B1", "政府办公主楼", 6200, Extras.Canteen), Office(at, "B2", "政府办公附楼", 1700),
        new BuildingSpec("B3", "车库", "garage", Sized(at, 900)) { Heating = "none" });

    private static InstitutionSpec Finance(County at) => Of(at, "CZJ", at.Name + "财政局", "agency", Sized(at, 92),
        Office(at, "B1", "财政局办公楼", 2500), Office(at, "B2", "国库支付中心", 640));

    private static InstitutionSpec Hospital(County at) => Of(at, "YY", at.Name + "人民医院", "hospital", Sized(at, 1060),
        new("B1", "门诊楼", "other", Sized(at, 7400)), new("B2", "住院楼", "ward", Sized(at, 12600), Extras.Canteen))
        with { Grade = "grade2", Beds = Sized(at, 310) };

    private static InstitutionSpec MiddleSchool(County at) => Of(at, "ZX", at.Name + "第一中学", "boarding_school", Sized(at, 1500),
        new("B1", "教学楼", "teaching", Sized(at, 9200)), new("B2", "学生宿舍", "dormitory", Sized(at, 6400)))
        with { WaterPersons = Sized(at, 2350) };

    private static InstitutionSpec PrimarySchool(County at) => Of(at, "XX", at.Name + "第一小学", "school", Sized(at, 980),
        new BuildingSpec("B1", "教学楼", "teaching", Sized(at, 5600))) with { WaterPersons = Sized(at, 980) };

    private static InstitutionSpec Township(County at) => Of(at, "ZF", at.Name + at.Town + "人民政府", "agency", 46 + Sized(at, 10),
        new("B1", "镇政府办公楼", "office", Sized(at, 1500)), new("B2", "便民服务中心", "office", Sized(at, 420)))
        with { Level = "township", Heating = at.TownHeating };

    private static InstitutionSpec TownClinic(County at) => Of(at, "WSY", at.Name + at.Town + "卫生院", "hospital", 50 + Sized(at, 14),
        new BuildingSpec("B1", "卫生院综合楼", "other", Sized(at, 1500)))
        with { Level = "township", Grade = "grade1", Beds = Sized(at, 26), Heating = at.Prefix == "TL" ? "oil_boiler" : at.TownHeating };

    private static IEnumerable<InstitutionSpec> Special(County at) => at.Prefix switch
    {
        "TCS" => [Hall(at), Venue(at, "TSG", "图书馆", "library", 210, 3100), Kindergarten(at)],
        "WS" => [Bureau(at, "JYJ", "教育局"), Hall(at), Kindergarten(at)],
        "SW" => [Venue(at, "BWG", "博物馆", "museum", 190, 2800), Venue(at, "JY", "文化剧院", "theatre", 150, 2400)],
        "EM" => [Venue(at, "TYG", "体育馆", "gymnasium", 240, 4300), Kindergarten(at)],
        "TL" => [Bureau(at, "LYJ", "林业局")],
        "YM" => [Kindergarten(at)],
        _ => [Venue(at, "DAG", "档案馆", "archive", 18, 1600), Venue(at, "RMT", "融媒体中心", "other", 52, 1300)],
    };

    private static InstitutionSpec Bureau(County at, string code, string name) =>
        Of(at, code, at.Name + name, "agency", Sized(at, 72), Office(at, "B1", name + "办公楼", 2100));

    private static InstitutionSpec Hall(County at) =>
        Of(at, "ZW", at.Name + "政务服务中心", "service_hall", Sized(at, 120), Office(at, "B1", "政务大厅", 2700));

    private static InstitutionSpec Venue(County at, string code, string name, string kind, int persons, int area) =>
        Of(at, code, at.Name + name, kind, Sized(at, persons), new BuildingSpec("B1", name, "venue", Sized(at, area)));

    private static InstitutionSpec Kindergarten(County at) => Of(at, "YEY", at.Name + "第一幼儿园", "kindergarten", Sized(at, 290),
        new BuildingSpec("B1", "幼儿园", "teaching", Sized(at, 2700))) with { WaterPersons = Sized(at, 290) };

    private static InstitutionSpec Of(County at, string code, string name, string kind, int persons, params BuildingSpec[] buildings) =>
        new($"{at.Prefix}-{code}", name, kind, "county", at.Region, persons, at.Heating, buildings);

    private static BuildingSpec Office(County at, string suffix, string name, int area, Extras extras = Extras.None) =>
        new(suffix, name, "office", Sized(at, area), extras);

    private static int Sized(County at, int figure) =>
        (int)Calendar.HalfUp(figure * at.Size * new Dice($"{at.Prefix} {figure}").Between(0.92m, 1.08m), 0);
}
