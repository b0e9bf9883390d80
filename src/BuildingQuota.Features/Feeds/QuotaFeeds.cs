using BuildingQuota.Data;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Institutions;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Feeds;

/// <summary>An indicator given out for a year, with the line that says why; those that hold now.</summary>
public sealed record YearIndicatorRow
{
    public long Id { get; init; }
    public string InstitutionCode { get; init; } = "";
    public string InstitutionName { get; init; } = "";
    public string RegionCode { get; init; } = "";
    public int Year { get; init; }
    public Indicator Indicator { get; init; }
    public string Unit { get; init; } = "";
    public decimal? Value { get; init; }
    public decimal? LadderValue { get; init; }
    public decimal? LastActual { get; init; }
    public decimal? LastIndicator { get; init; }
    public TierName? TierName { get; init; }
    public string Reason { get; init; } = "";
    public string? OverrideReason { get; init; }
    public decimal? Denominator { get; init; }
    public decimal? Amount { get; init; }
    public decimal? ChangedAmount { get; init; }
    public long RunId { get; init; }
}

/// <summary>A trial of another set or decline on a closed year; it changed nothing.</summary>
public sealed record WhatIfRunRow
{
    public long Id { get; init; }
    public WhatIfKind Kind { get; init; }
    public string RegionCode { get; init; } = "";
    public int Year { get; init; }
    public string Tried { get; init; } = "";
    public string? InPlaceOf { get; init; }
    public string? Terms { get; init; }
    public int Judged { get; init; }
    public int Changed { get; init; }
    public int NewlyOver { get; init; }
    public int NoLongerOver { get; init; }
    public string RunBy { get; init; } = "";
    public DateTimeOffset RunAt { get; init; }
}

/// <summary>One verdict beside what a trial would make of it.</summary>
public sealed record WhatIfResultRow
{
    public long Id { get; init; }
    public long RunId { get; init; }
    public long VerdictId { get; init; }
    public SubjectKind SubjectKind { get; init; }
    public string SubjectCode { get; init; } = "";
    public string SubjectName { get; init; } = "";
    public string InstitutionCode { get; init; } = "";
    public InstitutionKind InstitutionKind { get; init; }
    public string RegionCode { get; init; } = "";
    public Indicator Indicator { get; init; }
    public string Unit { get; init; } = "";
    public decimal? PresentActual { get; init; }
    public decimal? PresentLimit { get; init; }
    public TierName? PresentTier { get; init; }
    public string PresentSet { get; init; } = "";
    public decimal? TriedActual { get; init; }
    public decimal? TriedLimit { get; init; }
    public TierName? TriedTier { get; init; }
    public string TriedSet { get; init; } = "";
    public string NumeratorFrom { get; init; } = "";
    public WhatIfOutcome Outcome { get; init; }
    public string Reason { get; init; } = "";
    public decimal? TriedOverrunPercent { get; init; }
}

/// <summary>What follows from quotas, and what others would say, as rows.</summary>
internal static class QuotaFeeds
{
    public static IQueryable<YearIndicatorRow> YearIndicators(QuotaDb db) =>
        from row in db.YearIndicators.AsNoTracking()
        join institution in db.Institutions on row.InstitutionCode equals institution.Code
        where row.IsCurrent
        select new YearIndicatorRow
        {
            Id = row.Id, InstitutionCode = row.InstitutionCode, InstitutionName = institution.Name, RegionCode = row.RegionCode, Year = row.Year,
            Indicator = row.Indicator, Unit = row.Unit, Value = row.Value, LadderValue = row.LadderValue, LastActual = row.LastActual,
            LastIndicator = row.LastIndicator, TierName = row.TierName, Reason = row.Reason, OverrideReason = row.OverrideReason,
            Denominator = row.Denominator, Amount = row.Amount, ChangedAmount = row.ChangedAmount, RunId = row.RunId,
        };

    public static IQueryable<WhatIfRunRow> WhatIfRuns(QuotaDb db) => db.WhatIfRuns.AsNoTracking().Select(run => new WhatIfRunRow
    {
        Id = run.Id, Kind = run.Kind, RegionCode = run.RegionCode, Year = run.Year, Tried = run.Tried, InPlaceOf = run.InPlaceOf, Terms = run.Terms,
        Judged = run.Judged, Changed = run.Changed, NewlyOver = run.NewlyOver, NoLongerOver = run.NoLongerOver, RunBy = run.RunBy, RunAt = run.RunAt,
    });

    public static IQueryable<WhatIfResultRow> WhatIfRows(QuotaDb db) => db.WhatIfRows.AsNoTracking().Select(row => new WhatIfResultRow
    {
        Id = row.Id, RunId = row.RunId, VerdictId = row.VerdictId, SubjectKind = row.SubjectKind, SubjectCode = row.SubjectCode,
        SubjectName = row.SubjectName, InstitutionCode = row.InstitutionCode, InstitutionKind = row.InstitutionKind, RegionCode = row.RegionCode,
        Indicator = row.Indicator, Unit = row.Unit, PresentActual = row.PresentActual, PresentLimit = row.PresentLimit, PresentTier = row.PresentTier,
        PresentSet = row.PresentSet, TriedActual = row.TriedActual, TriedLimit = row.TriedLimit, TriedTier = row.TriedTier, TriedSet = row.TriedSet,
        NumeratorFrom = row.NumeratorFrom, Outcome = row.Outcome, Reason = row.Reason, TriedOverrunPercent = row.TriedOverrunPercent,
    });
}
