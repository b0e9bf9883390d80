using System.Text;

namespace BuildingQuota.Oracle.Regions;

/// <summary>
/// Institutions of every kind with whatever the contract allows, as the files of design §4.1: what changes on some day of a year,
/// what is missing, what is estimated, taken back and put right. The same seed gives the same files.
/// </summary>
public sealed class RandomRegion
{
    private const string Bills = "institution_code,building_code,meter_code,carrier,period_start,period_end,quantity,unit,cost_cny,reading_type,bill_number";

    private static readonly Dictionary<string, string> Headers = new()
    {
        ["regions.csv"] = "code,name,level,parent_code",
        ["institutions.csv"] = "code,name,kind,level,grade,region_code,parent_code,climate_zone",
        ["buildings.csv"] = "code,institution_code,name,kind,gross_area_m2,heated_area_m2,heating_type,in_service_from,in_service_to",
        ["areas.csv"] = "building_code,from,gross_area_m2,heated_area_m2,data_centre_area_m2,canteen_area_m2,let_area_m2,reason",
        ["headcounts.csv"] = "institution_code,from,persons,basis,reason",
        ["meters.csv"] = "code,building_code,institution_code,parent_code,carrier,unit,purpose,multiplier,active_from,active_to",
        ["allocations.csv"] = "meter_code,building_code,method,share,from,to",
        ["adoptions.csv"] = "region_code,quota_standard,quota_zone,from",
        ["plan_bases.csv"] = "plan_code,subject_kind,subject_code,indicator,base_value,source",
        ["bills.csv"] = Bills,
        ["bills-again.csv"] = Bills,
        ["areas-later.csv"] = "building_code,from,gross_area_m2,heated_area_m2,data_centre_area_m2,canteen_area_m2,let_area_m2,reason",
        ["headcounts-later.csv"] = "institution_code,from,persons,basis,reason",
        ["adoptions-later.csv"] = "region_code,quota_standard,quota_zone,from",
    };

    private readonly Dictionary<string, StringBuilder> _files = Headers.ToDictionary(file => file.Key, file => new StringBuilder(file.Value + "\n"));

    public RandomRegion(int seed, int institutions)
    {
        Dice = new(seed);
        Years = Dice.Of<int[]>([2020, 2021, 2022], [2022, 2023, 2024], [2023, 2024, 2025], [2019, 2020, 2021]);
        Setting.Lay(this, institutions);
    }

    /// <summary>Three in a row; what happened in the first is the base of some plans.</summary>
    public IReadOnlyList<int> Years { get; }

    /// <summary>First everything with the bills as they came.</summary>
    public IReadOnlyList<(string Name, string Text)> First => [.. Files.Where(file => !file.Name.Contains('-', StringComparison.Ordinal))];

    /// <summary>Then corrections and reversals.</summary>
    public IReadOnlyList<(string Name, string Text)> Again => [.. Files.Where(file => file.Name.EndsWith("-again.csv", StringComparison.Ordinal))];

    /// <summary>At last what was found out about days long past.</summary>
    public IReadOnlyList<(string Name, string Text)> Later => [.. Files.Where(file => file.Name.EndsWith("-later.csv", StringComparison.Ordinal))];

    /// <summary>In the order in which they go in.</summary>
    public IReadOnlyList<(string Name, string Text)> Files => [.. _files.Select(file => (file.Key, file.Value.ToString()))];

    internal Dice Dice { get; }

    internal DateOnly From => new(Years[0], 1, 1);

    internal DateOnly Until => new(Years[^1] + 1, 1, 1);

    internal DateOnly AnyDay() => From.AddDays(Dice.Between(1, Until.DayNumber - From.DayNumber - 1));

    internal void Write(string file, params string[] cells) => _files[file + ".csv"].AppendJoin(',', cells).Append('\n');
}
