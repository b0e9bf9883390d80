namespace BuildingQuota.Domain.Institutions;

/// <summary>Whom a head count is for: energy; water (falls back to energy); open hospital beds.</summary>
public enum HeadcountBasis { Energy, Water, Beds }

/// <summary>One segment of the timeline of people (用能人数) of an institution: from a day on, until the next row of the same basis.</summary>
public sealed class Headcount
{
    public required long Id { get; init; }

    public required string InstitutionCode { get; init; }

    public required DateOnly From { get; init; }

    public required decimal Persons { get; init; }

    public required HeadcountBasis Basis { get; init; }

    public string? Reason { get; init; }

    public required long ImportId { get; init; }

    /// <summary>The row that replaced this one; null while it counts. Nothing is edited: a changed value is a new row.</summary>
    public long? SupersededById { get; init; }
}
