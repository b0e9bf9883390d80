namespace BuildingQuota.Data.Bulk;

/// <summary>The next number of one series: ids of a table, or the documents of a bureau and year.</summary>
internal sealed class Counter
{
    public required string Name { get; init; }

    public required long Next { get; init; }
}
