using System.Globalization;
using BuildingQuota.Testing;
using CsvHelper;

namespace BuildingQuota.Features.Tests.Evaluations.Philadelphia;

/// <summary>One row of the published file: a building's year. What was not reported is null.</summary>
internal sealed record PublishedBuilding(string Code, int Year, decimal AreaFt2, decimal Intensity)
{
    public decimal? ElectricityKwh { get; init; }

    public decimal? GasTherms { get; init; }

    public decimal? SteamKbtu { get; init; }

    public decimal? OilKbtu { get; init; }

    public static IReadOnlyList<PublishedBuilding> ReadAll()
    {
        var path = RepositoryRoot.File("tests", "BuildingQuota.Features.Tests", "Evaluations", "Philadelphia", "municipal-buildings-2011-2014.csv");
        using var csv = CsvReader.Create(File.ReadAllBytes(path), new CsvReaderOptions());
        var rows = new List<PublishedBuilding>();
        while (csv.Read())
        {
            rows.Add(new PublishedBuilding(
                "P" + csv.GetString("property_id"), (int)Number("year")!, Number("floor_area_ft2")!.Value, Number("published_site_eui_kbtu_per_ft2")!.Value)
            {
                ElectricityKwh = Number("electricity_kwh"), GasTherms = Number("natural_gas_therms"),
                SteamKbtu = Number("district_steam_kbtu"), OilKbtu = Number("fuel_oil_kbtu"),
            });
        }

        return rows;

        decimal? Number(string column) => decimal.TryParse(csv.GetString(column), CultureInfo.InvariantCulture, out var value) ? value : null;
    }
}
