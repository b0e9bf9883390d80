using System.Text.Json;
using BuildingQuota.Data;
using BuildingQuota.Domain.Access;
using BuildingQuota.Domain.Billing;
using BuildingQuota.Domain.Conversion;
using BuildingQuota.Domain.Quantities;
using BuildingQuota.Testing.Databases;
using BuildingQuota.Testing.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Web.Tests.Feeds;

public sealed class BillFactTests
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Coal_and_carbon_of_every_bill_are_rounded_once_half_up_to_the_last_digit(DatabaseProvider provider)
    {
        var app = await QuotaApp.Shared(provider);
        using var client = await app.WithKey(Role.Auditor);
        var expected = await Expected(app);

        using var body = JsonDocument.Parse(await client.GetStringAsync("/odata/BillFacts?$count=true"));

        var rows = body.RootElement.GetProperty("value").EnumerateArray().ToDictionary(
            row => row.GetProperty("Id").GetInt64(), row => (row.GetProperty("Kgce").GetDecimal(), row.GetProperty("KgCo2").GetDecimal()));
        Assert.Equal(expected.OrderBy(bill => bill.Key), rows.OrderBy(row => row.Key));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task They_filter_and_order_as_numbers(DatabaseProvider provider)
    {
        var app = await QuotaApp.Shared(provider);
        using var client = await app.WithKey(Role.Auditor);
        var expected = (await Expected(app)).Values.Select(value => value.Kgce).Where(kgce => kgce > 100.5m).OrderDescending();

        using var body = JsonDocument.Parse(await client.GetStringAsync("/odata/BillFacts?$filter=Kgce gt 100.5&$orderby=Kgce desc"));

        var rows = body.RootElement.GetProperty("value").EnumerateArray();
        Assert.Equal(expected, rows.Select(row => row.GetProperty("Kgce").GetDecimal()));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Days_are_those_of_the_period(DatabaseProvider provider)
    {
        using var client = await (await QuotaApp.Shared(provider)).WithKey(Role.Facility, Town.A);

        using var body = JsonDocument.Parse(await client.GetStringAsync("/odata/BillFacts?$filter=Days eq 28&$select=PeriodStart,Days"));

        var february = Assert.Single(body.RootElement.GetProperty("value").EnumerateArray());
        Assert.Equal("2025-02-01", february.GetProperty("PeriodStart").GetString());
    }

    /// <summary>The same in memory, by the domain's own tables and rounding.</summary>
    private static async Task<Dictionary<long, (decimal Kgce, decimal KgCo2)>> Expected(QuotaApp app)
    {
        var found = new Dictionary<long, (decimal, decimal)>();
        await app.Do<QuotaDb>(async db =>
        {
            var units = await db.UnitConversions.AsNoTracking().ToDictionaryAsync(unit => (unit.Carrier, unit.Unit));
            var table = new ConversionTable(units.Values, await db.Coefficients.ToListAsync(), await db.EmissionFactors.ToListAsync());
            var paths = await db.Institutions.AsNoTracking().ToDictionaryAsync(one => one.Code, one => one.RegionPath);
            foreach (var bill in await db.Bills.AsNoTracking().Where(bill => bill.State == BillState.Live).ToListAsync())
            {
                var (unit, path) = (units[(bill.Carrier, bill.Unit)], paths[bill.InstitutionCode]);
                var (coal, carbon) = (table.Kgce(ConversionTable.Stat, bill.Carrier), table.KgCo2("CN-2023", bill.Carrier, path));
                found[bill.Id] = (Worth(bill, unit, coal), Worth(bill, unit, carbon));
            }
        });
        return found;
    }

    private static decimal Worth(Bill bill, UnitConversion unit, decimal factor) =>
        Rounding.HalfUp(bill.Quantity * unit.Numerator * factor / unit.Denominator, Rounding.QuantityDecimals);
}
