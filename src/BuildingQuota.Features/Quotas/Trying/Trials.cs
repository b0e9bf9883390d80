using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Institutions;
using BuildingQuota.Domain.Quotas;

namespace BuildingQuota.Features.Quotas.Trying;

/// <summary>What a trial makes of one verdict. <paramref name="Reason"/> says why nothing can be said; empty when something is.</summary>
internal sealed record Tried(decimal? Actual, decimal? Limit, TierName? Tier, string Set, string NumeratorFrom, string Reason = "")
{
    public required bool IsOver { get; init; }

    public required bool WasOver { get; init; }

    public decimal? PresentLimit { get; init; }
}

/// <summary>Judges a verdict otherwise, from what is stored of it.</summary>
internal interface ITrial
{
    /// <summary>Reads what a batch of institutions needs beside their verdicts.</summary>
    Task Read(string[] institutions, int year, CancellationToken stop);

    /// <summary>Null when the trial does not speak of the verdict.</summary>
    Tried? Try(YearVerdict verdict, Institution institution);
}

/// <summary>Rows of a run, rounded as they are shown.</summary>
internal static class WhatIfRows
{
    public static WhatIfRow Of(YearVerdict verdict, Institution institution, Tried tried, string scopePath) => new()
    {
        Id = 0, RunId = 0, VerdictId = verdict.Id, SubjectKind = verdict.SubjectKind, SubjectCode = verdict.SubjectCode,
        SubjectName = verdict.SubjectName, InstitutionCode = institution.Code, InstitutionKind = institution.Kind,
        RegionCode = institution.RegionCode, Indicator = verdict.Indicator, Unit = verdict.Unit, PresentActual = verdict.Actual,
        PresentLimit = tried.PresentLimit, PresentTier = verdict.TierName, PresentSet = verdict.CoefficientSet, TriedActual = Shown(tried.Actual),
        TriedLimit = Shown(tried.Limit), TriedTier = tried.Tier, TriedSet = tried.Set, NumeratorFrom = tried.NumeratorFrom, Reason = tried.Reason,
        Outcome = OutcomeOf(verdict, tried), TriedOverrunPercent = tried.IsOver ? Shown((tried.Actual / tried.Limit - 1) * 100) : null,
        PresentOverrunPercent = verdict.OverrunPercent, ScopePath = scopePath,
    };

    public static WhatIfRow Numbered(WhatIfRow row, long id, long run) => new()
    {
        Id = id, RunId = run, VerdictId = row.VerdictId, SubjectKind = row.SubjectKind, SubjectCode = row.SubjectCode, SubjectName = row.SubjectName,
        InstitutionCode = row.InstitutionCode, InstitutionKind = row.InstitutionKind, RegionCode = row.RegionCode, Indicator = row.Indicator,
        Unit = row.Unit, PresentActual = row.PresentActual, PresentLimit = row.PresentLimit, PresentTier = row.PresentTier,
        PresentSet = row.PresentSet, TriedActual = row.TriedActual, TriedLimit = row.TriedLimit, TriedTier = row.TriedTier, TriedSet = row.TriedSet,
        NumeratorFrom = row.NumeratorFrom, Outcome = row.Outcome, Reason = row.Reason, TriedOverrunPercent = row.TriedOverrunPercent,
        PresentOverrunPercent = row.PresentOverrunPercent, ScopePath = row.ScopePath,
    };

    private static WhatIfOutcome OutcomeOf(YearVerdict verdict, Tried tried)
    {
        var (was, now) = (verdict.TierName, tried.Tier);
        if (tried.Reason.Length > 0) return WhatIfOutcome.Unjudged;
        if (now == TierName.NoQuota && was != TierName.NoQuota) return WhatIfOutcome.NoLongerJudged;
        if (tried.IsOver != tried.WasOver) return tried.IsOver ? WhatIfOutcome.NewlyOver : WhatIfOutcome.NoLongerOver;
        if (was == TierName.NoQuota && now is not (null or TierName.NoQuota)) return WhatIfOutcome.NewlyJudged;
        return now is not null && was != now ? WhatIfOutcome.OtherTier : WhatIfOutcome.Same;
    }

    private static decimal? Shown(decimal? value) =>
        value is { } exact ? Domain.Quantities.Rounding.HalfUp(exact, Domain.Quantities.Rounding.IndicatorDecimals) : null;
}
