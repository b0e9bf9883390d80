using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Lists;

/// <summary>One page of a longer list: pages count from 1, the total is of the whole list.</summary>
public sealed record Listing<T>(IReadOnlyList<T> Rows, int Total, int Page, int Size)
{
    public int Pages => Math.Max(1, (Total + Size - 1) / Size);

    public int First => Total == 0 ? 0 : (Page - 1) * Size + 1;

    public int Last => Math.Min(Page * Size, Total);
}

/// <summary>Cuts a query into pages; a page past the end is the last one.</summary>
public static class Paging
{
    public const int DefaultSize = 25;

    public static async Task<Listing<T>> ToListing<T>(this IQueryable<T> rows, int page, CancellationToken stop, int size = DefaultSize)
    {
        var total = await rows.CountAsync(stop);
        var number = Math.Clamp(page, 1, Math.Max(1, (total + size - 1) / size));
        return new Listing<T>(await rows.Skip((number - 1) * size).Take(size).ToListAsync(stop), total, number, size);
    }
}
