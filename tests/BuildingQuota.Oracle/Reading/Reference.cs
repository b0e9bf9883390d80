namespace BuildingQuota.Oracle.Reading;

/// <summary>The published data in seed/: read as files, as anyone would.</summary>
public sealed class Reference
{
    private const string Factors = "CN-2023";
    private readonly Dictionary<(string Set, string Carrier), decimal> _coefficients;
    private readonly List<EmissionFactor> _factors;
    private readonly Dictionary<(string Carrier, string Unit), UnitRule> _units;

    public Reference(string folder)
    {
        IEnumerable<CsvRow> Rows(string name) => CsvText.Rows(File.ReadAllText(Path.Combine(folder, name + ".csv")));
        _coefficients = Rows("coefficients").ToDictionary(row => (row.Text("set_code"), row.Text("carrier")),
            row => row.Number("kgce_per_unit")!.Value);
        _factors = [.. Rows("emission_factors").Where(row => row.Text("set_code") == Factors)
            .Select(row => new EmissionFactor(row.Text("carrier"), row.Word("region_code"), row.Number("kgco2_per_unit")!.Value))];
        _units = Rows("unit_conversions").ToDictionary(row => (row.Text("carrier"), row.Text("unit")),
            row => new UnitRule(row.Text("own_unit"), row.Number("numerator")!.Value, row.Number("denominator")!.Value));
        Regions = [.. Rows("regions").Select(row => new Region(row.Text("code"), row.Word("parent_code")))];
        SetOf = Rows("quota_standards").ToDictionary(row => row.Text("code"), row => row.Text("coefficient_set"));
        Quotas = [.. Rows("quotas").Select(row => new Quota(row.Text("standard_code"), row.Text("institution_kind"), row.Word("level"),
            row.Word("grade"), row.Word("zone"), row.Word("heating_type"), row.Text("indicator"), row.Number("constraint")!.Value,
            row.Number("baseline"), row.Number("guiding")!.Value))];
        Plans = [.. Rows("plans").Select(row => new Plan(row.Text("code"), row.Text("region_code"), (int)row.Number("base_year")!.Value,
            (int)row.Number("end_year")!.Value, row.Text("path") == "linear"))];
        Targets = [.. Rows("plan_targets").Select(row => new PlanTarget(
            row.Text("plan_code"), row.Text("indicator"), row.Number("cumulative_rate_percent")!.Value))];
    }

    public IReadOnlyList<Region> Regions { get; }
    public IReadOnlyDictionary<string, string> SetOf { get; }
    public IReadOnlyList<Quota> Quotas { get; }
    public IReadOnlyList<Plan> Plans { get; }
    public IReadOnlyList<PlanTarget> Targets { get; }

    public UnitRule Unit(string carrier, string unit) => _units[(carrier, unit)];

    public string OwnUnit(string carrier) => _units.First(unit => unit.Key.Carrier == carrier).Value.OwnUnit;

    /// <summary>kgce per own unit.</summary>
    public decimal Coefficient(string set, string carrier) => _coefficients[(set, carrier)];

    /// <summary>kgCO2 per own unit: the factor of the nearest region on the way up, at last that of the country.</summary>
    public decimal Factor(string carrier, IEnumerable<string> upwards) =>
        upwards.Select(region => _factors.FirstOrDefault(factor => factor.Carrier == carrier && factor.Region == region))
            .Append(_factors.FirstOrDefault(factor => factor.Carrier == carrier && factor.Region is null))
            .First(factor => factor is not null)!.Kg;
}
