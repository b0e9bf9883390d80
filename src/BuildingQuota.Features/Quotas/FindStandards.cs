using BuildingQuota.Data;
using BuildingQuota.Domain.Quotas;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Quotas;

/// <summary>A set of quotas in a list.</summary>
public sealed record StandardListRow(string Code, string Name, StandardState State, string? CoefficientSet, int Rows, int Adoptions)
{
    public string? DraftedBy { get; init; }

    public string? SupersedesCode { get; init; }
}

/// <summary>Somebody looks for a set of quotas: drafts first, because they wait for somebody.</summary>
public sealed class FindStandards(QuotaDb db)
{
    public async Task<IReadOnlyList<StandardListRow>> Run(CancellationToken stop)
    {
        var rows = await Standards.Visible(db).AsNoTracking().Select(standard => new StandardListRow(
            standard.Code, standard.Name, standard.State, standard.CoefficientSet,
            db.Quotas.Count(row => row.StandardCode == standard.Code), db.Adoptions.Count(row => row.StandardCode == standard.Code))
            {
                DraftedBy = standard.DraftedBy, SupersedesCode = standard.SupersedesCode,
            }).ToListAsync(stop);
        return [.. rows.OrderBy(row => row.State).ThenBy(row => row.Code, StringComparer.Ordinal)];
    }
}
