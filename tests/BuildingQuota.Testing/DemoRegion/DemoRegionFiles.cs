using System.Globalization;

namespace BuildingQuota.Testing.DemoRegion;

/// <summary>The invented region of seed/demo, file by file, the same to the byte on every machine.</summary>
public static class DemoRegionFiles
{
    /// <summary>File name to content: CSV as the contract has it, UTF-8 without a mark, lines ended by LF.</summary>
    public static IReadOnlyDictionary<string, string> Generate()
    {
        var region = Tell();
        var files = MasterFiles.Write(region);
        foreach (var year in region.Bills.GroupBy(bill => FileYear(bill)).OrderBy(group => group.Key))
            files[string.Create(CultureInfo.InvariantCulture, $"bills-{year.Key}.csv")] = Bills(region, year);
        return files;
    }

    private static Region Tell()
    {
        var region = new Region();
        foreach (var spec in PrefectureInstitutions.All().Concat(CountyInstitutions.All())) new InstitutionWriter(region, spec).Write();
        SharedMeters.Install(region);
        MeterStories.Apply(region);
        PlanBases.Declare(region);
        Moves.Apply(region);
        Timelines.Apply(region);
        region.Bills.AddRange(
            from meter in region.Meters
            from period in meter.Cycle.Within(meter.Row.From, meter.Row.To ?? Calendar.Closing)
            select meter.Bill(period.Start, period.End));
        BillEvents.Apply(region);
        return region;
    }

    /// <summary>A bill is in the file of the year in which it came.</summary>
    private static int FileYear(BillRow bill) => Math.Min(bill.IssuedOn.Year, Calendar.LastYear);

    private static string Bills(Region region, IEnumerable<BillRow> bills)
    {
        var places = region.Institutions.Select((row, place) => (row.Code, place)).ToDictionary(pair => pair.Code, pair => pair.place);
        var csv = new Csv(
            "institution_code,building_code,meter_code,carrier,period_start,period_end,quantity,unit,cost_cny,reading_type,bill_number");
        var inOrder = bills.OrderBy(row => places[row.Institution]).ThenBy(row => row.IssuedOn)
            .ThenBy(row => row.Number, StringComparer.Ordinal);
        foreach (var bill in inOrder)
            csv.Line(bill.Institution, bill.Building, bill.Meter, bill.Carrier, bill.Start, bill.End, bill.Quantity, bill.Unit, bill.Cost,
                bill.ReadingType, bill.Number);
        return csv.ToString();
    }
}
