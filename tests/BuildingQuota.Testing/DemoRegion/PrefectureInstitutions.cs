namespace BuildingQuota.Testing.DemoRegion;

/// <summary>Institutions of the prefecture itself, each with its own buildings.</summary>
internal static class PrefectureInstitutions
{
    private const string Metered = "district_metered";

    public static IEnumerable<InstitutionSpec> All() => [.. Agencies(), .. Sharing(), .. Education(), .. Health(), .. Venues()];

    private static InstitutionSpec Of(string code, string name, string kind, int persons, params BuildingSpec[] buildings) =>
        new("DQ-" + code, name, kind, "prefecture", "654200", persons, Metered, buildings);

    private static IEnumerable<InstitutionSpec> Agencies() =>
    [
        Of("XZ", "塔城地区行政中心", "agency", 730,
            new("B1", "行政中心主楼", "office", 16800, Extras.DataCentre | Extras.Canteen | Extras.PublicCharging),
            new("B2", "行政中心附楼", "office", 5200, Extras.Solar), new("B3", "地下车库", "garage", 3100) { Heating = "none" }),
        Of("SWB", "塔城地区机关事务管理局", "agency", 150,
            new("B1", "机关事务办公楼", "office", 4100), new("B2", "机关食堂", "canteen", 900, Extras.Canteen)),
        Of("CZJ", "塔城地区财政局", "agency", 168,
            new("B1", "财政局办公楼", "office", 4600), new("B2", "财政局东楼", "office", 1500, Extras.Tenant)),
        Of("JYJ", "塔城地区教育局", "agency", 132, new BuildingSpec("B1", "教育局办公楼", "office", 3700)),
        Of("WJW", "塔城地区卫生健康委员会", "agency", 118, new BuildingSpec("B1", "卫健委办公楼", "office", 3300)),
        Of("FGW", "塔城地区发展和改革委员会", "agency", 126, new("B1", "发改委办公楼", "office", 3500, Extras.Solar),
            new("B2", "发改委档案附楼", "office", 620)),
        Of("SHJ", "塔城地区生态环境局", "agency", 96, new BuildingSpec("B1", "生态环境局办公楼", "office", 2900, Extras.Solar)),
    ];

    private static IEnumerable<InstitutionSpec> Sharing() =>
    [
        Of("NYJ", "塔城地区农业农村局", "agency", 88, new BuildingSpec("B1", "联合办公一号楼（农业农村局）", "office", 2600, Extras.Shared)),
        Of("SLJ", "塔城地区水利局", "agency", 64, new BuildingSpec("B1", "联合办公一号楼（水利局）", "office", 1900, Extras.Shared)),
        Of("LCJ", "塔城地区林业和草原局", "agency", 57, new BuildingSpec("B1", "联合办公一号楼（林草局）", "office", 1500, Extras.Shared)),
        Of("JTJ", "塔城地区交通运输局", "agency", 92, new BuildingSpec("B1", "联合办公二号楼（交通运输局）", "office", 2450, Extras.Shared)),
        Of("ZRJ", "塔城地区自然资源局", "agency", 110, new("B1", "联合办公二号楼（自然资源局）", "office", 2950, Extras.Shared),
            new("B2", "测绘档案库", "other", 700)),
    ];

    private static IEnumerable<InstitutionSpec> Education() =>
    [
        Of("XY", "塔城学院", "university", 4300, new("B1", "综合教学楼", "teaching", 21000, Extras.Canteen),
            new("B2", "一号宿舍楼", "dormitory", 12500), new("B3", "实验楼", "teaching", 9800, Extras.DataCentre),
            new("B4", "校医院与后勤楼", "other", 2300)) with { WaterPersons = 4050 },
        Of("SZ", "塔城师范高等专科学校", "college", 2600, new("B1", "教学主楼", "teaching", 14200, Extras.Canteen),
            new("B2", "学生公寓", "dormitory", 9600), new("B3", "艺术楼", "teaching", 4100)) with { WaterPersons = 2450 },
        Of("ZY", "塔城职业技术学校", "vocational_school", 1900, new("B1", "教学楼", "teaching", 9800),
            new("B2", "实训车间", "teaching", 6200, Extras.Solar), new("B3", "学生宿舍", "dormitory", 6800)) with { WaterPersons = 1800 },
        Of("YZ", "塔城地区第一高级中学", "boarding_school", 2450, new("B1", "教学楼", "teaching", 13200, Extras.Canteen),
            new("B2", "学生宿舍", "dormitory", 8800), new("B3", "体艺馆", "venue", 3600)) with { WaterPersons = 3900 },
        Of("YEY", "塔城地区机关幼儿园", "kindergarten", 360, new BuildingSpec("B1", "幼儿园主楼", "teaching", 3900)) with { WaterPersons = 360 },
    ];

    private static IEnumerable<InstitutionSpec> Health() =>
    [
        Of("RMYY", "塔城地区人民医院", "hospital", 3150, new("B1", "门诊医技楼", "other", 21500, Extras.DataCentre),
            new("B2", "住院楼", "ward", 31000, Extras.Canteen), new("B3", "后勤楼", "other", 2600)) with { Grade = "grade3", Beds = 900 },
        Of("ZYY", "塔城地区中医医院", "hospital", 1280, new("B1", "门诊楼", "other", 9200),
            new("B2", "住院楼", "ward", 13400, Extras.Canteen)) with { Grade = "grade2", Beds = 360, Heating = "gas_boiler" },
    ];

    private static IEnumerable<InstitutionSpec> Venues() =>
    [
        Of("TSG", "塔城地区图书馆", "library", 520, new BuildingSpec("B1", "图书馆主楼", "venue", 7800)),
        Of("DAG", "塔城地区档案馆", "archive", 60, new BuildingSpec("B1", "档案馆", "other", 5200)),
        Of("BWG", "塔城地区博物馆", "museum", 560, new BuildingSpec("B1", "博物馆", "venue", 8600)),
        Of("JY", "塔城地区大剧院", "theatre", 470, new BuildingSpec("B1", "大剧院", "venue", 7900, Extras.Tenant)),
        Of("TYG", "塔城地区体育馆", "gymnasium", 700, new BuildingSpec("B1", "体育馆", "venue", 11200),
            new BuildingSpec("B2", "游泳馆", "venue", 4100)),
        Of("KJG", "塔城地区科技馆", "science_centre", 330, new BuildingSpec("B1", "科技馆", "venue", 6400, Extras.Solar)),
        Of("ZWZX", "塔城地区政务服务中心", "service_hall", 260, new BuildingSpec("B1", "政务大厅", "office", 5600, Extras.PublicCharging)),
        Of("XXZX", "塔城地区政务信息中心", "other", 74, new("B1", "信息中心办公楼", "office", 1900),
            new("B2", "政务数据中心", "data_centre", 800, Extras.WholeDataCentre) { Heating = "none" }) with { Parent = "DQ-SWB" },
    ];
}
