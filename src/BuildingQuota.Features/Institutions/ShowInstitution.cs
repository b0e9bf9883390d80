using BuildingQuota.Data;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Institutions;
using BuildingQuota.Features.Buildings;
using BuildingQuota.Features.Evaluations;
using BuildingQuota.Features.Metering;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Institutions;

/// <summary>One segment of the timeline of people; superseded rows stay to be seen.</summary>
public sealed record HeadcountRow(DateOnly From, decimal Persons, HeadcountBasis Basis, string? Reason, bool Counts);

/// <summary>Everything about one institution that fits a page.</summary>
public sealed record InstitutionProfile
{
    public required string Code { get; init; }

    public required string Name { get; init; }

    public required InstitutionKind Kind { get; init; }

    public required AdministrativeLevel Level { get; init; }

    public required HospitalGrade? Grade { get; init; }

    public required ClimateZone? ClimateZone { get; init; }

    public required string RegionName { get; init; }

    public required int LatestYear { get; init; }

    /// <summary>Newest year first, in the order of the indicators.</summary>
    public required IReadOnlyList<VerdictRow> Verdicts { get; init; }

    public required IReadOnlyList<BuildingRow> Buildings { get; init; }

    public required IReadOnlyList<HeadcountRow> Headcounts { get; init; }

    public required IReadOnlyList<MeterRow> Meters { get; init; }
}

/// <summary>Somebody opens an institution; null when there is none in their scope.</summary>
public sealed class ShowInstitution(QuotaDb db, JudgedYears years, FindBuildings buildings, ListMeters meters)
{
    public async Task<InstitutionProfile?> Run(string code, CancellationToken stop)
    {
        var institution = await db.Institutions.AsNoTracking().FirstOrDefaultAsync(i => i.Code == code, stop);
        if (institution is null) return null;
        var year = await years.LatestClosed(stop);
        var region = await db.Regions.Where(r => r.Code == institution.RegionCode).Select(r => r.Name).FirstOrDefaultAsync(stop);
        return new InstitutionProfile
        {
            Code = institution.Code, Name = institution.Name, Kind = institution.Kind, Level = institution.Level, Grade = institution.Grade,
            ClimateZone = institution.ClimateZone, RegionName = region ?? institution.RegionCode, LatestYear = year,
            Verdicts = await VerdictsOf(code, stop), Buildings = await buildings.OfInstitution(code, stop),
            Headcounts = await HeadcountsOf(code, stop), Meters = await meters.OfInstitution(code, year, stop),
        };
    }

    private async Task<IReadOnlyList<VerdictRow>> VerdictsOf(string code, CancellationToken stop)
    {
        var rows = await db.YearVerdicts.AsNoTracking().Where(v => v.IsCurrent && v.SubjectKind == Domain.Planning.SubjectKind.Institution
            && v.SubjectCode == code)
            .Select(VerdictRow.From).ToListAsync(stop);
        return [.. rows.OrderByDescending(row => row.Year).ThenBy(row => row.Indicator)];
    }

    private async Task<IReadOnlyList<HeadcountRow>> HeadcountsOf(string code, CancellationToken stop) =>
        await db.Headcounts.AsNoTracking().Where(h => h.InstitutionCode == code).OrderBy(h => h.Basis).ThenByDescending(h => h.From)
            .Select(h => new HeadcountRow(h.From, h.Persons, h.Basis, h.Reason, h.SupersededById == null)).ToListAsync(stop);
}
