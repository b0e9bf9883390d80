namespace BuildingQuota.Features.Imports.Columns;

/// <summary>Every kind of file, in the order in which files depend on each other (design §4.1).</summary>
public static class Layouts
{
    public static FileLayout Regions { get; } = new("regions", "行政区",
        Must("code", "行政区代码", "区划代码", "代码"), Must("name", "行政区名称", "区划名称", "名称"), Must("level", "级别", "行政级别"),
        May("parent_code", "上级代码", "上级行政区代码"));

    public static FileLayout Institutions { get; } = new("institutions", "公共机构",
        Must("code", "机构代码", "代码"), Must("name", "机构名称", "名称"), Must("kind", "机构类型", "类型"), Must("level", "级别", "机构级别"),
        May("grade", "医院等级", "等级"), Must("region_code", "行政区代码", "区划代码", "所属行政区"),
        May("parent_code", "上级代码", "上级机构代码"), May("climate_zone", "气候区", "气候分区"));

    public static FileLayout Buildings { get; } = new("buildings", "建筑",
        Must("code", "建筑代码", "建筑编号", "代码"), Must("institution_code", "机构代码", "所属机构", "所属机构代码"),
        Must("name", "建筑名称", "名称"), Must("kind", "建筑类型", "类型"),
        Must("gross_area_m2", "建筑面积", "建筑面积(m2)", "建筑面积(平方米)"), May("heated_area_m2", "采暖面积", "采暖面积(m2)", "采暖面积(平方米)", "供暖面积"),
        May("heating_type", "采暖方式", "供暖方式"), Must("in_service_from", "启用日期", "投用日期"), May("in_service_to", "停用日期"));

    public static FileLayout Areas { get; } = new("areas", "面积变更",
        Must("building_code", "建筑代码", "建筑编号"), Must("from", "起始日期", "生效日期"),
        Must("gross_area_m2", "建筑面积", "建筑面积(m2)", "建筑面积(平方米)"), Must("heated_area_m2", "采暖面积", "采暖面积(m2)", "采暖面积(平方米)", "供暖面积"),
        May("data_centre_area_m2", "机房面积", "机房面积(m2)", "数据中心面积"), May("canteen_area_m2", "食堂面积", "食堂面积(m2)"),
        May("let_area_m2", "出租面积", "出租面积(m2)", "出租出借面积"), May("reason", "变更原因", "原因"));

    public static FileLayout Headcounts { get; } = new("headcounts", "用能人数",
        Must("institution_code", "机构代码"), Must("from", "起始日期", "生效日期"), Must("persons", "人数", "用能人数"),
        May("basis", "人数口径", "口径"), May("reason", "变更原因", "原因"));

    public static FileLayout Occupancies { get; } = new("occupancies", "建筑使用关系",
        Must("building_code", "建筑代码", "建筑编号"), Must("institution_code", "机构代码", "使用机构", "使用机构代码"), Must("from", "起始日期", "生效日期"),
        May("to", "截止日期", "终止日期"), Must("area_m2", "使用面积", "使用面积(m2)", "使用面积(平方米)"));

    public static FileLayout Meters { get; } = new("meters", "计量器具",
        Must("code", "计量表编号", "表号", "计量器具编号", "代码"), May("building_code", "建筑代码", "建筑编号"), May("institution_code", "机构代码"),
        May("parent_code", "上级表编号", "总表编号", "上级代码"), Must("carrier", "能源品种", "能源类型"), Must("unit", "单位", "计量单位"),
        May("purpose", "用途"), May("multiplier", "倍率"), Must("active_from", "启用日期"), May("active_to", "停用日期", "拆除日期"));

    public static FileLayout Allocations { get; } = new("allocations", "分摊规则",
        Must("meter_code", "计量表编号", "表号"), Must("building_code", "建筑代码", "建筑编号"), Must("method", "分摊方法", "分摊方式"),
        May("share", "分摊比例", "比例"), Must("from", "起始日期", "生效日期"), May("to", "截止日期", "终止日期"));

