using System.Globalization;
using System.Text;
using BuildingQuota.Features.Evaluations;
using BuildingQuota.Features.Imports;

namespace BuildingQuota.Testing.Hosting;

/// <summary>Two institutions in two counties, each with a building, a meter and bills of 2025; one more with odd bills.</summary>
public static class Town
{
    public const string Prefecture = "654200";
    public const string CountyA = "654201";
    public const string CountyB = "654202";
    public const string A = "TOWN-A";
    public const string B = "TOWN-B";

    /// <summary>Bills in odd units and odd sizes, of a third institution in county B that has no other purpose.</summary>
    public const string Odd = "TOWN-C";

    public static async Task Settle(QuotaApp app)
    {
        var report = default(ImportReport);
        var request = new ImportRequest([.. Texts.Select(file => Offer(file.Name, file.Text))], null, false, "town", "en");
        await app.Do<ImportFiles>(async import => report = await import.Run(request, null, CancellationToken.None));
        if (report!.ExitCode != 0) throw new InvalidOperationException(report.Files[^1].Problems[0].ToString());
        await app.Do<EvaluateYears>(evaluate => evaluate.Run(new EvaluateRequest(), null, CancellationToken.None));
    }

    private static OfferedFile Offer(string name, string text) => new(name, () => new MemoryStream(Encoding.UTF8.GetBytes(text)));

    public const string BillHeader =
        "institution_code,building_code,meter_code,carrier,period_start,period_end,quantity,unit,cost_cny,reading_type,bill_number\n";

    /// <summary>The same as files.</summary>
    public static IEnumerable<(string Name, string Text)> Texts => Files();

    private static IEnumerable<(string Name, string Text)> Files()
    {
        yield return ("institutions.csv", $"""
            code,name,kind,level,grade,region_code,parent_code,climate_zone
            {A},甲机关,agency,county,,{CountyA},,severe_cold
            {B},乙机关,agency,county,,{CountyB},,severe_cold
            {Odd},丙机关,agency,county,,{CountyB},,severe_cold
            """);
        yield return ("buildings.csv", $"""
            code,institution_code,name,kind,gross_area_m2,heated_area_m2,heating_type,in_service_from,in_service_to
            {A}-1,{A},甲楼,office,1000,900,district_metered,2010-01-01,
            {B}-1,{B},乙楼,office,2000,1800,district_metered,2010-01-01,
            {Odd}-1,{Odd},丙楼,office,3000,1800,district_metered,2010-01-01,
            """);
        yield return ("headcounts.csv", $"""
            institution_code,from,persons,basis,reason
            {A},2020-01-01,50,energy,
            {B},2020-01-01,80,energy,
            """);
        yield return ("meters.csv", $"""
            code,building_code,institution_code,parent_code,carrier,unit,purpose,multiplier,active_from,active_to
            {A}-E,{A}-1,{A},,electricity,kWh,general,1,2025-01-01,
            {B}-E,{B}-1,{B},,electricity,kWh,general,1,2025-01-01,
            {Odd}-E,{Odd}-1,{Odd},,electricity,万kWh,general,1,2024-01-01,
            {Odd}-H,{Odd}-1,{Odd},,district_heat,MWh,heating,1,2024-01-01,
            {Odd}-P,,{Odd},,gasoline,kg,vehicle,1,2024-01-01,
            """);
        yield return ("adoptions.csv", $"region_code,quota_standard,quota_zone,from\n{Prefecture},DB37/T 2672-2019,B,2020-01-01\n");
        yield return ("bills.csv", Bills());
    }

    private static string Bills()
    {
        var lines = new StringBuilder(BillHeader);
        for (var month = new DateOnly(2025, 1, 1); month.Year == 2025; month = month.AddMonths(1))
        {
            Bill(lines, $"{A},{A}-1,{A}-E,electricity", month, "9000.5,kWh,4500.25,actual,");
            Bill(lines, $"{B},{B}-1,{B}-E,electricity", month, "2000,kWh,1000,actual,");
        }

        string[] odd = ["99999999.999999,万kWh", "0.000001,kWh", "1.2345675,MWh", "0.0000005,万kWh"];
        for (var i = 0; i < odd.Length; i++)
            Bill(lines, $"{Odd},{Odd}-1,{Odd}-E,electricity", new DateOnly(2024, 1 + i, 1), odd[i] + ",,actual,");
        Bill(lines, $"{Odd},{Odd}-1,{Odd}-H,district_heat", new DateOnly(2024, 1, 1), "12345.678901,MWh,,actual,");
        Bill(lines, $"{Odd},{Odd}-1,{Odd}-H,district_heat", new DateOnly(2024, 2, 1), "777.777777,kWh,,actual,");
        Bill(lines, $"{Odd},,{Odd}-P,gasoline", new DateOnly(2024, 1, 1), "1234.567,kg,,purchase,");
        Bill(lines, $"{Odd},,{Odd}-P,gasoline", new DateOnly(2024, 2, 1), "0.000073,t,,purchase,");
        return lines.ToString();
    }

    private static void Bill(StringBuilder lines, string meter, DateOnly month, string rest) =>
        lines.Append(CultureInfo.InvariantCulture, $"{meter},{month:yyyy-MM-dd},{month.AddMonths(1):yyyy-MM-dd},{rest}\n");
}
