using BuildingQuota.Domain.Metering;

namespace BuildingQuota.Domain.Quotas;

/// <summary>
/// What is odd about a set before anybody is judged by it (field §4.8; docs/rules/quota-set.md): errors first. The same set always has
/// the same findings in the same order.
/// </summary>
public static class QuotaSanity
{
    public static IReadOnlyList<QuotaFinding> Check(QuotaDraft draft) =>
    [
        .. Whole(draft).Concat(draft.Rows.SelectMany(row => RowAlone(row, draft.Standard))).Concat(RowsTogether(draft.Rows))
            .Concat(TierComparison.Check(draft.Rows)).OrderBy(finding => finding.Severity),
    ];

    private static IEnumerable<QuotaFinding> Whole(QuotaDraft draft)
    {
        var set = draft.Standard.CoefficientSet;
        if (draft.Rows.Count == 0) yield return QuotaFinding.Error("quota-set.empty", null);
        if (!draft.CoefficientSets.TryGetValue(set, out var carriers)) yield return QuotaFinding.Error("quota-set.coefficient-set-unknown", null, set);
        else if (Enum.GetValues<Carrier>().Where(carrier => !carriers.Contains(carrier)).ToArray() is { Length: > 0 } missing)
            yield return QuotaFinding.Error("quota-set.coefficient-set-incomplete", null, set, string.Join(", ", missing));
    }

    private static IEnumerable<QuotaFinding> RowAlone(Quota row, QuotaStandard standard)
    {
        var definition = IndicatorDefinition.Of(row.Indicator);
        if (row.Unit != definition.Unit) yield return QuotaFinding.Error("quota-set.unit-wrong", row, row.Unit, definition.Unit);
        if (!definition.AppliesTo(row.InstitutionKind)) yield return QuotaFinding.Error("quota-set.indicator-not-for-kind", row, row.Indicator);
        if (row.CoefficientSet is { } set && set != standard.CoefficientSet)
            yield return QuotaFinding.Error("quota-set.coefficient-set-mismatch", row, set, standard.CoefficientSet);
        if (row.Zone is { Length: > 0 } zone && !standard.ZoneWords.Contains(zone))
            yield return QuotaFinding.Error("quota-set.zone-unknown", row, zone, standard.Zones);
        if (row.Guiding <= 0 || row.Baseline <= 0 || row.Constraint <= 0)
            yield return QuotaFinding.Error("quota-set.not-positive", row, row.Constraint, row.Baseline, row.Guiding);
        else if (row.Baseline is null && row.Guiding > row.Constraint)
            yield return QuotaFinding.Error("quota-set.two-tiers-swapped", row, row.Constraint, row.Guiding);
        else if (row.Baseline is { } baseline && (row.Guiding > baseline || baseline > row.Constraint))
            yield return QuotaFinding.Error("quota-set.tiers-disordered", row, row.Constraint, baseline, row.Guiding);
    }

    /// <summary>Two rows that one subject would fit: exactly one row must judge it.</summary>
    private static IEnumerable<QuotaFinding> RowsTogether(IReadOnlyList<Quota> rows)
    {
        foreach (var group in rows.GroupBy(row => (row.InstitutionKind, row.Indicator)))
        {
            var classes = group.Select(row => (Row: row, Class: QuotaClass.Of(row))).ToArray();
            for (var i = 0; i < classes.Length; i++)
                for (var k = i + 1; k < classes.Length; k++)
                    if (classes[i].Class.Overlaps(classes[k].Class))
                        yield return QuotaFinding.Error(
                            classes[i].Class == classes[k].Class ? "quota-set.duplicate-row" : "quota-set.class-ambiguous",
                            classes[k].Row, classes[i].Row.Table + " " + classes[i].Class);
        }
    }
}
