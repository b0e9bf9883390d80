using BuildingQuota.Data;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Metering;
using BuildingQuota.Domain.Planning;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Evaluations;

/// <summary>Why a change has no parts.</summary>
public enum NoParts { Region, Superseded, FirstYear, NotSufficient, RulesDiffer, FactsMoved }

/// <summary>The change of one indicator from the year before, with its parts or with the reason why there are none.</summary>
public sealed record ChangeExplanation(YearVerdict Verdict, YearVerdict? Before, NoParts? Without, IReadOnlyList<ExplainedPart> Parts);

/// <summary>
/// Somebody asks why a value differs from the year before; null when there is no such verdict in their scope. Worked out on every reading
/// and never kept: it cannot go stale. Says nothing unless the months still add up to both numerators (docs/rules/change-explained.md).
/// </summary>
public sealed class ExplainChange(QuotaDb db)
{
    public async Task<ChangeExplanation?> Run(long id, CancellationToken stop)
    {
        var verdict = await db.YearVerdicts.AsNoTracking().FirstOrDefaultAsync(v => v.Id == id, stop);
        if (verdict is null) return null;
        var before = await db.YearVerdicts.AsNoTracking().FirstOrDefaultAsync(
            v => v.IsCurrent && v.Year == verdict.Year - 1 && v.SubjectKind == verdict.SubjectKind && v.SubjectCode == verdict.SubjectCode
                && v.Indicator == verdict.Indicator, stop);
        if (Unasked(verdict, before) is { } reason) return new(verdict, before, reason, []);

        var (was, now) = (await NumeratorFacts.Of(before!, db, stop), await NumeratorFacts.Of(verdict, db, stop));
        if (!IsWhole(before!, was) || !IsWhole(verdict, now)) return new(verdict, before, NoParts.FactsMoved, []);
        if (CountsPv(was) != CountsPv(now) && was.Rows.Concat(now.Rows).Any(row => row.Fact.Carrier == Carrier.PvSelfUse))
            return new(verdict, before, NoParts.RulesDiffer, []);
        return new(verdict, before, null, ChangeExplained.Of(now.Definition, YearOf(before!, was), YearOf(verdict, now)));
    }

    private static NoParts? Unasked(YearVerdict verdict, YearVerdict? before)
    {
        if (verdict.SubjectKind == SubjectKind.Region) return NoParts.Region;
        if (!verdict.IsCurrent) return NoParts.Superseded;
        if (before is null) return NoParts.FirstYear;
        var isSaid = verdict is { Actual: not null, Denominator: > 0 } && before is { Actual: not null, Denominator: > 0 };
        return isSaid ? null : NoParts.NotSufficient;
    }

    private static bool IsWhole(YearVerdict verdict, NumeratorFacts facts) => facts.Rows.Sum(row => row.Amount) == verdict.Numerator;

    private static bool CountsPv(NumeratorFacts facts) =>
        Enum.GetValues<MeterPurpose>().Any(purpose => facts.Definition.Includes(Carrier.PvSelfUse, purpose));

    /// <summary>Several institutions may have a row each of one building and month.</summary>
    private static ExplainedYear YearOf(YearVerdict verdict, NumeratorFacts facts) => new(
        verdict.Year, verdict.Actual!.Value, verdict.Denominator!.Value, facts.PerUnit,
        [
            .. facts.Rows.GroupBy(row => new UseKey(row.Fact.BuildingCode, row.Fact.Carrier, row.Fact.Purpose, row.Fact.Month))
                .Select(same => new ExplainedMonth(same.Key, same.Sum(row => row.Fact.Quantity), same.Sum(row => row.Fact.Kgce),
                    same.Sum(row => row.Amount), same.Min(row => row.Fact.CoveredDays))),
        ]);
}