    public static FileLayout QuotaStandards { get; } = new("quota_standards", "定额标准",
        Must("code", "标准编号", "代码"), Must("name", "标准名称", "名称"), May("issuer", "发布机关", "发布单位"), May("issued_on", "发布日期"),
        May("effective_from", "实施日期"), Must("coefficient_set", "折标系数集"), May("zones", "分区", "定额分区"),
        May("supersedes", "代替标准", "替代标准"), Must("source", "来源", "数据来源"), May("confidence", "可信度"));

    public static FileLayout Quotas { get; } = new("quotas", "定额",
        Must("standard_code", "标准编号", "定额标准编号"), Must("table", "表号", "表"), Must("institution_kind", "机构类型", "类型"),
        May("level", "级别", "机构级别"), May("grade", "医院等级", "等级"), May("zone", "分区", "定额分区"), May("heating_type", "采暖方式", "供暖方式"),
        Must("indicator", "指标"), Must("unit", "单位", "计量单位"), Must("constraint", "约束值", "通用值"), May("baseline", "基准值"),
        Must("guiding", "引导值", "先进值"), May("coefficient_set", "折标系数集"), Must("source", "来源", "数据来源"), May("confidence", "可信度"));

    public static FileLayout Adoptions { get; } = new("adoptions", "定额标准采用",
        Must("region_code", "行政区代码", "区划代码"), Must("quota_standard", "定额标准", "定额标准编号"), May("quota_zone", "定额分区", "分区"),
        Must("from", "起始日期", "生效日期"));

    public static FileLayout RuleSets { get; } = new("rule_sets", "评价规则",
        Must("code", "规则集代码", "代码"), Must("region_code", "行政区代码", "区划代码"), Must("from_year", "起始年度", "生效年度"),
        May("coverage", "天数覆盖率", "覆盖率要求"), May("provisional_share", "暂定估抄比例", "估抄比例上限"), May("pv_deducted_in", "光伏扣除指标"),
        May("relax_after_over_achievement", "超额完成后放宽"), May("score_rules", "评分规则"), Must("source", "来源", "依据"));

    public static FileLayout PlanBases { get; } = new("plan_bases", "规划基准值",
        Must("plan_code", "规划代码"), Must("subject_kind", "对象类型"), Must("subject_code", "对象代码"), Must("indicator", "指标"),
        Must("base_value", "基准值", "基期值"), Must("source", "来源", "数据来源"));

    public static FileLayout Bills { get; } = new("bills", "账单",
        May("institution_code", "机构代码"), May("building_code", "建筑代码", "建筑编号"), May("meter_code", "计量表编号", "表号", "电表编号", "水表编号", "户号"),
        May("carrier", "能源品种", "能源类型"), Must("period_start", "起始日期", "上次抄表日期", "计费起始日期"),
        Must("period_end", "截止日期", "本次抄表日期", "抄表日期", "计费截止日期"), Must("quantity", "用量", "数量", "计费电量", "计费水量", "计费数量"),
        Must("unit", "单位", "计量单位"), May("cost_cny", "费用(元)", "费用", "金额", "金额(元)"), May("reading_type", "抄表类型", "读数类型"),
        May("bill_number", "账单编号", "账单号", "发票号"));

    public static FileLayout Readings { get; } = new("readings", "抄表读数",
        Must("meter_code", "计量表编号", "表号", "电表编号", "水表编号"), Must("read_on", "抄表日期", "抄表日"), Must("value", "读数", "表底", "止码", "示数"),
        May("kind", "读数种类"), May("multiplier", "倍率"), May("digits", "位数", "整数位数"), May("rolled_over", "是否过零", "过零"));

    public static IReadOnlyList<FileLayout> All { get; } =
        [Regions, Institutions, Buildings, Areas, Headcounts, Occupancies, Meters, Allocations, QuotaStandards, Quotas, Adoptions, RuleSets,
        PlanBases, Bills, Readings];

    /// <summary>Titles of columns for people's own remarks: left out without a word.</summary>
    internal static IReadOnlySet<string> Remarks { get; } = new HashSet<string> { "remark", "remarks", "note", "notes", "备注", "说明", "序号" };

    private static Column Must(string name, params string[] titles) => new(name, true, titles);

    private static Column May(string name, params string[] titles) => new(name, false, titles);
}
