using BuildingQuota.Oracle.Exact;
using BuildingQuota.Oracle.Reading;

namespace BuildingQuota.Oracle.Calculation;

/// <summary>Where a plan stands for one subject and year (domain §5.2, §5.3, example 6). Everything in the statistics' set.</summary>
public sealed class PlanLine(Contract contract, Reference reference, RegionTree tree)
{
    /// <param name="valueOf">The subject's value of a year in the statistics' set, where that year was judged on enough bills.</param>
    public Verdict Judge(Verdict verdict, string region, Func<int, Fraction?> valueOf)
    {
        var actual = valueOf(verdict.Year);
        verdict = verdict with { PlanActual = actual?.Round(4) };
        if (PlanOf(region, verdict) is not { } bound) return verdict;
        var (plan, percent) = bound;
        if ((valueOf(plan.BaseYear) is { Sign: > 0 } own ? own : Filed(plan, verdict)) is not { } start) return verdict; // nothing falls from nought
        var (years, passed) = (plan.EndYear - plan.BaseYear, verdict.Year - plan.BaseYear);
        var original = Path(plan, start, percent, years, passed);
        var target = original;
        if (passed > 1 && valueOf(verdict.Year - 1) is { } last && last > Path(plan, start, percent, years, passed - 1))
            target = Again(plan, last, Path(plan, start, percent, years, years), years - passed + 1);
        return verdict with
        {
            BaseValue = start.Round(4),
            TargetValue = target.Round(4),
            OriginalTargetValue = original.Round(4),
            TargetMet = actual is { } known ? known <= target : null,
            ChangeFromBasePercent = actual is { } now ? (((now / start) - 1m) * 100m).Round(4) : null,
        };
    }

    private (Plan Plan, decimal Percent)? PlanOf(string region, Verdict verdict)
    {
        foreach (var at in tree.Upwards(region))
            foreach (var plan in reference.Plans.Where(plan =>
                plan.Region == at && plan.BaseYear < verdict.Year && verdict.Year <= plan.EndYear))
                if (reference.Targets.FirstOrDefault(target => target.Plan == plan.Code && target.Indicator == verdict.Indicator) is { } target)
                    return (plan, target.Percent);
        return null;
    }

    private Fraction? Filed(Plan plan, Verdict verdict) => contract.PlanBases.LastOrDefault(row =>
        row.Plan == plan.Code && row.Subject == verdict.SubjectCode && row.Indicator == verdict.Indicator
        && row.SubjectKind.Equals(verdict.SubjectKind, StringComparison.OrdinalIgnoreCase)) is { } filed ? filed.Value : null;

    /// <summary>After k of n years: start × (1 − R)^(k/n), or start × (1 − R·k/n).</summary>
    private static Fraction Path(Plan plan, Fraction start, decimal percent, int n, int k) => plan.Linear
        ? start * (1m - (Fraction.Of(percent) / 100m * k / n))
        : start * (Fraction.Of(1m) - (Fraction.Of(percent) / 100m)).Power(k).Root(n);

    /// <summary>From where the last year ended to the end of the plan in the years that are left.</summary>
    private static Fraction Again(Plan plan, Fraction last, Fraction end, int left) => plan.Linear
        ? last - ((last - end) / left)
        : last * (end / last).Root(left);
}
