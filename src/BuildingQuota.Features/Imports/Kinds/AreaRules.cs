using BuildingQuota.Features.Imports.Cells;

namespace BuildingQuota.Features.Imports.Kinds;

/// <summary>What every statement of areas must satisfy: something stands there, and no part is larger than the whole.</summary>
internal static class AreaRules
{
    /// <summary>Parts of bills are told by area: products with areas up to here stay within a decimal.</summary>
    private const decimal Largest = 10_000_000m;

    public static void Check(RowReader row, decimal gross, decimal heated)
    {
        if (gross <= 0) row.Bad("gross_area_m2", "area.not-positive");
        if (gross > Largest) row.Bad("gross_area_m2", "area.too-large", Largest);
        if (heated < 0) row.Bad("heated_area_m2", "area.negative");
        if (heated > gross) row.Bad("heated_area_m2", "area.heated-above-gross", gross);
    }

    public static void CheckPart(RowReader row, string column, decimal area)
    {
        if (area < 0) row.Bad(column, "area.negative");
    }
}
