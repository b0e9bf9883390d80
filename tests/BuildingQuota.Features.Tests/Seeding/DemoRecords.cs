using BuildingQuota.Domain.Billing;
using BuildingQuota.Domain.Buildings;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Institutions;
using BuildingQuota.Domain.Metering;

namespace BuildingQuota.Features.Tests.Seeding;

/// <summary>The demonstration's files as records, with corrections and reversals taken the way the contract says.</summary>
internal sealed class DemoRecords(IReadOnlyDictionary<string, string> files)
{
    public CommunityRecords Read()
    {
        var owners = Rows("buildings.csv").ToDictionary(row => row["code"], row => row["institution_code"]);
        return new([.. Rows("institutions.csv").Select(Institution)], [.. Rows("buildings.csv").Select(Building)], Meters)
        {
            FloorAreas = [.. Rows("areas.csv").Select((row, at) => new FloorArea
            {
                Id = at, BuildingCode = row["building_code"], InstitutionCode = owners[row["building_code"]], From = row.Day("from"),
                GrossAreaM2 = row.Number("gross_area_m2"), HeatedAreaM2 = row.Number("heated_area_m2"), ImportId = 0,
                DataCentreAreaM2 = row.Number("data_centre_area_m2"), CanteenAreaM2 = row.Number("canteen_area_m2"),
                LetAreaM2 = row.Number("let_area_m2"),
            })],
            Headcounts = [.. Rows("headcounts.csv").Select((row, at) => new Headcount
            {
                Id = at, InstitutionCode = row["institution_code"], From = row.Day("from"), Persons = row.Number("persons"),
                Basis = row.Word<HeadcountBasis>("basis"), ImportId = 0,
            })],
            Allocations = [.. Rows("allocations.csv").Select((row, at) => new Allocation
            {
                Id = at, MeterCode = row["meter_code"], BuildingCode = row["building_code"], InstitutionCode = owners[row["building_code"]],
                Method = row.Word<AllocationMethod>("method"), Share = row.NumberOrNone("share"), From = row.Day("from"),
                To = row.DayOrNone("to"), ImportId = 0,
            })],
            Bills = LiveBills(),
        };
    }

    private IReadOnlyList<Meter> Meters { get; } = [.. SeedTable.Parse("meters", files["meters.csv"]).Select(row => new Meter
    {
        Code = row["code"], BuildingCode = row.TextOrNone("building_code"), InstitutionCode = row["institution_code"],
        ParentCode = row.TextOrNone("parent_code"), Carrier = row.Word<Carrier>("carrier"), Unit = row["unit"],
        Purpose = row.Word<MeterPurpose>("purpose"), Multiplier = row.Number("multiplier"), ActiveFrom = row.Day("active_from"),
        ActiveTo = row.DayOrNone("active_to"),
    })];

    private List<Bill> LiveBills()
    {
        var live = new List<Bill>();
        foreach (var row in files.Keys.Where(name => name.StartsWith("bills-", StringComparison.Ordinal)).Order().SelectMany(Rows))
        {
            var bill = Bill(row, live.Count);
            var ended = bill.ReadingType switch
            {
                ReadingType.Reversal => live.RemoveAll(other => other.BillNumber == bill.BillNumber),
                ReadingType.Correction => live.RemoveAll(other => other.MeterCode == bill.MeterCode && bill.Covers.Contains(other.Covers)),
                _ => 0,
            };
            Assert.True(bill.ReadingType != ReadingType.Reversal || ended == 1, $"{bill.BillNumber} reverses {ended} bills.");
            if (bill.ReadingType != ReadingType.Reversal) live.Add(bill);
        }
        return live;
    }

    private Bill Bill(IReadOnlyDictionary<string, string> row, int at) => new()
    {
        Id = at, MeterCode = row.TextOrNone("meter_code") ?? MeterAt(row), InstitutionCode = row["institution_code"],
        BuildingCode = row.TextOrNone("building_code"), Carrier = row.Word<Carrier>("carrier"), PeriodStart = row.Day("period_start"),
        PeriodEnd = row.Day("period_end"), Quantity = row.Number("quantity"), Unit = row["unit"], CostCny = row.Number("cost_cny"),
        ReadingType = row.Word<ReadingType>("reading_type"), BillNumber = row["bill_number"], RawQuantity = row["quantity"],
        RawUnit = row["unit"], ImportId = 0, RowNumber = at, RecordedAt = default, State = BillState.Live, ContentKey = row["bill_number"],
    };

    private string MeterAt(IReadOnlyDictionary<string, string> row) =>
        Meters.Single(meter => meter.BuildingCode == row["building_code"] && meter.Carrier == row.Word<Carrier>("carrier")).Code;

    private static Institution Institution(IReadOnlyDictionary<string, string> row) => new()
    {
        Code = row["code"], Name = row["name"], Kind = row.Word<InstitutionKind>("kind"), Level = row.Word<AdministrativeLevel>("level"),
        Grade = row.WordOrNone<HospitalGrade>("grade"), RegionCode = row["region_code"], ParentCode = row.TextOrNone("parent_code"),
        RegionPath = row["region_code"] == "654200" ? "100000/650000/654200/" : $"100000/650000/654200/{row["region_code"]}/",
    };

    private static Building Building(IReadOnlyDictionary<string, string> row) => new()
    {
        Code = row["code"], InstitutionCode = row["institution_code"], Name = row["name"], Kind = row.Word<BuildingKind>("kind"),
        GrossAreaM2 = row.Number("gross_area_m2"), HeatedAreaM2 = row.Number("heated_area_m2"),
        HeatingType = row.Word<HeatingType>("heating_type"), InServiceFrom = row.Day("in_service_from"),
        InServiceTo = row.DayOrNone("in_service_to"),
    };

    private IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(string name) => SeedTable.Parse(name, files[name]);
}
