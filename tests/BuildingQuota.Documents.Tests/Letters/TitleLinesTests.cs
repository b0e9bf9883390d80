using BuildingQuota.Documents.Letters;

namespace BuildingQuota.Documents.Tests.Letters;

public sealed class TitleLinesTests
{
    [Theory]
    [InlineData("关于开展能源审计的通知", "关于开展能源审计的通知")]
    [InlineData("塔城地区机关事务管理局关于2025年度公共机构用能定额执行情况的通报", "塔城地区机关事务管理局关于2025年度|公共机构用能定额执行情况的通报")]
    [InlineData("“十四五”期间单位建筑面积能耗与规划目标", "“十四五”期间|单位建筑面积能耗与规划目标")]
    [InlineData("甲乙\n丙丁", "甲乙|丙丁")]
    public void A_title_is_broken_by_sense_into_as_few_lines_as_it_needs(string title, string lines) =>
        Assert.Equal(lines, string.Join('|', TitleLines.Of(title, 18)));

    [Fact]
    public void No_title_of_any_length_loses_a_character_or_leaves_its_lines()
    {
        var text = "塔城地区机关事务管理局关于和布克赛尔蒙古自治县人民医院2025年度（第1次）超定额用能的告知书以及限期整改的决定";
        for (var length = 1; length <= text.Length; length++)
        {
            var lines = TitleLines.Of(text[..length], 18);
            Assert.Equal(text[..length], string.Concat(lines));
            Assert.All(lines, l => Assert.InRange(l.Count(c => !char.IsAscii(c)), 1, 18));
            Assert.InRange(lines.Count, 1, (length + 17) / 18);
        }
    }
}
