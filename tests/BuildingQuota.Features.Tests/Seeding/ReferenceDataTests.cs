using System.Globalization;

namespace BuildingQuota.Features.Tests.Seeding;

/// <summary>What the reference files must hold together, whoever edits them next.</summary>
public class ReferenceDataTests
{
    [Fact]
    public void Every_row_names_its_source_and_how_sure_it_is()
    {
        var files = Directory.EnumerateFiles(SeedTable.Folder, "*.csv").Select(path => Path.GetFileName(path));

        Assert.All(files.Where(name => name != "words.csv").SelectMany(name => SeedTable.Read(name)), row =>
        {
            Assert.NotEqual("", row["source"]);
            Assert.Contains(row["confidence"], new[] { "sure", "likely", "proposed" });
        });
    }

    [Theory]
    [InlineData("STAT", "236371.285")]
    [InlineData("DB37", "344003.285")]
    public void The_published_example_comes_out_of_each_coefficient_set(string set, string kgce)
    {
        var per = SeedTable.Read("coefficients.csv").Where(row => row["set_code"] == set)
            .ToDictionary(row => row["carrier"], row => Number(row["kgce_per_unit"]));

        var total = 600_000 * per["electricity"] + 40_000 * per["natural_gas"] + 3_000 * per["district_heat"]
            + 6_000 * per["gasoline"] + 500 * per["diesel"] + 9_000 * per["water"];

        Assert.Equal(Number(kgce), total);
        Assert.Equal(10, per.Count);
    }

    [Fact]
    public void The_published_carbon_example_comes_out_of_the_factors_of_2023()
    {
        var rows = SeedTable.Read("emission_factors.csv").Where(row => row["set_code"] == "CN-2023").ToList();
        decimal Per(string carrier, string region = "") =>
            Number(rows.Single(row => row["carrier"] == carrier && row["region_code"] == region)["kgco2_per_unit"]);

        var total = 560_000 * Per("electricity", "650000") + 40_000 * Per("pv_self_use") + 40_000 * Per("natural_gas")
            + 3_000 * Per("district_heat") + 6_000 * Per("gasoline") + 500 * Per("diesel");

        Assert.Equal(767_806.8m, Math.Round(total, 1, MidpointRounding.AwayFromZero));
        Assert.Equal(31, rows.Count(row => row["carrier"] == "electricity"));
    }

    [Fact]
    public void Every_carrier_measures_itself_and_no_unit_is_given_twice()
    {
        var rows = SeedTable.Read("unit_conversions.csv");
        var carriers = SeedTable.Read("coefficients.csv").Select(row => (row["carrier"], row["unit"])).Distinct();

        Assert.Equal(rows.Count, rows.Select(row => (row["carrier"], row["unit"])).Distinct().Count());
        Assert.All(carriers, own => Assert.Contains(rows, row =>
            (row["carrier"], row["unit"]) == own && row["own_unit"] == row["unit"] && row["numerator"] == row["denominator"]));
    }

    [Fact]
    public void Tiers_stand_in_order_and_a_class_has_one_row()
    {
        var rows = SeedTable.Read("quotas.csv");
        string[] key = ["standard_code", "institution_kind", "level", "grade", "zone", "heating_type", "indicator"];

        Assert.Equal(rows.Count, rows.Select(row => string.Join('|', key.Select(column => row[column]))).Distinct().Count());
        Assert.All(rows, row =>
        {
            var (constraint, guiding) = (Number(row["constraint"]), Number(row["guiding"]));
            var baseline = row["baseline"] == "" ? (constraint + guiding) / 2 : Number(row["baseline"]);
            Assert.True(constraint > baseline && baseline > guiding && guiding > 0, string.Join(' ', row.Values));
            Assert.Equal(row["indicator"].StartsWith("Water", StringComparison.Ordinal), row["baseline"] == "");
        });
    }

    [Fact]
    public void What_a_row_refers_to_is_there()
    {
        var standards = Column("quota_standards.csv", "code");
        var plans = Column("plans.csv", "code");
        var regions = Column("regions.csv", "code");
        var words = SeedTable.Read("words.csv").Where(row => row["word_list"] == "indicator").Select(row => row["word"]).ToList();

        Assert.All(SeedTable.Read("quotas.csv"), row => Assert.Contains(row["standard_code"], standards));
        Assert.All(Column("quotas.csv", "institution_kind"), kind => Assert.Contains(kind, Column("institution_kinds.csv", "kind")));
        Assert.All(Column("quotas.csv", "indicator").Concat(Column("plan_targets.csv", "indicator")), word => Assert.Contains(word, words));
        Assert.All(Column("plan_targets.csv", "plan_code"), plan => Assert.Contains(plan, plans));
        Assert.All(Column("plans.csv", "region_code"), region => Assert.Contains(region, regions));
        Assert.All(Column("regions.csv", "parent_code").Where(code => code != ""), region => Assert.Contains(region, regions));
        Assert.All(
            Column("quota_standards.csv", "coefficient_set"), set => Assert.Contains(set, Column("coefficients.csv", "set_code")));
    }

    [Theory]
    [InlineData(2023, 26, 7)]
    [InlineData(2024, 28, 8)]
    [InlineData(2025, 28, 5)]
    [InlineData(2026, 33, 6)]
    public void A_year_has_the_days_off_of_its_notice_and_makes_up_on_weekends(int year, int holidays, int workdays)
    {
        var days = SeedTable.Read("holidays.csv")
            .Select(row => (Date: DateOnly.ParseExact(row["date"], "yyyy-MM-dd", CultureInfo.InvariantCulture), Kind: row["kind"]))
            .Where(day => day.Date.Year == year).ToList();

        Assert.Equal(holidays, days.Count(day => day.Kind == "holiday"));
        Assert.Equal(workdays, days.Count(day => day.Kind == "workday"));
        Assert.All(days.Where(day => day.Kind == "workday"), day =>
            Assert.Contains(day.Date.DayOfWeek, new[] { DayOfWeek.Saturday, DayOfWeek.Sunday }));
    }

    private static List<string> Column(string file, string column) => [.. SeedTable.Read(file).Select(row => row[column]).Distinct()];

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
