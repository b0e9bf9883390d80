using BuildingQuota.Documents.Charts;
using BuildingQuota.Documents.Letters;
using BuildingQuota.Documents.Tables;

namespace BuildingQuota.Documents.Tests;

/// <summary>Letters as an office would send them. The figures are invented.</summary>
internal static class DemoLetters
{
    public static OfficialLetter Notice() => new()
    {
        Organ = "塔城地区机关事务管理局",
        Number = "塔地机管〔2026〕12号",
        Title = "塔城地区机关事务管理局关于\n沙湾市人民医院2025年度\n超定额用能的告知书",
        Addressee = "沙湾市人民医院",
        Signer = "塔城地区机关事务管理局",
        Date = new DateOnly(2026, 11, 5),
        Subject = "超定额用能告知书",
        Note = "联系人：节能科，电话：0901-0000000",
        Body =
        [
            new Paragraph("根据《公共机构节能条例》第十六条、第十七条的规定，我局依据你单位报送的2025年1月1日至2025年12月31日能源消费账单，"
                + "对你单位2025年度用能情况进行了核算。经核算，你单位单位建筑面积能耗超过能源消耗定额约束值，现将有关情况告知如下。"),
            new Heading(1, "一、核算结果"),
            new Paragraph("你单位2025年度综合能耗为344.003吨标准煤，单位建筑面积能耗为28.67 kgce/m²，执行《医疗机构能源消耗定额标准》"
                + "（DB37/T 2673-2019）表1规定的约束值为22.40 kgce/m²，超出6.27 kgce/m²，超出比例为27.99%。核算采用的建筑面积为12,000.00平方米，"
                + "用能人数为350人，均按实际天数加权平均；能源折标系数采用DB37系数集。"),
            new Table(
                [new("指标", 2.2), new("单位", 1.2, Align.Centre), new("实际值", 1.2, Align.Point), new("约束值", 1.2, Align.Point),
                    new("超出比例", 1.1, Align.Point)],
                [
                    ["单位建筑面积能耗", "kgce/m²", "28.67", "22.40", "27.99%"],
                    ["人均综合能耗", "kgce/人", "982.9", "1,020.00", "—"],
                    ["单位建筑面积电耗", "kWh/m²", "46.667", "72.9", "—"],
                ]) { Caption = "表1 2025年度定额执行情况" },
            new ColumnChart(
                ["1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月"],
                new("2025年", [48210, 44100, 41020, 27300, 12400, 11800, 13950, 13700, null, 24800, 40110, 47350]), "kgce")
            {
                Caption = "图1 2025年各月综合能耗与定额预算",
                Ghost = new("2024年", [45100, 42800, 38900, 25100, 11900, 11200, 12700, 12950, 11400, 23900, 38700, 44900]),
                Line = new("定额预算", [38000, 35000, 31500, 20000, 10500, 10200, 11500, 11500, 10300, 19800, 31000, 37200]),
            },
            new Heading(2, "（一）主要用能品种"),
            new Paragraph("电力560,000千瓦时，天然气40,000立方米，热力3,000吉焦，汽油6,000升。其中电力消费较上年增长12.4%，“集中供热”用量增长较多。"),
            new Heading(1, "二、有关要求"),
            new Paragraph("请你单位于2026年11月26日前向我局作出书面说明，内容包括：超定额用能的原因、拟采取的节能措施、责任人和完成时限。"
                + "逾期不说明或者说明理由不成立的，我局将依据《公共机构节能条例》第三十七条第（五）项的规定责令限期改正；逾期不改正的，予以通报。"),
            new Heading(1, "三、数据来源"),
            new Paragraph("本次核算所用账单、建筑面积、用能人数和折标系数可在公共机构建筑能耗定额管理系统中逐项查对。如对数据有异议，请在说明中一并提出，并附账单原件。"),
        ],
    };

