using BuildingQuota.Data;
using BuildingQuota.Data.Bulk;
using BuildingQuota.Domain.Billing;
using BuildingQuota.Domain.Buildings;
using BuildingQuota.Domain.Conversion;
using BuildingQuota.Domain.Imports;
using BuildingQuota.Domain.Institutions;
using BuildingQuota.Domain.Metering;
using BuildingQuota.Domain.Quotas;
using BuildingQuota.Testing.Databases;

namespace BuildingQuota.Features.Tests.Evaluations;

/// <summary>Two institutions under nation, province and prefecture, one electricity meter each, monthly bills of 2024 and 2025, one quota.</summary>
internal static class SmallRegion
{
    private const string Path = "100000/650000/654200/";

    public static async Task<TestDatabase> Create(DatabaseProvider provider)
    {
        var database = await TestDatabase.Create(provider);
        await using var db = database.Open();
        db.AddRange(
            Region("100000", AdministrativeLevel.Nation, null, "100000/"), Region("650000", AdministrativeLevel.Province, "100000", "100000/650000/"),
            Region("654200", AdministrativeLevel.Prefecture, "650000", Path));
        db.AddRange(
            new CoefficientSet { Code = "STAT", Name = "STAT", Source = "" },
            new Coefficient { SetCode = "STAT", Carrier = Carrier.Electricity, Unit = "kWh", KgcePerUnit = 0.1229m, Source = "", Confidence = "sure" },
            new UnitConversion { Carrier = Carrier.Electricity, Unit = "kWh", OwnUnit = "kWh", Numerator = 1, Denominator = 1, Source = "", Confidence = "sure" },
            new EmissionFactor { Id = 1, SetCode = "CN-2023", Carrier = Carrier.Electricity, RegionCode = "650000", Year = 2023, KgCo2PerUnit = 0.6021m, Source = "", Confidence = "sure" },
            new QuotaStandard { Code = "S", Name = "S", CoefficientSet = "STAT", Source = "", Confidence = "sure" },
            new Quota { Id = 1, StandardCode = "S", Table = "1", InstitutionKind = InstitutionKind.Agency, Indicator = Indicator.ElectricityPerArea,
                Unit = "kWh/m²", Constraint = 60, Baseline = 40, Guiding = 20, Source = "", Confidence = "sure" },
            new Adoption { Id = 1, RegionCode = "654200", StandardCode = "S", From = new DateOnly(2020, 1, 1) },
            new ImportBatch { Id = 1, FileName = "a.csv", Kind = "bills", Sha256 = "", Bytes = 0, State = ImportState.Accepted, RowsRead = 0, RowsNew = 0,
                RowsChanged = 0, RowsUnchanged = 0, RowsRejected = 0, UploadedBy = "a", UploadedAt = default, ScopePath = "" });
        db.AddRange(new BilledYear { Year = 2024 }, new BilledYear { Year = 2025 });
        foreach (var code in new[] { "I1", "I2" })
        {
            db.Add(new Institution { Code = code, Name = code, Kind = InstitutionKind.Agency, Level = AdministrativeLevel.County, RegionCode = "654200", RegionPath = Path });
            db.Add(new Building { Code = code + "-B", InstitutionCode = code, Name = code, Kind = BuildingKind.Office, GrossAreaM2 = 3_333.3m, HeatedAreaM2 = 0,
                HeatingType = HeatingType.None, InServiceFrom = new DateOnly(2000, 1, 1) });
            db.Add(new Meter { Code = code + "-E", BuildingCode = code + "-B", InstitutionCode = code, Carrier = Carrier.Electricity, Unit = "kWh",
                Purpose = MeterPurpose.General, Multiplier = 1, ActiveFrom = new DateOnly(2024, 1, 1) });
        }

        await db.SaveChangesAsync();
        await db.BulkInsert(new[] { "I1", "I2" }.SelectMany(Bills), default);
        _ = (await db.TakeIds<Bill>(1_000, default), await db.TakeIds<ImportBatch>(1, default), await db.TakeIds<Adoption>(1, default)); // used above
        return database;
    }

    /// <summary>A sub-meter of one institution behind another's main meter, with a bill of 1,000 and a bit each month of 2025.</summary>
    public static async Task AddSubMeter(TestDatabase database, string code, string of, string to)
    {
        await using var db = database.Open();
        db.Add(new Meter { Code = code, BuildingCode = to + "-B", InstitutionCode = to, ParentCode = of, Carrier = Carrier.Electricity, Unit = "kWh",
            Purpose = MeterPurpose.General, Multiplier = 1, ActiveFrom = new DateOnly(2025, 1, 1) });
        await db.SaveChangesAsync();
        await db.BulkInsert(Bills(to).Skip(12).Select((bill, i) => new Bill
        {
            Id = 500 + i, MeterCode = code, InstitutionCode = to, Carrier = bill.Carrier, PeriodStart = bill.PeriodStart, PeriodEnd = bill.PeriodEnd,
            Quantity = 1_000.5m + i, Unit = "kWh", ReadingType = ReadingType.Actual, RawQuantity = "", RawUnit = "", ImportId = 1,
            RowNumber = i + 2, RecordedAt = default, State = BillState.Live, ContentKey = $"{code}{i}",
        }), default);
    }

    private static IEnumerable<Bill> Bills(string institution) => Enumerable.Range(0, 24).Select(i =>
    {
        var from = new DateOnly(2024, 1, 1).AddMonths(i);
        return new Bill
        {
            Id = i + (institution == "I1" ? 1 : 101), MeterCode = institution + "-E", InstitutionCode = institution, Carrier = Carrier.Electricity,
            PeriodStart = from, PeriodEnd = from.AddMonths(1), Quantity = 10_000.123m + i, Unit = "kWh", CostCny = 5_000.05m,
            ReadingType = ReadingType.Actual, BillNumber = $"{institution}-E-{from:yyyy-MM}", RawQuantity = "", RawUnit = "", ImportId = 1,
            RowNumber = i + 2, RecordedAt = default, State = BillState.Live, ContentKey = $"{institution}{i}",
        };
    });

    private static Region Region(string code, AdministrativeLevel level, string? parent, string path) =>
        new() { Code = code, Name = code, Level = level, ParentCode = parent, Path = path };
}
