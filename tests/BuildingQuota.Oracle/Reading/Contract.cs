namespace BuildingQuota.Oracle.Reading;

/// <summary>What the files of design §4.1 say, in the order in which they say it.</summary>
public sealed class Contract
{
    private readonly Func<string, IEnumerable<CsvRow>> _rows;

    public Contract(IEnumerable<(string Name, string Text)> files)
    {
        var all = files.ToList();
        _rows = kind => all.Where(file => file.Name.StartsWith(kind, StringComparison.Ordinal)).SelectMany(file => CsvText.Rows(file.Text));
        Regions = [.. _rows("regions").Select(row => new Region(row.Text("code"), row.Word("parent_code")))];
        Institutions = [.. _rows("institutions").Select(row => new Institution(
            row.Text("code"), row.Text("kind"), row.Text("level"), row.Word("grade"), row.Text("region_code")))];
        Buildings = [.. _rows("buildings").Select(row => new Building(row.Text("code"), row.Text("institution_code"), AreasOf(row),
            row.Word("heating_type") ?? "none", row.Day("in_service_from")!.Value, row.Day("in_service_to")))];
        AreaChanges = [.. _rows("areas").Select(row => new AreaChange(row.Text("building_code"), row.Day("from")!.Value, AreasOf(row)))];
        Headcounts = [.. _rows("headcounts").Select(row => new HeadcountChange(
            row.Text("institution_code"), row.Day("from")!.Value, row.Number("persons")!.Value, row.Word("basis") ?? "energy"))];
        Meters = [.. _rows("meters").Select(MeterOf)];
        Allocations = [.. _rows("allocations").Select(row => new Allocation(row.Text("meter_code"), row.Text("building_code"),
            row.Text("method"), row.Number("share") ?? 0, row.Day("from")!.Value, row.Day("to")))];
        Bills = [.. _rows("bills").Select(row => new Bill(row.Text("meter_code"), row.Day("period_start")!.Value, row.Day("period_end")!.Value,
            row.Number("quantity")!.Value, row.Text("unit"), row.Number("cost_cny") ?? 0, row.Word("reading_type") ?? "actual",
            row.Word("bill_number")))];
        Adoptions = [.. _rows("adoptions").Select(row => new Adoption(
            row.Text("region_code"), row.Text("quota_standard"), row.Word("quota_zone"), row.Day("from")!.Value))];
        PlanBases = [.. _rows("plan_bases").Select(row => new PlanBase(row.Text("plan_code"), row.Text("subject_kind"),
            row.Text("subject_code"), row.Text("indicator"), row.Number("base_value")!.Value))];
    }

    public IReadOnlyList<Region> Regions { get; }
    public IReadOnlyList<Institution> Institutions { get; }
    public IReadOnlyList<Building> Buildings { get; }
    public IReadOnlyList<AreaChange> AreaChanges { get; }
    public IReadOnlyList<HeadcountChange> Headcounts { get; }
    public IReadOnlyList<Meter> Meters { get; }
    public IReadOnlyList<Allocation> Allocations { get; }
    public IReadOnlyList<Bill> Bills { get; }
    public IReadOnlyList<Adoption> Adoptions { get; }
    public IReadOnlyList<PlanBase> PlanBases { get; }

    private static Areas AreasOf(CsvRow row) => new(row.Number("gross_area_m2")!.Value, row.Number("heated_area_m2") ?? 0,
        row.Number("data_centre_area_m2") ?? 0, row.Number("canteen_area_m2") ?? 0, row.Number("let_area_m2") ?? 0);

    private Meter MeterOf(CsvRow row)
    {
        var building = row.Word("building_code");
        var institution = row.Word("institution_code") ?? Buildings.First(at => at.Code == building).Institution;
        return new(row.Text("code"), building, institution, row.Word("parent_code"), row.Text("carrier"), row.Word("purpose") ?? "general",
            row.Day("active_from")!.Value, row.Day("active_to"));
    }
}