    /// <summary>A 文件格式 letter with attachments: a table over several pages and a chart of years.</summary>
    public static OfficialLetter Circular() => new()
    {
        Format = LetterFormat.Document,
        Organ = "塔城地区机关事务管理局文件",
        Number = "塔地机管〔2026〕3号",
        Title = "塔城地区机关事务管理局关于2025年度公共机构用能定额执行情况的通报",
        Addressee = "各县（市）机关事务服务中心，地直各公共机构",
        Signer = "塔城地区机关事务管理局",
        Date = new DateOnly(2026, 3, 12),
        CopyTo = "自治区机关事务管理局，塔城地区行署办公室，塔城地区财政局，塔城地区发展和改革委员会。",
        Body =
        [
            new Paragraph("现将2025年度全地区公共机构用能定额执行情况通报如下。"),
            new Heading(1, "一、总体情况"),
            new Paragraph("2025年，全地区纳入定额管理的公共机构共62家，其中51家达到约束值要求。"),
            new Heading(3, "1. 超定额单位"),
            new Paragraph("超过约束值的单位名单见附件1，五年目标执行情况见附件2。"),
            new Heading(4, "（1）说明"),
            new Paragraph("数据截至2026年2月28日。"),
        ],
        Attachments =
        [
            new("2025年度公共机构用能定额执行情况表", [ManyRows(62)]),
            new("“十四五”期间单位建筑面积能耗与规划目标",
            [
                new ColumnChart(["2020", "2021", "2022", "2023", "2024", "2025"], new("实际值", [19.8m, 19.5m, 19.6m, null, 18.9m, 18.6m]),
                    "kgce/m²")
                {
                    Line = new("规划目标", [19.8m, 19.6m, 19.4m, 19.2m, 19.0m, 18.8m]),
                    LineShape = LineShape.Joined,
                },
            ]),
        ],
    };

    public static OfficialLetter EnglishNotice() => new()
    {
        Language = LetterLanguage.English,
        Organ = "Government Offices Administration of Tacheng Prefecture",
        Number = "TDJG [2026] No. 12",
        Title = "Notice of Energy Use above Quota in 2025 to Shawan People’s Hospital",
        Addressee = "Shawan People’s Hospital",
        Signer = "Government Offices Administration of Tacheng Prefecture",
        Date = new DateOnly(2026, 11, 5),
        Subject = "Notice of energy use above quota",
        Body =
        [
            new Paragraph("Under Articles 16 and 17 of the Regulation on Energy Conservation by Public Institutions (公共机构节能条例), this "
                + "administration has evaluated your institution’s energy use from 1 January to 31 December 2025. It exceeds the "
                + "constraint value of your energy quota; the particulars follow."),
            new Heading(1, "1. Findings"),
            new Paragraph("Your energy use per floor area was 28.67 kgce/m², against a constraint value of 22.40 kgce/m²: "
                + "an overrun of 6.27 kgce/m², or 27.99%."),
            new Table([new("Indicator", 2), new("Unit", 1, Align.Centre), new("Actual", 1, Align.Point), new("Limit", 1, Align.Point)],
                [["Energy per floor area", "kgce/m²", "28.67", "22.40"], ["Energy per person", "kgce/person", "982.9", "1,020.00"]]),
            new Heading(1, "2. What is asked"),
            new Paragraph("Please explain in writing by 26 November 2026: the causes, the measures you will take, "
                + "who is responsible, and by when."),
        ],
    };

    public static Table ManyRows(int count) => new(
        [new("序号", 0.6, Align.Centre), new("单位名称", 3), new("建筑面积（m²）", 1.4, Align.Right), new("能耗（kgce/m²）", 1.4, Align.Point)],
        [.. Enumerable.Range(1, count).Select(n => (string[])
            [$"{n}", $"塔城地区第{n}中学", FormattableString.Invariant($"{2000 + (137 * n):#,0.00}"),
                FormattableString.Invariant($"{8 + (n / 7m):0.##}")])])
    {
        Caption = "2025年度",
        Unit = "单位：kgce/m²",
    };
}
