using BuildingQuota.Data;
using BuildingQuota.Domain.Conversion;
using BuildingQuota.Domain.Metering;
using BuildingQuota.Domain.Quantities;
using BuildingQuota.Features.Feeds;
using BuildingQuota.Features.Tests.Evaluations;
using BuildingQuota.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Tests.Feeds;

public sealed class BillCarbonTests
{
    /// <summary>Deep, rooted at a province, a county with a factor of its own, a place that has none, a code inside another place's.</summary>
    private static readonly string[] Paths =
        ["100000/650000/654200/", "650000/654200/", "650000/654200/654201/", "650000/", "990000/", "9650000/", "6500001/"];

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_bills_carbon_is_by_the_nearest_factor_as_the_engine_takes_it_wherever_the_tree_has_its_root(DatabaseProvider provider)
    {
        await using var database = await SmallRegion.Create(provider);
        await using var db = database.Open();
        db.AddRange(Factor(2, "CN-2023", "", 0.5m), Factor(3, "CN-2023", "654201", 0.7m), Factor(4, "OTHER", "654200", 9m));
        await db.SaveChangesAsync();
        var table = new ConversionTable([], [], await db.EmissionFactors.ToListAsync());

        foreach (var path in Paths)
        {
            await db.Institutions.Where(one => one.Code == "I1").ExecuteUpdateAsync(set => set.SetProperty(one => one.RegionPath, path));
            var fact = await BillFeeds.BillFacts(db).SingleAsync(row => row.Id == 1);

            var factor = table.KgCo2("CN-2023", Carrier.Electricity, path);
            Assert.Equal((path, Rounding.HalfUp(fact.Quantity * factor, Rounding.QuantityDecimals)), (path, fact.KgCo2));
        }
    }

    private static EmissionFactor Factor(long id, string set, string region, decimal value) => new()
    {
        Id = id, SetCode = set, Carrier = Carrier.Electricity, RegionCode = region, Year = 2023, KgCo2PerUnit = value, Source = "",
        Confidence = "sure",
    };
}
