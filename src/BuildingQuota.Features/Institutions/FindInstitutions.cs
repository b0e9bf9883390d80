using BuildingQuota.Data;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Institutions;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;
using BuildingQuota.Features.Evaluations;
using BuildingQuota.Features.Lists;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Institutions;

/// <summary>Somebody looks for institutions by name or code, kind, level, region or tier.</summary>
public sealed class FindInstitutions(QuotaDb db, JudgedYears years)
{
    public sealed record Request(
        string? Search = null, InstitutionKind? Kind = null, AdministrativeLevel? Level = null, string? Region = null,
            TierName? Tier = null,
        string? Sort = null, int Page = 1);

    public async Task<Listing<InstitutionRow>> Run(Request request, CancellationToken stop)
    {
        var year = await years.LatestClosed(stop);
        var institutions = Filter(request, year);
        var rows =
            from institution in institutions
            join region in db.Regions on institution.RegionCode equals region.Code into regions
            from region in regions.DefaultIfEmpty()
            join verdict in db.YearVerdicts.Where(v =>
                    v.IsCurrent && v.Year == year && v.SubjectKind == SubjectKind.Institution && v.Indicator == Indicator.EnergyPerArea)
                on institution.Code equals verdict.SubjectCode into verdicts
            from verdict in verdicts.DefaultIfEmpty()
            select new InstitutionRow
            {
                Code = institution.Code, Name = institution.Name, Kind = institution.Kind, Level = institution.Level,
                RegionCode = institution.RegionCode, RegionName = region == null ? null : region.Name,
                Buildings = db.Buildings.Count(building => building.InstitutionCode == institution.Code),
                EnergyPerArea = verdict == null ? null : verdict.Actual,
            };
        var list = await Sorted(rows, request.Sort).ToListing(request.Page, stop);
        var standings = await db.Judged(SubjectKind.Institution, year).StandingsOf([.. list.Rows.Select(row => row.Code)], stop);
        return list with { Rows = [.. list.Rows.Select(row => row with { Standing = standings.GetValueOrDefault(row.Code) })] };
    }

    private IQueryable<Institution> Filter(Request request, int year)
    {
        var found = db.Institutions.AsNoTracking();
        if (request.Kind is { } kind) found = found.Where(institution => institution.Kind == kind);
        if (request.Level is { } level) found = found.Where(institution => institution.Level == level);
        if (!string.IsNullOrEmpty(request.Region)) found = found
            .Where(institution => institution.RegionPath.Contains(request.Region + "/"));
        if (request.Tier is { } tier)
        {
            var (judged, worse) = (db.Judged(SubjectKind.Institution, year), Standings.WorseThan(tier));
            found = found.Where(institution => judged.Any(v => v.SubjectCode == institution.Code && v.TierName == tier)
                && !judged.Any(v => v.SubjectCode == institution.Code && worse.Contains(v.TierName)));
        }

        if (string.IsNullOrWhiteSpace(request.Search)) return found;
        var (term, code) = (request.Search.Trim(), request.Search.Trim().ToUpperInvariant());
        return found.Where(institution => institution.Name.Contains(term) || institution.Code.Contains(term)
            || institution.Code.Contains(code));
    }

    private static IQueryable<InstitutionRow> Sorted(IQueryable<InstitutionRow> rows, string? sort) => sort switch
    {
        "name" => rows.OrderBy(row => row.Name).ThenBy(row => row.Code),
        "-name" => rows.OrderByDescending(row => row.Name).ThenBy(row => row.Code),
        "use" => rows.OrderBy(row => row.EnergyPerArea == null).ThenBy(row => row.EnergyPerArea).ThenBy(row => row.Code),
        "-use" => rows.OrderBy(row => row.EnergyPerArea == null).ThenByDescending(row => row.EnergyPerArea).ThenBy(row => row.Code),
        "-code" => rows.OrderByDescending(row => row.Code),
        _ => rows.OrderBy(row => row.Code),
    };
}
