namespace BuildingQuota.Testing.DemoRegion;

/// <summary>A meter with what runs through it (its sub-meters' loads included) and when it is billed.</summary>
internal sealed record MeterPlan(MeterRow Row, Cycle Cycle)
{
    public List<Load> Loads { get; } = [];

    /// <summary>The bill of one period in the meter's own unit of billing, with a few percent of chance.</summary>
    public BillRow Bill(DateOnly start, DateOnly end)
    {
        var own = 0m;
        for (var day = start; day < end; day = day.AddDays(1)) own += Loads.Sum(load => load.On(day));
        own *= new Dice($"{Row.Code} {start:yyyyMMdd}").Between(0.96m, 1.04m);
        var (perOwnUnit, places) = BillUnit.Of(Row.Carrier, Row.Unit);
        var quantity = Calendar.HalfUp(own * perOwnUnit, places);
        var cost = Calendar.HalfUp(quantity / perOwnUnit * BillUnit.PricePerOwnUnit(Row.Carrier), 2);
        return new BillRow(
            Row.Institution, Row.Building, Row.Code, Row.Carrier, start, end, quantity, Row.Unit, cost,
            quantity == 0 ? "actual" : Cycle.ReadingType, FormattableString.Invariant($"{Row.Code}-{end:yyyyMMdd}"), end);
    }
}
