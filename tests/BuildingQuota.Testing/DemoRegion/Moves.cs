namespace BuildingQuota.Testing.DemoRegion;

/// <summary>Buildings that change hands, open, close and reopen, with their meters.</summary>
internal static class Moves
{
    private static readonly DateOnly MidYear = new(2024, 7, 1);
    private static readonly DateOnly Term = new(2024, 9, 1);

    public static void Apply(Region region)
    {
        MergeForestryIntoGovernment(region);
        Open(region, "YM-XX-B1", "YM-XX-B2", "新校区教学楼", Term);
        Close(region, "YM-XX-B1", Term);
        Open(region, "WS-ZX-B2", "WS-ZX-B3", "新建学生宿舍", Term);
        Open(region, "HF-GOV-B2", "HF-GOV-B2R", "政府办公附楼（修缮后）", new DateOnly(2025, 11, 1));
        Close(region, "HF-GOV-B2", new DateOnly(2025, 4, 15));
    }

    private static void MergeForestryIntoGovernment(Region region)
    {
        Open(region, "TL-LYJ-B1", "TL-GOV-B4", "原林业局办公楼", MidYear, "TL-GOV");
        Close(region, "TL-LYJ-B1", MidYear);
        Close(region, region.Meter("TL-LYJ-V1"), MidYear);
        var leaving = region.Headcounts.Where(row => row.Institution == "TL-LYJ").ToList();
        region.Headcounts.RemoveAll(row => row.Institution == "TL-LYJ" && row.From > MidYear);
        var staff = leaving[^1].Persons;
        for (var i = 0; i < region.Headcounts.Count; i++)
        {
            var row = region.Headcounts[i];
            if (row.Institution != "TL-GOV") continue;
            if (row.From > MidYear) region.Headcounts[i] = row with { Persons = row.Persons + staff };
            if (row.From == new DateOnly(2024, 1, 1))
                region.Headcounts.Insert(++i, row with { From = MidYear, Persons = row.Persons + staff, Reason = "林业局并入" });
        }
    }

    /// <summary>A building and meters like those of another one, from a day on.</summary>
    private static void Open(Region region, string like, string code, string name, DateOnly from, string? institution = null)
    {
        var model = region.Building(like);
        var owner = institution ?? model.Institution;
        region.Buildings.Add(model with { Code = code, Institution = owner, Name = name, From = from });
        foreach (var meter in region.Meters.Where(meter => meter.Row.Building == like).ToList())
        {
            var suffix = meter.Row.Code[(like.Length + 1)..];
            var row = meter.Row with { Code = $"{code}-{suffix}", Building = code, Institution = owner, From = from };
            var copy = new MeterPlan(row, meter.Cycle);
            copy.Loads.AddRange(meter.Loads);
            region.Meters.Add(copy);
        }
    }

    private static void Close(Region region, string building, DateOnly to)
    {
        var row = region.Building(building);
        region.Replace(row, row with { To = to });
        foreach (var meter in region.Meters.Where(meter => meter.Row.Building == building).ToList()) Close(region, meter, to);
    }

    private static void Close(Region region, MeterPlan meter, DateOnly to) => region.Replace(meter, meter.Row with { To = to });
}
