namespace BuildingQuota.Domain.Billing;

/// <summary>A year that some bill has a day in, whatever became of the bill. Years between the first and the last are evaluated.</summary>
public sealed class BilledYear
{
    public required int Year { get; init; }
}
