using System.Globalization;
using BuildingQuota.Data;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Evaluations.Replaying;

/// <summary>Says of each change where it came from: the import of today's row, or the entry that ended a bill and its import.</summary>
internal sealed class ChangeOrigins(QuotaDb db)
{
    public async Task<IReadOnlyList<InputChange>> Name(IReadOnlyList<InputChange> changes, CancellationToken stop)
    {
        var bills = await Bills(changes, stop);
        var areas = await Areas(changes, stop);
        var heads = await Heads(changes, stop);
        return [.. changes.Select(change => change.What switch
        {
            "bills" => bills.GetValueOrDefault(change.Key) is { } end
                ? change with { ImportId = end.Import, Became = end.Became, EndedById = end.By }
                : change,
            "floorAreas" => change with { ImportId = areas.GetValueOrDefault(change.Key) },
            "headcounts" => change with { ImportId = heads.GetValueOrDefault(change.Key) },
            _ => change,
        })];
    }

    private sealed record End(string? Became, long? By, long? Import);

    private async Task<Dictionary<string, End>> Bills(IReadOnlyList<InputChange> changes, CancellationToken stop)
    {
        var ids = changes.Where(change => change.What == "bills").Select(change => long.Parse(change.Key, CultureInfo.InvariantCulture)).ToArray();
        var found = new Dictionary<string, End>();
        foreach (var chunk in ids.Chunk(500))
        {
            var rows = await (from bill in db.Bills.AsNoTracking()
                              where chunk.Contains(bill.Id)
                              join ender in db.Bills on bill.EndedById equals ender.Id into enders
                              from ender in enders.DefaultIfEmpty()
                              select new { bill.Id, bill.State, bill.EndedById, bill.ImportId, By = (long?)ender.ImportId }).ToListAsync(stop);
            foreach (var row in rows)
            {
                var lives = row.State == Domain.Billing.BillState.Live;
                found[row.Id.ToString(CultureInfo.InvariantCulture)] =
                    new End(lives ? null : row.State.ToString(), row.EndedById, lives ? row.ImportId : row.By);
            }
        }

        return found;
    }

    private async Task<Dictionary<string, long?>> Areas(IReadOnlyList<InputChange> changes, CancellationToken stop)
    {
        var codes = changes.Where(change => change.What == "floorAreas").Select(change => change.Key.Split(" · ")[0]).Distinct().ToArray();
        var rows = await db.FloorAreas.AsNoTracking()
            .Where(row => row.SupersededById == null && codes.Contains(row.BuildingCode)).ToListAsync(stop);
        return rows.ToDictionary(
            row => string.Create(CultureInfo.InvariantCulture, $"{row.BuildingCode} · {row.From:yyyy-MM-dd}"), row => (long?)row.ImportId);
    }

    private async Task<Dictionary<string, long?>> Heads(IReadOnlyList<InputChange> changes, CancellationToken stop)
    {
        var codes = changes.Where(change => change.What == "headcounts").Select(change => change.Key.Split(" · ")[0]).Distinct().ToArray();
        var rows = await db.Headcounts.AsNoTracking()
            .Where(row => row.SupersededById == null && codes.Contains(row.InstitutionCode)).ToListAsync(stop);
        return rows.ToDictionary(
            row => string.Create(CultureInfo.InvariantCulture, $"{row.InstitutionCode} · {row.Basis} · {row.From:yyyy-MM-dd}"), row => (long?)row.ImportId);
    }
}
