using System.Globalization;
using BuildingQuota.Data;
using BuildingQuota.Data.Bulk;
using BuildingQuota.Data.Seeding;
using BuildingQuota.Domain.Billing;
using BuildingQuota.Domain.Buildings;
using BuildingQuota.Domain.Institutions;
using BuildingQuota.Domain.Metering;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;
using BuildingQuota.Testing;
using BuildingQuota.Testing.Databases;

namespace BuildingQuota.Bench.Evaluations;

/// <summary>
/// A region of any size written straight into the tables: institutions of two buildings with four meters each, in counties of 400, bills
/// of three years in the order in which they would come: month after month. Every twelfth bill runs into the next month.
/// </summary>
internal sealed record EvaluationRegion(int Buildings)
{
    private const int FirstYear = 2023, Months = 36, PerCounty = 400, Block = 400_000;
    private const string Prefecture = "100000/650000/654200/";

    private static readonly (string Suffix, Carrier Carrier, string Unit, int Base)[] MetersEach =
    [
        ("E", Carrier.Electricity, "kWh", 9_000), ("H", Carrier.DistrictHeat, "GJ", 300), ("G", Carrier.NaturalGas, "m3", 700),
        ("W", Carrier.Water, "m3", 250),
    ];

    private static readonly (Indicator Indicator, decimal Base)[] PlannedEach =
        [(Indicator.EnergyPerArea, 5.2m), (Indicator.EnergyPerCapita, 330)];

    private static readonly DateTimeOffset Recorded = new(2026, 1, 10, 0, 0, 0, TimeSpan.Zero);

    public int Institutions => Buildings / 2;

    public long Bills => (long)Buildings * MetersEach.Length * Months;

    public async Task<TestDatabase> Create()
    {
        var database = await TestDatabase.Create(DatabaseProvider.Sqlite);
        await using var db = database.Open();
        await ReferenceData.Load(db, RepositoryRoot.File("seed"), new FixedClock(), default);
        await WriteMasterData(db);
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.TakeIds<Bill>((int)Bills, default);
        await transaction.CommitAsync();
        foreach (var block in AllBills().Chunk(Block)) await db.BulkInsert(block, default);
        return database;
    }

    private async Task WriteMasterData(QuotaDb db)
    {
        var counties = Enumerable.Range(0, (Institutions + PerCounty - 1) / PerCounty).Select(i => new Domain.Institutions.Region
        {
            Code = CountyOf(i * PerCounty), Name = CountyOf(i * PerCounty), Level = AdministrativeLevel.County, ParentCode = "654200",
            Path = Prefecture + CountyOf(i * PerCounty) + "/",
        });
        await db.BulkInsert(counties, default);
        await db.BulkInsert(Enumerable.Range(0, Institutions).Select(i => new Institution
        {
            Code = CodeOf(i), Name = CodeOf(i), Kind = InstitutionKind.Agency, Level = AdministrativeLevel.County, RegionCode = CountyOf(i),
            ClimateZone = ClimateZone.SevereCold, RegionPath = Prefecture + CountyOf(i) + "/",
        }), default);
        await db.BulkInsert(Enumerable.Range(0, Buildings).Select(i => new Building
        {
            Code = BuildingOf(i), InstitutionCode = CodeOf(i / 2), Name = BuildingOf(i), Kind = BuildingKind.Office, GrossAreaM2 = 4_000 + i % 7,
            HeatedAreaM2 = 3_800, HeatingType = HeatingType.DistrictMetered, InServiceFrom = new DateOnly(2000, 1, 1),
        }), default);
        await db.BulkInsert(Enumerable.Range(0, Institutions).SelectMany(i => new[] { 2020, 2024 }.Select(year => new Headcount
        {
            Id = i * 2 + (year == 2020 ? 1 : 2), InstitutionCode = CodeOf(i), From = new DateOnly(year, 5, 1), Persons = 120 + year % 100,
            Basis = HeadcountBasis.Energy, ImportId = 0,
        })), default);
        await db.BulkInsert(Enumerable.Range(0, Buildings).SelectMany(i => MetersEach.Select(meter => new Meter
        {
            Code = BuildingOf(i) + "-" + meter.Suffix, BuildingCode = BuildingOf(i), InstitutionCode = CodeOf(i / 2), Carrier = meter.Carrier,
            Unit = meter.Unit, Purpose = MeterPurpose.General, Multiplier = 1, ActiveFrom = new DateOnly(FirstYear, 1, 1),
        })), default);
        await db.BulkInsert(Enumerable.Range(0, Buildings / 5).Select(i => new FloorArea
        {
            Id = i + 1, BuildingCode = BuildingOf(i * 5), InstitutionCode = CodeOf(i * 5 / 2), From = new DateOnly(2024, 7, 1), GrossAreaM2 = 4_200,
            HeatedAreaM2 = 4_000, ImportId = 0,
        }), default);
        await db.BulkInsert(Enumerable.Range(FirstYear, 3).Select(year => new BilledYear { Year = year }), default);
        await db.BulkInsert<Adoption>([Adopt(1, "DB37/T 2672-2019", "B"), Adopt(2, "DB37/T 4452-2021", null)], default);
        await db.BulkInsert(Enumerable.Range(0, Institutions * PlannedEach.Length).Select(i => new PlanBase
        {
            Id = i + 1, PlanCode = "TC-FYP14", SubjectKind = SubjectKind.Institution, SubjectCode = CodeOf(i / PlannedEach.Length),
            InstitutionCode = CodeOf(i / PlannedEach.Length), Indicator = PlannedEach[i % PlannedEach.Length].Indicator,
            BaseValue = PlannedEach[i % PlannedEach.Length].Base, Source = "bench", ImportId = 0,
        }), default);
    }

