using System.Globalization;
using System.Text;
using BuildingQuota.Features.Imports;

namespace BuildingQuota.Bench.Region;

/// <summary>A region of any size as the contract's files: institutions of two buildings with two meters each, calendar-month bills.</summary>
internal sealed record BenchRegion(int Institutions, int Months)
{
    private const int BuildingsEach = 2;

    private static readonly (string Suffix, string Carrier, string Unit, int Base)[] MetersEach =
        [("E", "electricity", "kWh", 9_000), ("H", "district_heat", "GJ", 300)];

    public int Bills => Institutions * BuildingsEach * MetersEach.Length * Months;

    public OfferedFile[] MasterFiles() =>
    [
        File("institutions.csv", "code,name,kind,level,grade,region_code,parent_code,climate_zone", Codes().Select(code => $"{code},{code},agency,county,,654201,,severe_cold")),
        File("buildings.csv", "code,institution_code,name,kind,gross_area_m2,heated_area_m2,heating_type,in_service_from,in_service_to",
            Buildings().Select(b => $"{b.Code},{b.Institution},{b.Code},office,4000,3800,district_metered,2000-01-01,")),
        File("headcounts.csv", "institution_code,from,persons,basis,reason", Codes().Select(code => $"{code},2000-01-01,120,energy,")),
        File("meters.csv", "code,building_code,institution_code,parent_code,carrier,unit,purpose,multiplier,active_from,active_to",
            Buildings().SelectMany(b => MetersEach.Select(m => $"{b.Code}-{m.Suffix},{b.Code},{b.Institution},,{m.Carrier},{m.Unit},general,1,2015-01-01,"))),
    ];

    /// <summary>Writes bills.csv: the same rows for ours and for the peer.</summary>
    public string WriteBills(string folder, bool header)
    {
        var path = Path.Combine(folder, header ? "bills.csv" : "bills-plain.csv");
        using var file = new StreamWriter(path, append: false, new UTF8Encoding(false));
        if (header) file.WriteLine("institution_code,building_code,meter_code,carrier,period_start,period_end,quantity,unit,cost_cny,reading_type,bill_number");
        foreach (var line in BillLines()) file.WriteLine(line);
        return path;
    }

    private IEnumerable<string> BillLines()
    {
        var turn = 0;
        foreach (var (_, building) in Buildings())
        {
            foreach (var meter in MetersEach)
            {
                for (var month = 0; month < Months; month++)
                {
                    var from = new DateOnly(2024, 1, 1).AddMonths(month % 24 - (month / 24 * 24));
                    turn = (turn * 61 + 7) % 1_000;
                    yield return string.Create(CultureInfo.InvariantCulture,
                        $",,{building}-{meter.Suffix},{meter.Carrier},{from:yyyy-MM-dd},{from.AddMonths(1):yyyy-MM-dd},{meter.Base + turn}.{turn:000},{meter.Unit},{meter.Base / 2}.5,actual,{building}-{meter.Suffix}-{from:yyyyMM}");
                }
            }
        }
    }

    private IEnumerable<string> Codes() => Enumerable.Range(1, Institutions).Select(i => $"I{i:00000}");

    private IEnumerable<(string Institution, string Code)> Buildings() =>
        Codes().SelectMany(code => Enumerable.Range(1, BuildingsEach).Select(i => (code, $"{code}-B{i}")));

    private static OfferedFile File(string name, string header, IEnumerable<string> lines)
    {
        var bytes = Encoding.UTF8.GetBytes(header + "\n" + string.Join('\n', lines) + "\n");
        return new OfferedFile(name, () => new MemoryStream(bytes));
    }
}
