using System.Text;
using BuildingQuota.Data;
using BuildingQuota.Data.Bulk;
using BuildingQuota.Domain.Access;
using BuildingQuota.Domain.Conversion;
using BuildingQuota.Domain.Imports;
using BuildingQuota.Domain.Metering;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;
using BuildingQuota.Features.Imports;
using BuildingQuota.Testing;
using BuildingQuota.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Tests.Imports;

/// <summary>
/// A database with the reference data that imports lean on, and a small region: two institutions, their buildings and meters.
/// </summary>
public sealed class ImportWorld : IAsyncDisposable
{
    public const string BillsHeader = "meter_code,period_start,period_end,quantity,unit,cost_cny,reading_type,bill_number\n";

    private readonly TestDatabase _database;

    private ImportWorld(TestDatabase database) => _database = database;

    public FixedClock Clock { get; } = new();

    public static async Task<ImportWorld> Bare(DatabaseProvider provider) => new(await TestDatabase.Create(provider));

    private static async Task<ImportWorld> WithReference(DatabaseProvider provider)
    {
        var world = await Bare(provider);
        await using var db = world.Open();
        await db.BulkInsert(Units(), CancellationToken.None);
        await db.BulkInsert<CoefficientSet>([new() { Code = "STAT", Name = "STAT", Source = "test" }], CancellationToken.None);
        await db.BulkInsert<QuotaStandard>([Standard("DB37/T 2672-2019", "A B"), Standard("DB37/T 4452-2021", null)],
            CancellationToken.None);
        return world;
    }

    public static async Task<ImportWorld> Create(DatabaseProvider provider = DatabaseProvider.Sqlite)
    {
        var world = await WithReference(provider);
        var report = await world.Import(
            ("regions.csv",
                "code,name,level,parent_code\nP,Province,province,\nT,Prefecture,prefecture,P\nT1,County 1,county,T\nT2,County 2,county,T\n"),
            ("institutions.csv",
                "code,name,kind,level,grade,region_code,parent_code,climate_zone\nA,Agency,agency,county,,T1,,cold\nH,Hospital,hospital,county,grade2,T2,,cold\n"),
            ("buildings.csv", "code,institution_code,name,kind,gross_area_m2,heated_area_m2,heating_type,in_service_from,in_service_to\n"
                + "A1,A,Office,office,1000,900,district_metered,2000-01-01,\nA2,A,Garage,garage,500,0,none,2000-01-01,\nH1,H,Ward,ward,8000,8000,gas_boiler,2000-01-01,\n"),
            ("meters.csv", "code,building_code,institution_code,parent_code,carrier,unit,purpose,multiplier,active_from,active_to\n"
                + "A1-E,A1,A,,electricity,kWh,general,1,2020-01-01,\nA1-ES,A1,A,A1-E,electricity,kWh,tenant,1,2020-01-01,\nA1-W,A1,A,,water,m3,general,1,2020-01-01,\n"
                + "A2-E,A2,A,,electricity,kWh,general,1,2020-01-01,2025-07-01\nA-F,,A,,gasoline,L,vehicle,1,2020-01-01,\nH1-E,H1,H,,electricity,kWh,general,1,2020-01-01,\n"));
        Assert.All(report.Files, file => Assert.Equal(ImportState.Accepted, file.State));
        return world;
    }

    public QuotaDb Open(AccessScope? scope = null) => _database.Open(scope);

    public Task<ImportReport> Import(params (string Name, string Text)[] files) => Import(null, files);

    public async Task<ImportReport> Import(AccessScope? scope, params (string Name, string Text)[] files) =>
        await Import(new ImportRequest([.. files.Select(file => Offer(file.Name, Encoding.UTF8.GetBytes(file.Text)))], null, false,
            "tester", "en"), scope);

    /// <summary>Imports bills given without their header; columns of <see cref="BillsHeader"/>.</summary>
    public async Task<ImportedFile> Bills(params string[] rows) =>
        (await Import(("bills.csv", BillsHeader + string.Join('\n', rows)))).Files[0];

    public async Task<ImportedFile> GoodBills(params string[] rows)
    {
        var file = Offer("bills.csv", Encoding.UTF8.GetBytes(BillsHeader + string.Join('\n', rows)));
        return (await Import(new ImportRequest([file], null, AcceptGood: true, "tester", "en"))).Files[0];
    }

    public async Task<ImportReport> Import(ImportRequest request, AccessScope? scope = null, IProgress<ImportProgress>? progress = null,
        CancellationToken stop = default)
    {
        await using var db = Open(scope);
        return await new ImportFiles(db, Clock, new ImportLimits()).Run(request, progress, stop);
    }

    public static OfferedFile Offer(string name, byte[] bytes) => new(name, () => new MemoryStream(bytes));

    /// <summary>Every bill as one line that does not depend on ids or on the order in which it came.</summary>
    public async Task<List<string>> State()
    {
        await using var db = Open();
        var bills = await db.Bills.AsNoTracking().ToListAsync();
        var byId = bills.ToDictionary(bill => bill.Id);
        return [.. bills.Select(bill => FormattableString.Invariant(
            $"{bill.MeterCode} {bill.Covers} {bill.Quantity:0.######} {bill.Unit} {bill.CostCny:0.##} {bill.ReadingType} {bill.BillNumber} {bill.State} {EndedBy(bill.EndedById)}"))
            .Order(StringComparer.Ordinal)];

        string EndedBy(long? id) => id is { } by ? "by " + byId[by].ContentKey[..8] : "";
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    private static IEnumerable<UnitConversion> Units() =>
        from unit in new[]
        {
            (Carrier.Electricity, "kWh", 1m), (Carrier.Electricity, "MWh", 1000m), (Carrier.Electricity, "万kWh", 10000m),
            (Carrier.Water, "m3", 1m),
            (Carrier.Water, "t", 1m), (Carrier.Gasoline, "L", 1m), (Carrier.NaturalGas, "m3", 1m), (Carrier.DistrictHeat, "GJ", 1m),
            (Carrier.RawCoal, "t", 1m),
            (Carrier.Diesel, "L", 1m), (Carrier.Lpg, "kg", 1m), (Carrier.PvSelfUse, "kWh", 1m),
        }
        select new UnitConversion
        {
            Carrier = unit.Item1, Unit = unit.Item2, OwnUnit = unit.Item2, Numerator = unit.Item3, Denominator = 1, Source = "test",
            Confidence = "sure",
        };

    private static QuotaStandard Standard(string code, string? zones) =>
        new() { Code = code, Name = code, CoefficientSet = "STAT", Zones = zones, Source = "test", Confidence = "sure" };
}
