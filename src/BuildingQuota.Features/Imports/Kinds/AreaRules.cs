using BuildingQuota.Features.Imports.Cells;

namespace BuildingQuota.Features.Imports.Kinds;

/// <summary>What every statement of areas must satisfy: something stands there, and no part is larger than the whole.</summary>
internal static class AreaRules
{
    public static void Check(RowReader row, decimal gross, decimal heated)
    {
        if (gross <= 0) row.Bad("gross_area_m2", "area.not-positive");
        if (heated < 0) row.Bad("heated_area_m2", "area.negative");
        if (heated > gross) row.Bad("heated_area_m2", "area.heated-above-gross", gross);
    }

    public static void CheckPart(RowReader row, string column, decimal area)
    {
        if (area < 0) row.Bad(column, "area.negative");
    }
}
