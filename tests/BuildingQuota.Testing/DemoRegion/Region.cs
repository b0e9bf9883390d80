namespace BuildingQuota.Testing.DemoRegion;

/// <summary>Everything the files will say, while it is being made.</summary>
internal sealed class Region
{
    public List<InstitutionRow> Institutions { get; } = [];

    public List<BuildingRow> Buildings { get; } = [];

    public List<AreaRow> Areas { get; } = [];

    public List<HeadcountRow> Headcounts { get; } = [];

    public List<MeterPlan> Meters { get; } = [];

    public List<AllocationRow> Allocations { get; } = [];

    public List<BillRow> Bills { get; } = [];

    public List<PlanBaseRow> PlanBases { get; } = [];

    /// <summary>What runs through meters that are shared, by building and carrier, until a shared meter takes it.</summary>
    public List<(string Building, string Carrier, Load Load)> Shared { get; } = [];

    /// <summary>The uses of each institution that count, in own units of 2023: what base values are told from.</summary>
    public List<(string Institution, string Carrier, string Purpose, decimal Annual)> Uses { get; } = [];

    public MeterPlan Meter(string code) => Meters.Single(meter => meter.Row.Code == code);

    public BuildingRow Building(string code) => Buildings.Single(building => building.Code == code);

    public BillRow Bill(string number) => Bills.Single(bill => bill.Number == number);

    /// <summary>Puts another row in a meter's place and keeps what runs through it.</summary>
    public MeterPlan Replace(MeterPlan old, MeterRow row, Cycle? cycle = null)
    {
        var plan = new MeterPlan(row, cycle ?? old.Cycle);
        plan.Loads.AddRange(old.Loads);
        Meters[Meters.IndexOf(old)] = plan;
        return plan;
    }

    public void Replace(BuildingRow old, BuildingRow row) => Buildings[Buildings.IndexOf(old)] = row;
}
