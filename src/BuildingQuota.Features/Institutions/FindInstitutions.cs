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
        string? Search = null, InstitutionKind? Kind = null, AdministrativeLevel? Level = null, string? Region = null, TierName? Tier = null,
        string? Sort = null, int Page = 1);

    public async Task<Listing<InstitutionRow>> Run(Request request, CancellationToken stop)
    {
        var year = await years.LatestClosed(stop);
        var institutions = Filter(request);
        var rows =
            from institution in institutions
            join region in db.Regions on institution.RegionCode equals region.Code into regions
            from region in regions.DefaultIfEmpty()
            join verdict in db.YearVerdicts.Where(v =>
                    v.IsCurrent && v.Year == year && v.SubjectKind == SubjectKind.Institution && v.Indicator == Indicator.EnergyPerArea)
                on institution.Code equals verdict.SubjectCode into verdicts
            from verdict in verdicts.DefaultIfEmpty()
            where request.Tier == null || verdict.TierName == request.Tier
            select new InstitutionRow
            {
                Code = institution.Code, Name = institution.Name, Kind = institution.Kind, Level = institution.Level,
                RegionCode = institution.RegionCode, RegionName = region == null ? null : region.Name,
                Buildings = db.Buildings.Count(building => building.InstitutionCode == institution.Code),
                EnergyPerArea = verdict == null ? null : verdict.Actual, Tier = verdict == null ? null : verdict.TierName,
                Sufficiency = verdict == null ? null : verdict.Sufficiency,
            };
        return await Sorted(rows, request.Sort).ToListing(request.Page, stop);
    }

    private IQueryable<Institution> Filter(Request request)
    {
        var found = db.Institutions.AsNoTracking();
        if (request.Kind is { } kind) found = found.Where(institution => institution.Kind == kind);
        if (request.Level is { } level) found = found.Where(institution => institution.Level == level);
        if (!string.IsNullOrEmpty(request.Region)) found = found.Where(institution => institution.RegionPath.Contains(request.Region + "/"));
        if (string.IsNullOrWhiteSpace(request.Search)) return found;
        var (term, code) = (request.Search.Trim(), request.Search.Trim().ToUpperInvariant());
        return found.Where(institution => institution.Name.Contains(term) || institution.Code.Contains(term) || institution.Code.Contains(code));
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
