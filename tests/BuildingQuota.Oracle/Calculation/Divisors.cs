using BuildingQuota.Oracle.Exact;
using BuildingQuota.Oracle.Reading;

namespace BuildingQuota.Oracle.Calculation;

/// <summary>Time-weighted averages over the days of the year: m²-days and person-days, in-service days only (design §3.3, §4.3).</summary>
public sealed class Divisors(Contract contract, Timelines timelines, Standing standing, Year year)
{
    private readonly ILookup<string?, Meter> _meters = contract.Meters
        .SelectMany(meter => contract.Allocations.Where(part => part.Meter == meter.Code).Select(part => (string?)part.Building).Append(meter.Building)
            .Distinct().Select(building => (building, meter))).ToLookup(at => at.building, at => at.meter);
    private readonly Dictionary<(string, Divisor), decimal> _done = [];

    public Fraction Of(Subject subject, Divisor divisor)
    {
        if (divisor == Divisor.One) return Fraction.Of(1);
        var key = (subject.Kind + subject.Code, divisor);
        if (!_done.TryGetValue(key, out var sum)) _done[key] = sum = year.Days.Sum(day => OnDay(subject, divisor, day));
        return Fraction.Of(sum) / year.Days.Count;
    }

    /// <summary>An institution without buildings of its own serves all year.</summary>
    public bool IsPartial(Subject subject) => year.Days.Any(day => !IsInService(subject, day));

    private static bool IsInService(Subject subject, DateOnly day) =>
        subject.Buildings.Count == 0 || subject.Buildings.Any(building => Timelines.InService(building, day));

    private decimal OnDay(Subject subject, Divisor divisor, DateOnly day) => divisor switch
    {
        Divisor.Persons => IsInService(subject, day) ? timelines.Persons(subject.Institution.Code, day, "energy") : 0,
        Divisor.WaterPersons => IsInService(subject, day) ? timelines.WaterPersons(subject.Institution.Code, day) : 0,
        Divisor.Beds => IsInService(subject, day) ? timelines.Persons(subject.Institution.Code, day, "beds") : 0,
        _ => subject.Buildings.Where(building => Timelines.InService(building, day)).Sum(building => Area(building, divisor, day)),
    };

    /// <summary>What is let leaves together with the tenant's energy: while a meter of his is active whose use goes there; so do data centre and canteen, where regular systems are looked at.</summary>
    private decimal Area(Building building, Divisor divisor, DateOnly day)
    {
        var areas = timelines.AreasOn(building, day);
        if (divisor == Divisor.HeatedArea) return areas.Heated;
        var area = areas.Gross - (IsMetered(building, "tenant", day) ? areas.Let : 0);
        if (divisor == Divisor.Area) return area;
        return area - (IsMetered(building, "data_centre", day) ? areas.DataCentre : 0) - (IsMetered(building, "canteen", day) ? areas.Canteen : 0);
    }

    private bool IsMetered(Building building, string purpose, DateOnly day) =>
        _meters[building.Code].Any(meter => meter.Purpose == purpose && Timelines.IsActive(meter, day) && standing.IsAt(meter, building.Code, day));
}
