namespace BuildingQuota.Testing.DemoRegion;

/// <summary>One use of a carrier: own units in 2023, its shape over the year, and the yearly growth since.</summary>
internal sealed record Load(decimal Annual, Shape Shape, decimal Growth)
{
    public decimal On(DateOnly day)
    {
        var use = Annual * Shape.PartOn(day);
        for (var year = Calendar.Opening.Year; year < day.Year; year++) use *= 1m + Growth;
        return use;
    }
}
