using BuildingQuota.Documents.Letters;

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
            new Heading(2, "（一）主要用能品种"),
            new Paragraph("电力560,000千瓦时，天然气40,000立方米，热力3,000吉焦，汽油6,000升。其中电力消费较上年增长12.4%，“集中供热”用量增长较多。"),
            new Heading(1, "二、有关要求"),
            new Paragraph("请你单位于2026年11月26日前向我局作出书面说明，内容包括：超定额用能的原因、拟采取的节能措施、责任人和完成时限。"
                + "逾期不说明或者说明理由不成立的，我局将依据《公共机构节能条例》第三十七条第（五）项的规定责令限期改正；逾期不改正的，予以通报。"),
            new Heading(1, "三、数据来源"),
            new Paragraph("本次核算所用账单、建筑面积、用能人数和折标系数可在公共机构建筑能耗定额管理系统中逐项查对。如对数据有异议，请在说明中一并提出，并附账单原件。"),
        ],
    };
}
