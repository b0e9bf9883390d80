namespace BuildingQuota.Domain.Quotas;

/// <summary>Tiers of a row beside those of its like: a misplaced decimal point stands out among its neighbours.</summary>
internal static class TierComparison
{
    /// <summary>No value above so many times that of the class next to it.</summary>
    private const int SteepestStep = 5;

    /// <summary>A value of half its class's median, with the point misplaced, is five times it; honest values seldom go so far.</summary>
    private const int Misplaced = 5;

    /// <summary>From so few rows on a median says nothing.</summary>
    private const int FewestForMedian = 3;

    private static readonly (string Name, Func<Quota, decimal?> Of)[] Tiers =
        [("constraint", row => row.Constraint), ("baseline", row => row.Baseline), ("guiding", row => row.Guiding)];

    public static IEnumerable<QuotaFinding> Check(IReadOnlyList<Quota> rows)
    {
        foreach (var table in rows.GroupBy(row => (row.Table, row.Indicator)))
            foreach (var tier in Tiers)
            {
                var members = table.Where(row => tier.Of(row) is not null)
                    .Select(row => new Member(row, QuotaClass.Of(row), tier.Of(row)!.Value)).ToArray();
                foreach (var finding in members.SelectMany(member => Compare(member, members, tier.Name))) yield return finding;
            }
    }

    private static IEnumerable<QuotaFinding> Compare(Member member, Member[] table, string tier)
    {
        var lowest = table.Where(other => other.Class.IsNextTo(member.Class)).MinBy(other => other.Value);
        if (lowest is not null && member.Value > SteepestStep * lowest.Value)
            yield return QuotaFinding.Warning("quota-set.steep-step", member.Row, tier, member.Value, lowest.Value, lowest.Class);

        var like = table.Where(other => other.Class.Kind == member.Class.Kind).ToArray();
        var median = Median(like.Length > FewestForMedian ? like : table);
        if (median is { } middle && IsTenfold(member.Value, middle))
            yield return QuotaFinding.Warning("quota-set.ten-fold", member.Row, tier, member.Value, middle);

        if (member.Class.Below is { } below && Array.Find(table, other => other.Class == below) is { } lower && lower.Value > member.Value)
            yield return QuotaFinding.Warning("quota-set.not-monotone", member.Row, tier, member.Value, lower.Value, lower.Class);
    }

    private static bool IsTenfold(decimal value, decimal median) => value >= Misplaced * median || Misplaced * value <= median;

    private static decimal? Median(Member[] members)
    {
        if (members.Length < FewestForMedian) return null;
        var ordered = members.Select(member => member.Value).Order().ToArray();
        return (ordered[(ordered.Length - 1) / 2] + ordered[ordered.Length / 2]) / 2;
    }

    private sealed record Member(Quota Row, QuotaClass Class, decimal Value);
}
