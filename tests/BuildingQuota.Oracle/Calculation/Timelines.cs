using BuildingQuota.Oracle.Reading;

namespace BuildingQuota.Oracle.Calculation;

/// <summary>What held on a day (design §4.3 "Denominators").</summary>
public sealed class Timelines(Contract contract)
{
    private readonly ILookup<string, AreaChange> _areas = contract.AreaChanges
        .Reverse().DistinctBy(change => (change.Building, change.From)).ToLookup(change => change.Building); // the last word on a day counts
    private readonly ILookup<string, HeadcountChange> _persons = contract.Headcounts
        .Reverse().DistinctBy(change => (change.Institution, change.From, change.Basis)).ToLookup(change => change.Institution);
    private readonly ILookup<string, Building> _buildings = contract.Buildings.ToLookup(building => building.Institution);

    public IEnumerable<Building> BuildingsOf(string institution) => _buildings[institution];

    public static bool InService(Building building, DateOnly day) => building.From <= day && (building.To is not { } to || day < to);

    public static bool IsActive(Meter meter, DateOnly day) => meter.From <= day && (meter.To is not { } to || day < to);

    /// <summary>Before the first change, what buildings.csv says.</summary>
    public Areas AreasOn(Building building, DateOnly day) =>
        _areas[building.Code].Where(change => change.From <= day).MaxBy(change => change.From)?.Areas ?? building.Areas;

    public decimal Persons(string institution, DateOnly day, string basis) => On(institution, day, basis) ?? 0;

    /// <summary>Persons that use water: as counted for water, else as counted for energy.</summary>
    public decimal WaterPersons(string institution, DateOnly day) => On(institution, day, "water") ?? On(institution, day, "energy") ?? 0;

    private decimal? On(string institution, DateOnly day, string basis) =>
        _persons[institution].Where(change => change.Basis == basis && change.From <= day).MaxBy(change => change.From)?.Persons;
}
