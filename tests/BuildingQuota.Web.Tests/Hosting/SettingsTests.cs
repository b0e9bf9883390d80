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
}
