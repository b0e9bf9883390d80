using BuildingQuota.Data;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;
using BuildingQuota.Features.Lists;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Evaluations;

/// <summary>Somebody asks how subjects stand: by year, indicator, tier, sufficiency, kind of subject, or name.</summary>
public sealed class FindVerdicts(QuotaDb db)
{
    /// <summary>So many rows at most leave in one file; the number of a region's verdicts is far below.</summary>
    public const int ExportLimit = 100_000;

    public sealed record Request
    {
        public int? Year { get; init; }

        public Indicator? Indicator { get; init; }

        public TierName? Tier { get; init; }

        public Sufficiency? Sufficiency { get; init; }

        public SubjectKind? Kind { get; init; }

        public string? Search { get; init; }

        public string? Sort { get; init; }

        public int Page { get; init; } = 1;
    }

    public Task<Listing<VerdictRow>> Run(Request request, CancellationToken stop) =>
        Sorted(Filter(request), request.Sort).Select(VerdictRow.From).ToListing(request.Page, stop);

    /// <summary>All rows of the same question, in the same order.</summary>
    public async Task<IReadOnlyList<VerdictRow>> Export(Request request, CancellationToken stop) =>
        await Sorted(Filter(request), request.Sort).Select(VerdictRow.From).Take(ExportLimit).ToListAsync(stop);

    private IQueryable<YearVerdict> Filter(Request request)
    {
        var found = db.YearVerdicts.AsNoTracking().Where(verdict => verdict.IsCurrent);
        if (request.Year is { } year) found = found.Where(verdict => verdict.Year == year);
        if (request.Indicator is { } indicator) found = found.Where(verdict => verdict.Indicator == indicator);
        if (request.Tier is { } tier) found = found.Where(verdict => verdict.TierName == tier);
        if (request.Sufficiency is { } sufficiency) found = found.Where(verdict => verdict.Sufficiency == sufficiency);
        if (request.Kind is { } kind) found = found.Where(verdict => verdict.SubjectKind == kind);
        if (string.IsNullOrWhiteSpace(request.Search)) return found;
        var (term, code) = (request.Search.Trim(), request.Search.Trim().ToUpperInvariant());
        return found.Where(verdict => verdict.SubjectName.Contains(term) || verdict.SubjectCode.Contains(term)
            || verdict.SubjectCode.Contains(code));
    }

    private static IQueryable<YearVerdict> Sorted(IQueryable<YearVerdict> rows, string? sort) => sort switch
    {
        "name" => rows.OrderBy(row => row.SubjectName).ThenBy(row => row.Id),
        "-name" => rows.OrderByDescending(row => row.SubjectName).ThenBy(row => row.Id),
        "actual" => rows.OrderBy(row => row.Actual == null).ThenBy(row => row.Actual).ThenBy(row => row.Id),
        "-actual" => rows.OrderBy(row => row.Actual == null).ThenByDescending(row => row.Actual).ThenBy(row => row.Id),
        "over" => rows.OrderBy(row => row.OverrunPercent == null).ThenBy(row => row.OverrunPercent).ThenBy(row => row.Id),
        "year" => rows.OrderBy(row => row.Year).ThenBy(row => row.SubjectCode).ThenBy(row => row.Id),
        "-year" => rows.OrderByDescending(row => row.Year).ThenBy(row => row.SubjectCode).ThenBy(row => row.Id),
        _ => rows.OrderBy(row => row.OverrunPercent == null).ThenByDescending(row => row.OverrunPercent)
            .ThenByDescending(row => row.Year).ThenBy(row => row.SubjectCode).ThenBy(row => row.Id),
    };
}
