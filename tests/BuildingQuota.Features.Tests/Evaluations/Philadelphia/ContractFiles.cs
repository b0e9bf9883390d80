using System.Globalization;
using System.Text;
using BuildingQuota.Domain.Quantities;
using BuildingQuota.Features.Imports;

namespace BuildingQuota.Features.Tests.Evaluations.Philadelphia;

/// <summary>The published rows as the contract's files: a meter for each building, carrier and year, read on uneven days.</summary>
internal static class ContractFiles
{
    /// <summary>Parts of a year between readings; any other would do.</summary>
    private static readonly decimal[] Weights = [9, 11, 8, 7, 6, 9, 12, 13, 8, 6, 7, 10];

    public static IEnumerable<OfferedFile> Of(IReadOnlyList<PublishedBuilding> rows)
    {
        var first = rows.GroupBy(row => row.Code).Select(group => group.MinBy(row => row.Year)!).ToArray();
        yield return File("regions.csv", "code,name,level,parent_code", ["US,USA,nation,"]);
        yield return File("institutions.csv", "code,name,kind,level,grade,region_code,parent_code,climate_zone", ["PHL,City of Philadelphia,agency,county,,US,,cold"]);
        yield return File("buildings.csv", "code,institution_code,name,kind,gross_area_m2,heated_area_m2,heating_type,in_service_from,in_service_to",
            first.Select(row => $"{row.Code},PHL,{row.Code},other,{SquareMetres(row)},0,none,1990-01-01,"));
        yield return File("areas.csv", "building_code,from,gross_area_m2,heated_area_m2,data_centre_area_m2,canteen_area_m2,let_area_m2,reason",
            rows.Select(row => $"{row.Code},{row.Year}-01-01,{SquareMetres(row)},0,0,0,0,as published"));
        yield return File("meters.csv", "code,building_code,institution_code,parent_code,carrier,unit,purpose,multiplier,active_from,active_to",
            rows.SelectMany(row => Uses(row).Select(use =>
                $"{use.Meter},{row.Code},PHL,,{use.Carrier},{use.Unit},general,1,{row.Year}-01-01,{row.Year + 1}-01-01")));
        yield return File("bills.csv", "institution_code,building_code,meter_code,carrier,period_start,period_end,quantity,unit,cost_cny,reading_type,bill_number",
            rows.SelectMany(row => Uses(row).SelectMany(use => Bills(row, use))));
    }

    private static IEnumerable<(string Meter, string Carrier, string Unit, decimal Quantity)> Uses(PublishedBuilding row)
    {
        if (row.ElectricityKwh is { } kwh) yield return ($"{row.Code}-{row.Year}-E", "electricity", "kWh", kwh);
        if (row.GasTherms is { } therms) yield return ($"{row.Code}-{row.Year}-G", "natural_gas", "m3", therms * 100 / KbtuReference.KbtuOfGasM3);
        if (row.SteamKbtu is { } steam) yield return ($"{row.Code}-{row.Year}-S", "other_tce", "tce", steam);
        if (row.OilKbtu is { } oil) yield return ($"{row.Code}-{row.Year}-O", "other_tce", "tce", oil);
    }

    private static IEnumerable<string> Bills(PublishedBuilding row, (string Meter, string Carrier, string Unit, decimal Quantity) use)
    {
        var parts = Apportionment.Split(Rounding.HalfUp(use.Quantity, 3), Weights, 0.001m);
        var year = DateSpan.OfYear(row.Year);
        var from = year.From;
        for (var i = 0; i < parts.Length; i++)
        {
            var until = i == parts.Length - 1 ? year.Until : new DateOnly(row.Year, i + 1, 1).AddMonths(1).AddDays(i * 7 % 20 - 6);
            yield return string.Create(CultureInfo.InvariantCulture,
                $"PHL,{row.Code},{use.Meter},{use.Carrier},{from:yyyy-MM-dd},{until:yyyy-MM-dd},{parts[i]},{use.Unit},,actual,{use.Meter}-{i + 1}");
            from = until;
        }
    }

    private static string SquareMetres(PublishedBuilding row) => (row.AreaFt2 * 0.09290304m).ToString("0.######", CultureInfo.InvariantCulture);

    private static OfferedFile File(string name, string header, IEnumerable<string> lines)
    {
        var bytes = Encoding.UTF8.GetBytes(header + "\n" + string.Join('\n', lines) + "\n");
        return new OfferedFile(name, () => new MemoryStream(bytes));
    }
}
