using System.Linq.Expressions;
using BuildingQuota.OData.Model;
using BuildingQuota.OData.Requests;

namespace BuildingQuota.OData.Querying;

/// <summary>How many rows there are of each value of a column, in one statement.</summary>
internal static class GroupCounts
{
    public static Task<Dictionary<object, long>> Read<TRow>(IQueryable<TRow> rows, RowProperty column, ODataRequest request) =>
        (Task<Dictionary<object, long>>)new Func<IQueryable<TRow>, RowProperty, ODataRequest, Task<Dictionary<object, long>>>(Of<TRow, int>)
            .Method.GetGenericMethodDefinition().MakeGenericMethod(typeof(TRow), column.ClrType)
            .Invoke(null, [rows, column, request])!; // never null

    private static async Task<Dictionary<object, long>> Of<TRow, TValue>(IQueryable<TRow> rows, RowProperty column, ODataRequest request)
    {
        var row = Expression.Parameter(typeof(TRow), "row");
        var value = Expression.Lambda<Func<TRow, TValue>>(Expression.Property(row, column.Clr), row);
        var counts = new Dictionary<object, long>();
        await using var groups = await RowReading.Start(
            rows.GroupBy(value).Select(group => new Counted<TValue> { Value = group.Key, Count = group.LongCount() }), request);
        for (; groups.HasRow; await groups.Next()) counts[groups.Current.Value!] = groups.Current.Count; // only parents' values, never null
        return counts;
    }

    private sealed class Counted<TValue>
    {
        public required TValue Value { get; init; }
        public required long Count { get; init; }
    }
}
