using BuildingQuota.Data;
using BuildingQuota.Domain.Buildings;
using BuildingQuota.Domain.Institutions;
using BuildingQuota.Domain.Quantities;
using BuildingQuota.Domain.Quotas;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Quotas;

/// <summary>
/// What binds an institution in one indicator, and how that was found. <see cref="Heating"/> is the way of heating that was asked for:
/// where buildings are heated in several ways, each way has its own answer.
/// </summary>
public sealed record BindingQuota(Indicator Indicator, QuotaMatch Match, HeatingType? Heating = null);

/// <summary>Which quotas bind an institution in a year, and why; null when there is no such institution in scope.</summary>
public sealed class ShowBindingQuotas(QuotaDb db)
{
    public async Task<IReadOnlyList<BindingQuota>?> Run(string institutionCode, int year, CancellationToken stop)
    {
        var institution = await db.Institutions.AsNoTracking().FirstOrDefaultAsync(one => one.Code == institutionCode, stop);
        if (institution is null) return null;
        var book = await Standards.ReadBook(db, stop);
        var ways = await WaysOfHeating(institution, DateSpan.OfYear(year), stop);
        return [.. IndicatorDefinition.All.Where(definition => definition.AppliesTo(institution.Kind))
            .SelectMany(definition => Of(book, institution, definition.Indicator, ways, year))];
    }

    private static IEnumerable<BindingQuota> Of(
        QuotaBook book, Institution institution, Indicator indicator, IReadOnlyList<HeatingType> ways, int year)
    {
        var whole = book.Resolve(institution, indicator, ways.Count == 1 ? ways[0] : null, year);
        if (whole.Reason != "quota.several-heating-types") return [new BindingQuota(indicator, whole)];
        return ways.Count == 0 ? [] : ways.Select(way => new BindingQuota(indicator, book.Resolve(institution, indicator, way, year), way));
    }

    private async Task<IReadOnlyList<HeatingType>> WaysOfHeating(Institution institution, DateSpan year, CancellationToken stop)
    {
        var buildings = await db.Buildings.AsNoTracking().Where(building => building.InstitutionCode == institution.Code).ToListAsync(stop);
        return [.. buildings.Where(building => building.HeatingType != HeatingType.None && !building.InService.Intersect(year).IsEmpty)
            .Select(building => building.HeatingType).Distinct().Order()];
    }
}
