using System.Diagnostics;
using System.Globalization;
using BuildingQuota.Bench.Shell;
using BuildingQuota.Domain.Metering;
using Microsoft.Data.Sqlite;

namespace BuildingQuota.Bench.Evaluations;

/// <summary>
/// The same sums by plainer means, in binary doubles, without sharing, timelines, limits or proof: kgce, kgCO2, kWh and m³ of each
/// institution and year.
/// </summary>
internal static class Peers
{
    private const string Statement =
        """
        SELECT round(sum(kgce), 1), round(sum(kgco2), 1), round(sum(kwh), 1), round(sum(water), 1), round(sum(per_area), 3) FROM (
            SELECT b.institution_code, substr(b.period_start, 1, 4) AS year, sum(b.quantity * c.kgce_per_unit) AS kgce,
                sum(b.quantity * f.kg_co2_per_unit) AS kgco2, sum(CASE b.carrier WHEN 'Electricity' THEN b.quantity END) AS kwh,
                sum(CASE b.carrier WHEN 'Water' THEN b.quantity END) AS water, sum(b.quantity * c.kgce_per_unit) / max(a.area) AS per_area
            FROM bills b
            JOIN coefficients c ON c.set_code = 'STAT' AND c.carrier = b.carrier
            LEFT JOIN (SELECT carrier, max(kg_co2_per_unit) AS kg_co2_per_unit FROM emission_factors WHERE set_code = 'CN-2023' AND region_code IN ('', '650000')
                GROUP BY carrier) f ON f.carrier = b.carrier
            JOIN (SELECT institution_code, sum(gross_area_m2) AS area FROM buildings GROUP BY institution_code) a ON a.institution_code = b.institution_code
            WHERE b.state = 'Live' GROUP BY b.institution_code, year);
        """;

    public static SqliteShell OneStatement(string file) => SqliteShell.Run(file, Statement);

    /// <summary>One scan of the bills in the order in which they lie, folded row by row.</summary>
    public static (double Seconds, double Kgce, PlainBill[] Bills) FoldOverScan(string file, int bills)
    {
        var kept = new PlainBill[bills];
        using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly");
        connection.Open();
        var watch = Stopwatch.StartNew();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT institution_code, carrier, period_start, quantity FROM bills WHERE state = 'Live'";
        using var row = command.ExecuteReader();
        var sums = new Dictionary<(string, int), double>();
        var count = 0;
        while (row.Read())
        {
            var carrier = Enum.Parse<Carrier>(row.GetString(1));
            var (code, year, quantity) = (row.GetString(0), int.Parse(row.GetString(2).AsSpan(0, 4), CultureInfo.InvariantCulture), row.GetDouble(3));
            System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(sums, (code, year), out _) += quantity * Kgce(carrier);
            kept[count++] = new PlainBill(int.Parse(code.AsSpan(1), CultureInfo.InvariantCulture), year - 2023, carrier, quantity);
        }

        return (watch.Elapsed.TotalSeconds, sums.Values.Sum(), kept);
    }

    /// <summary>The same fold when all bills are in memory already.</summary>
    public static double FoldInMemory(PlainBill[] bills, int institutions)
    {
        var watch = Stopwatch.StartNew();
        var sums = new double[institutions, 3];
        foreach (var bill in bills) sums[bill.Institution, bill.Year] += bill.Quantity * Kgce(bill.Carrier);
        return watch.Elapsed.TotalSeconds;
    }

    private static double Kgce(Carrier carrier) => carrier switch
    {
        Carrier.Electricity => 0.1229, Carrier.DistrictHeat => 34.12, Carrier.NaturalGas => 1.33, _ => 0,
    };
}

/// <summary>What a plain loop needs of a bill.</summary>
internal readonly record struct PlainBill(int Institution, int Year, Carrier Carrier, double Quantity);
