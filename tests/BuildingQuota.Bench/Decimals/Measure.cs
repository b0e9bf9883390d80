namespace BuildingQuota.Bench.Decimals;

/// <summary>
/// A row with two measures of six decimals, as bills and monthly rows have them; some negative, many that binary cannot hold.
/// </summary>
internal sealed class Measure
{
    public required long Id { get; init; }

    public required int Team { get; init; }

    public required decimal X { get; init; }

    /// <summary>Never zero.</summary>
    public required decimal Y { get; init; }

    public static IEnumerable<Measure> Many(int rows)
    {
        var random = new Random(20261120);
        for (var id = 1; id <= rows; id++)
        {
            var x = random.NextInt64(-2_000_000_000, 30_000_000_000) / 1_000_000m;
            yield return new Measure { Id = id, Team = id % 500, X = id % 100 == 0 ? 0.3m : x, Y = random.Next(1, 9_999) / 10_000m };
        }
    }
}
