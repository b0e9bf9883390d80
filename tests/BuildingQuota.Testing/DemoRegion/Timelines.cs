namespace BuildingQuota.Testing.DemoRegion;

/// <summary>People and areas that change on a day inside a year.</summary>
internal static class Timelines
{
    public static void Apply(Region region)
    {
        ChangeStaff(region, "DQ-FGW", new DateOnly(2025, 9, 1), 36, "机构改革转入");
        ChangeStaff(region, "DQ-SHJ", new DateOnly(2024, 4, 1), -14, "人员划转");
        CloseWardFloor(region);
        EndLease(region);
    }

    private static void ChangeStaff(Region region, string institution, DateOnly from, decimal change, string reason)
    {
        var before = region.Headcounts.Last(row => row.Institution == institution && row.Basis == "energy" && row.From < from);
        for (var i = 0; i < region.Headcounts.Count; i++)
        {
            var row = region.Headcounts[i];
            if (row.Institution == institution && row.Basis == "energy" && row.From > from)
                region.Headcounts[i] = row with { Persons = row.Persons + change };
        }
        region.Headcounts.Insert(
            region.Headcounts.IndexOf(before) + 1, before with { From = from, Persons = before.Persons + change, Reason = reason });
    }

    private static void CloseWardFloor(Region region)
    {
        var ward = region.Building("SW-YY-B2");
        var canteen = region.Areas.Single(row => row.Building == ward.Code).Canteen;
        var closed = Calendar.HalfUp(ward.Gross * 0.18m, 0);
        region.Areas.Add(new AreaRow(
            ward.Code, new DateOnly(2024, 5, 1), ward.Gross - closed, ward.Heated - closed, 0m, canteen, 0m, "三层病区封闭维修"));
        region.Areas.Add(new AreaRow(ward.Code, new DateOnly(2024, 11, 1), ward.Gross, ward.Heated, 0m, canteen, 0m, "维修后恢复使用"));
    }

    /// <summary>The theatre's tenant leaves; its meter ends and the area comes back on the same day.</summary>
    private static void EndLease(Region region)
    {
        var day = new DateOnly(2025, 7, 1);
        var theatre = region.Building("DQ-JY-B1");
        var tenant = region.Meter("DQ-JY-B1-ET");
        region.Replace(tenant, tenant.Row with { To = day });
        region.Areas.Add(new AreaRow(theatre.Code, day, theatre.Gross, theatre.Heated, 0m, 0m, 0m, "租约到期收回自用"));
    }
}
