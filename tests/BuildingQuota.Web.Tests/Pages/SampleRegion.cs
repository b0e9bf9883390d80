using System.Globalization;
using System.Text;
using BuildingQuota.Features.Imports;

namespace BuildingQuota.Web.Tests.Pages;

/// <summary>
/// Three agencies of one prefecture as contract files: one far over its quota, one within, one with half of 2025 missing. One of them has
/// a name that a spreadsheet would take for a formula.
/// </summary>
internal static class SampleRegion
{
    public const string Over = "P-OVER", Within = "P-FINE", Thin = "P-THIN";

    private static readonly (string Code, string Name, int MonthlyKwh, int Months2025)[] Agencies =
    [
        (Over, "=超用局", 30_000, 12),
        (Within, "节约局", 1_500, 12),
        (Thin, "缺账局", 6_000, 6),
    ];

    public static IReadOnlyList<OfferedFile> Files =>
    [
        File("institutions.csv", "code,name,kind,level,grade,region_code,parent_code,climate_zone",
            Agencies.Select(a => $"{a.Code},{a.Name},agency,prefecture,,654200,,severe_cold")),
        File("buildings.csv", "code,institution_code,name,kind,gross_area_m2,heated_area_m2,heating_type,in_service_from,in_service_to",
            Agencies.Select(a => $"{a.Code}-B1,{a.Code},{a.Name.TrimStart('=')}主楼,office,2000,1800,district_metered,2012-09-01,")),
        File("headcounts.csv", "institution_code,from,persons,basis,reason", Agencies.Select(a => $"{a.Code},2023-01-01,60,energy,建账")),
        File("meters.csv", "code,building_code,institution_code,parent_code,carrier,unit,purpose,multiplier,active_from,active_to",
            Agencies.Select(a => $"{a.Code}-E1,{a.Code}-B1,{a.Code},,electricity,kWh,general,1,2024-01-01,")),
        File("adoptions.csv", "region_code,quota_standard,quota_zone,from", ["654200,DB37/T 2672-2019,B,2023-01-01"]),
        File("plan_bases.csv", "plan_code,subject_kind,subject_code,indicator,base_value,source",
            [$"TC-FYP14,institution,{Over},EnergyPerArea,23,统计", "TC-FYP14,region,654200,EnergyPerArea,10,统计"]),
        Bills("bills.csv", Agencies.SelectMany(a => Months(a.Code, a.MonthlyKwh, 12 + a.Months2025))),
    ];

    /// <summary>One bill with a quantity that is none: refused, with the row named.</summary>
    public static string BadBills => BillsHead + "\n" + $"{Over},{Over}-B1,{Over}-E1,electricity,2026-01-01,2026-02-01,很多,kWh,1,actual,X1\n";

    /// <summary>One good bill of the next month.</summary>
    public static string GoodBills => BillsHead + "\n" + $"{Over},{Over}-B1,{Over}-E1,electricity,2026-01-01,2026-02-01,31000,kWh,15500,actual,X1\n";

    private const string BillsHead =
        "institution_code,building_code,meter_code,carrier,period_start,period_end,quantity,unit,cost_cny,reading_type,bill_number";

    private static IEnumerable<string> Months(string code, int kwh, int count) => Enumerable.Range(0, count).Select(month =>
    {
        var (from, until) = (new DateOnly(2024, 1, 1).AddMonths(month), new DateOnly(2024, 1, 1).AddMonths(month + 1));
        return string.Create(CultureInfo.InvariantCulture,
            $"{code},{code}-B1,{code}-E1,electricity,{from:yyyy-MM-dd},{until:yyyy-MM-dd},{kwh + month},kWh,{kwh / 2},actual,{code}-{from:yyyyMM}");
    });

    private static OfferedFile Bills(string name, IEnumerable<string> rows) => File(name, BillsHead, rows);

    private static OfferedFile File(string name, string head, IEnumerable<string> rows)
    {
        var bytes = Encoding.UTF8.GetBytes(head + "\n" + string.Join("\n", rows) + "\n");
        return new OfferedFile(name, () => new MemoryStream(bytes, writable: false));
    }
}
