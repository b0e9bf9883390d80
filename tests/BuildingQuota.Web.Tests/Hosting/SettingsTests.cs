using BuildingQuota.Web.Hosting;

namespace BuildingQuota.Web.Tests.Hosting;

public sealed class SettingsTests
{
    [Fact]
    public void As_they_come_they_are_without_fault() => Assert.Empty(new BuildingQuotaSettings().Faults());

    [Fact]
    public void Every_fault_has_a_line_of_its_own()
    {
        var settings = new BuildingQuotaSettings
        {
            Database = new DatabaseSettings { Provider = "oracle" }, DataDirectory = " ", PublicBaseUrl = "quota.example",
            Demo = new DemoSettings { Password = "12345678901" },
        };

        var faults = settings.Faults().ToList();

        Assert.Equal(4, faults.Count);
        Assert.Contains("'oracle'", faults[0], StringComparison.Ordinal);
    }

    [Fact]
    public void PostgreSQL_needs_a_connection_and_SQLite_does_not()
    {
        var postgres = new BuildingQuotaSettings { Database = new DatabaseSettings { Provider = "postgres" } };

        Assert.Contains("Connection", Assert.Single(postgres.Faults()), StringComparison.Ordinal);
        Assert.EndsWith("quota.db", new BuildingQuotaSettings().Connection, StringComparison.Ordinal);
    }

    [Fact]
    public void A_password_of_twelve_characters_is_long_enough() =>
        Assert.Empty(new BuildingQuotaSettings { Demo = new DemoSettings { Password = "123456789012" } }.Faults());

    [Theory]
    [InlineData("80 100 110", 0.5, 0.9, 0)]
    [InlineData("90.5", 0.9, 0.9, 0)]
    [InlineData("80 hundred", 0.5, 0.9, 1)]
    [InlineData("0", 0.5, 1, 1)]
    [InlineData("80", 0.9, 0.8, 1)]
    [InlineData("80", 0, 0.9, 1)]
    public void Thresholds_and_chances_of_open_years_make_sense_or_say_why_not(string thresholds, double even, double likely, int faults)
    {
        var budgets = new BudgetSettings { Thresholds = thresholds, EvenChance = (decimal)even, Likely = (decimal)likely };
        Assert.Equal(faults, new BuildingQuotaSettings { Budgets = budgets }.Faults().Count());
        if (faults == 0) Assert.Equal(thresholds.Split(' ').Length, budgets.Rules.Thresholds.Count);
    }
}
