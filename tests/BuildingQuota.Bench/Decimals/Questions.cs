using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Bench.Decimals;

/// <summary>
/// A question to the rows whose answer is one decimal, asked of a database and, with the same words, of the objects in memory.
/// </summary>
internal sealed record Question(string Name, Func<IQueryable<Measure>, decimal> Ask);

internal static class Questions
{
    public static IReadOnlyList<Question> All { get; } =
    [
        new("compare: count of x > 0.3", rows => rows.Count(row => row.X > 0.3m)),
        new("equal: count of x = 0.3", rows => rows.Count(row => row.X == 0.3m)),
        new("between, sum", rows => rows.Where(row => row.X >= 100m && row.X < 200m).Sum(row => row.X)),
        new("order: tenth largest", rows => rows.OrderByDescending(row => row.X).ThenBy(row => row.Id).Skip(9).First().X),
        new("sum of all", rows => rows.Sum(row => row.X)),
        new("sums of 500 teams, largest", rows => rows.GroupBy(row => row.Team).Select(team => team.Sum(row => row.X))
            .AsEnumerable().Max()),
        new("average", rows => rows.Average(row => row.X)),
        new("sum of products x × y", rows => rows.Sum(row => row.X * row.Y)),
        new("sum of quotients x ÷ y", rows => rows.Sum(row => row.X / row.Y)),
        new("filter on a product: count of x × y > 5000", rows => rows.Count(row => row.X * row.Y > 5000m)),
    ];

    /// <summary>What a database said of a question: the answer, or why there is none.</summary>
    public static (decimal? Answer, string? Failure) Put(this Question question, MeasureDb db)
    {
        try
        {
            return (question.Ask(db.Measures.AsNoTracking()), null);
        }
        catch (Exception failure) when (failure is InvalidOperationException or InvalidCastException or OverflowException or DbException)
        {
            return (null, failure.GetType().Name);
        }
    }
}
