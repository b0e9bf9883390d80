using BuildingQuota.Data;
using BuildingQuota.Domain.Buildings;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;
using BuildingQuota.Features.Evaluations;
using BuildingQuota.Features.Lists;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Buildings;

/// <summary>Somebody looks for buildings by name, code, their institution's name, kind or tier.</summary>
public sealed class FindBuildings(QuotaDb db, JudgedYears years)
{
    public sealed record Request(string? Search = null, BuildingKind? Kind = null, TierName? Tier = null, string? Sort = null,
        int Page = 1);

    public async Task<Listing<BuildingRow>> Run(Request request, CancellationToken stop)
    {
        var year = await years.LatestClosed(stop);
        var rows = Rows(OfTier(request.Tier, year), year);
        if (request.Kind is { } kind) rows = rows.Where(row => row.Kind == kind);
        if (!string.IsNullOrWhiteSpace(request.Search))
        {
            var (term, code) = (request.Search.Trim(), request.Search.Trim().ToUpperInvariant());
            rows = rows.Where(row => row.Name.Contains(term) || row.InstitutionName.Contains(term) || row.Code.Contains(term)
                || row.Code.Contains(code));
        }

        var list = await Sorted(rows, request.Sort).ToListing(request.Page, stop);
        return list with { Rows = await WithStanding(list.Rows, year, stop) };
    }

    public async Task<IReadOnlyList<BuildingRow>> OfInstitution(string code, CancellationToken stop)
    {
        var year = await years.LatestClosed(stop);
        var rows = await Rows(db.Buildings.AsNoTracking().Where(building => building.InstitutionCode == code), year)
            .OrderBy(row => row.Code).ToListAsync(stop);
        return await WithStanding(rows, year, stop);
    }

    private async Task<IReadOnlyList<BuildingRow>> WithStanding(IReadOnlyList<BuildingRow> rows, int year, CancellationToken stop)
    {
        var standings = await db.Judged(SubjectKind.Building, year).StandingsOf([.. rows.Select(row => row.Code)], stop);
        return [.. rows.Select(row => row with { Standing = standings.GetValueOrDefault(row.Code) })];
    }

    private IQueryable<Building> OfTier(TierName? asked, int year)
    {
        if (asked is not { } tier) return db.Buildings.AsNoTracking();
        var (judged, worse) = (db.Judged(SubjectKind.Building, year), Standings.WorseThan(tier));
        return db.Buildings.AsNoTracking().Where(building => judged.Any(v => v.SubjectCode == building.Code && v.TierName == tier)
            && !judged.Any(v => v.SubjectCode == building.Code && worse.Contains(v.TierName)));
    }

    private IQueryable<BuildingRow> Rows(IQueryable<Building> buildings, int year) =>
        from building in buildings
        join institution in db.Institutions on building.InstitutionCode equals institution.Code
        join verdict in db.YearVerdicts.Where(v =>
                v.IsCurrent && v.Year == year && v.SubjectKind == SubjectKind.Building && v.Indicator == Indicator.EnergyPerArea)
            on building.Code equals verdict.SubjectCode into verdicts
        from verdict in verdicts.DefaultIfEmpty()
        select new BuildingRow
        {
            Code = building.Code, Name = building.Name, Kind = building.Kind, InstitutionCode = building.InstitutionCode,
            InstitutionName = institution.Name, GrossAreaM2 = building.GrossAreaM2, HeatingType = building.HeatingType,
            InServiceTo = building.InServiceTo, EnergyPerArea = verdict == null ? null : verdict.Actual,
        };

    private static IQueryable<BuildingRow> Sorted(IQueryable<BuildingRow> rows, string? sort) => sort switch
    {
        "name" => rows.OrderBy(row => row.Name).ThenBy(row => row.Code),
        "-name" => rows.OrderByDescending(row => row.Name).ThenBy(row => row.Code),
        "area" => rows.OrderBy(row => row.GrossAreaM2).ThenBy(row => row.Code),
        "-area" => rows.OrderByDescending(row => row.GrossAreaM2).ThenBy(row => row.Code),
        "use" => rows.OrderBy(row => row.EnergyPerArea == null).ThenBy(row => row.EnergyPerArea).ThenBy(row => row.Code),
        "-use" => rows.OrderBy(row => row.EnergyPerArea == null).ThenByDescending(row => row.EnergyPerArea).ThenBy(row => row.Code),
        "-code" => rows.OrderByDescending(row => row.Code),
        _ => rows.OrderBy(row => row.Code),
    };
}
