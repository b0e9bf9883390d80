using BuildingQuota.Data;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Features.Evaluations;
using BuildingQuota.Features.Metering;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Buildings;

/// <summary>One segment of the timeline of areas in m²; superseded rows stay to be seen.</summary>
public sealed record AreaRow(DateOnly From, decimal GrossM2, decimal HeatedM2, decimal LetM2, string? Reason, bool Counts);

/// <summary>Who else uses the building; <paramref name="Name"/> is null for somebody outside the reader's scope.</summary>
public sealed record UseRow(string InstitutionCode, string? Name, decimal AreaM2, DateOnly From, DateOnly? To, bool Counts);

/// <summary>Everything about one building that fits a page.</summary>
public sealed record BuildingProfile
{
    public required BuildingRow Building { get; init; }

    public required decimal HeatedAreaM2 { get; init; }

    public required DateOnly InServiceFrom { get; init; }

    public required IReadOnlyList<AreaRow> Areas { get; init; }

    /// <summary>Superseded rows stay to be seen.</summary>
    public required IReadOnlyList<UseRow> Uses { get; init; }

    /// <summary>Newest year first, in the order of the indicators.</summary>
    public required IReadOnlyList<VerdictRow> Verdicts { get; init; }

    public required IReadOnlyList<MeterRow> Meters { get; init; }
}

/// <summary>Somebody opens a building; null when there is none in their scope.</summary>
public sealed class ShowBuilding(QuotaDb db, JudgedYears years, FindBuildings buildings, ListMeters meters)
{
    public async Task<BuildingProfile?> Run(string code, CancellationToken stop)
    {
        var building = await db.Buildings.AsNoTracking().FirstOrDefaultAsync(b => b.Code == code, stop);
        if (building is null) return null;
        var rows = await buildings.OfInstitution(building.InstitutionCode, stop);
        return new BuildingProfile
        {
            Building = rows.First(row => row.Code == code), HeatedAreaM2 = building.HeatedAreaM2, InServiceFrom = building.InServiceFrom,
            Areas = await AreasOf(code, stop), Uses = await UsesOf(code, stop), Verdicts = await VerdictsOf(code, stop),
            Meters = await meters.OfBuilding(code, await years.LatestClosed(stop), stop),
        };
    }

    private async Task<IReadOnlyList<AreaRow>> AreasOf(string code, CancellationToken stop) =>
        await db.FloorAreas.AsNoTracking().Where(area => area.BuildingCode == code).OrderByDescending(area => area.From)
            .Select(area => new AreaRow(area.From, area.GrossAreaM2, area.HeatedAreaM2, area.LetAreaM2, area.Reason,
                area.SupersededById == null)).ToListAsync(stop);

    private async Task<IReadOnlyList<UseRow>> UsesOf(string code, CancellationToken stop) =>
        await db.Occupancies.AsNoTracking().Where(use => use.BuildingCode == code).OrderByDescending(use => use.From).ThenBy(use => use.InstitutionCode)
            .Select(use => new UseRow(use.InstitutionCode,
                db.Institutions.Where(institution => institution.Code == use.InstitutionCode).Select(institution => institution.Name).FirstOrDefault(),
                use.AreaM2, use.From, use.To, use.SupersededById == null)).ToListAsync(stop);

    private async Task<IReadOnlyList<VerdictRow>> VerdictsOf(string code, CancellationToken stop)
    {
        var rows = await db.YearVerdicts.AsNoTracking().Where(v => v.IsCurrent && v.SubjectKind == SubjectKind.Building
            && v.SubjectCode == code)
            .Select(VerdictRow.From).ToListAsync(stop);
        return [.. rows.OrderByDescending(row => row.Year).ThenBy(row => row.Indicator)];
    }
}
