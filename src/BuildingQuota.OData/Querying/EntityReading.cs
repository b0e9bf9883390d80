using System.Linq.Expressions;
using BuildingQuota.OData.Errors;
using BuildingQuota.OData.Model;
using BuildingQuota.OData.Requests;

namespace BuildingQuota.OData.Querying;

/// <summary>Reads one row from the set's own source, so that whatever hides rows there hides them here.</summary>
internal static class EntityReading
{
    /// <summary>The row that the address points at; refused with 404 where there is none.</summary>
    public static async Task<TRow> Read<TRow>(EntitySet<TRow> set, ODataRequest request, IReadOnlyList<string>? columns)
        where TRow : class, new() => await Find(set, request, columns) ?? throw Missing(set);

    /// <summary>As <see cref="Read"/>, null where there is none.</summary>
    public static Task<TRow?> Find<TRow>(EntitySet<TRow> set, ODataRequest request, IReadOnlyList<string>? columns)
        where TRow : class, new()
    {
        var row = Expression.Parameter(typeof(TRow), "row");
        var query = set.Rows(request);
        if (request.Path.Key is { } key) query = key.Apply(query);
        if (columns is not null) query = query.Select(Expression.Lambda<Func<TRow, TRow>>(Columns.Only(row, set, columns), row));
        return RowReading.First(query.Take(1), request);
    }

    public static ODataRefusal Missing(EntitySet set) =>
        ODataRefusal.NotFound(ErrorCodes.NotFound, $"{set.Name} has no entity with this key, or it is not yours to see.");
}
