using BuildingQuota.Documents.Charts;
using BuildingQuota.Documents.Letters;
using BuildingQuota.Documents.Tables;

namespace BuildingQuota.Bench.Letters;

/// <summary>Notices of two pages with a table and a chart, every one with other names and figures.</summary>
internal static class BenchLetter
{
    private const string Names = "沙湾乌苏额敏托里裕民和丰塔城第一二三四五六七八九中小学医院图书馆体育文化艺术职业技术";

    public static OfficialLetter Of(int n)
    {
        var name = string.Concat(new[] { 1, 3, 7, 11, 13 }.Select(k => Names[n * k % Names.Length])) + "服务中心";
        return new OfficialLetter
        {
            Organ = "塔城地区机关事务管理局",
            Number = $"塔地机管〔2026〕{n}号",
            Title = $"关于{name}\n2025年度超定额用能的告知书",
            Addressee = name,
            Signer = "塔城地区机关事务管理局",
            Date = new DateOnly(2026, 11, 5),
            Body = [Facts(n), Figures(n), Months(n), Asked],
        };
    }

    private static Paragraph Facts(int n) => new("根据《公共机构节能条例》第十六条、第十七条的规定，我局依据你单位报送的能源消费账单，对你单位2025年度用能情况进行了核算。"
        + FormattableString.Invariant($"你单位单位建筑面积能耗为{20 + (n % 97 / 10m)} kgce/m²，超过能源消耗定额约束值，超出比例为{3 + (n % 41 / 10m)}%。"));

    private static Table Figures(int n) => new(
        [new("指标", 2.4), new("单位", 1.2, Align.Centre), new("实际值", 1.2, Align.Point), new("约束值", 1.2, Align.Point)],
        [.. Enumerable.Range(1, 5)
            .Select(i => (string[])["单位建筑面积能耗", "kgce/m²", FormattableString.Invariant($"{20 + (n * i % 97 / 10m):0.00}"), "22.40"])]);

    private static ColumnChart Months(int n) => new(
        [.. Enumerable.Range(1, 12).Select(m => $"{m}月")],
        new("2025年", [.. Enumerable.Range(1, 12).Select(m => m == 9 ? null : (decimal?)(9000 + (n * m % 37 * 1000)))]), "kgce")
    {
        Line = new("定额预算", [.. Enumerable.Range(1, 12).Select(m => (decimal?)(8000 + (Math.Abs(m - 7) * 4000)))]),
    };

    private static Paragraph Asked { get; } = new("请你单位于2026年11月26日前向我局作出书面说明，内容包括：超定额用能的原因、拟采取的节能措施、责任人和完成时限。"
        + "逾期不说明或者说明理由不成立的，我局将依据《公共机构节能条例》第三十七条第（五）项的规定责令限期改正；逾期不改正的，予以通报。");
}