    private static Adoption Adopt(long id, string standard, string? zone) =>
        new() { Id = id, RegionCode = "654200", StandardCode = standard, Zone = zone, From = new DateOnly(2023, 1, 1) };

    private IEnumerable<Bill> AllBills()
    {
        var id = 0L;
        for (var month = 0; month < Months; month++)
            for (var building = 0; building < Buildings; building++)
                foreach (var meter in MetersEach) yield return BillOf(++id, building, meter, month);
    }

    /// <summary>November's bill runs on to mid-December: one in twelve is shared over two months.</summary>
    private static Bill BillOf(long id, int building, (string Suffix, Carrier Carrier, string Unit, int Base) meter, int month)
    {
        var first = new DateOnly(FirstYear, 1, 1).AddMonths(month);
        var (from, until) = (first.Month == 12 ? first.AddDays(14) : first, first.Month == 11 ? first.AddMonths(1).AddDays(14) : first.AddMonths(1));
        var turn = (building * 61L + month * 7) % 1_000;
        return new Bill
        {
            Id = id, MeterCode = BuildingOf(building) + "-" + meter.Suffix, InstitutionCode = CodeOf(building / 2), BuildingCode = BuildingOf(building),
            Carrier = meter.Carrier, PeriodStart = from, PeriodEnd = until, Quantity = meter.Base + turn + turn / 1_000m, Unit = meter.Unit,
            CostCny = meter.Base / 2 + 0.5m, ReadingType = turn % 50 == 0 ? ReadingType.Estimated : ReadingType.Actual,
            BillNumber = string.Create(CultureInfo.InvariantCulture, $"N{id}"), RawQuantity = "", RawUnit = "", ImportId = 0, RowNumber = 2,
            RecordedAt = Recorded, State = BillState.Live, ContentKey = "",
        };
    }

    private static string CodeOf(int institution) => string.Create(CultureInfo.InvariantCulture, $"I{institution:000000}");

    private static string BuildingOf(int building) => string.Create(CultureInfo.InvariantCulture, $"{CodeOf(building / 2)}-B{building % 2 + 1}");

    private static string CountyOf(int institution) => string.Create(CultureInfo.InvariantCulture, $"C{institution / PerCounty:0000}");
}
