namespace BuildingQuota.Domain.Evaluations;

/// <summary>
/// A document of what evaluations read, kept by its hash: of one community and year, of one region and year, or of everything published
/// at one time, to which the others point. Institutions that share meters stand in one document, so it is for those who may see them all.
/// </summary>
public sealed class EvaluationInputs
{
    /// <summary>SHA-256 (hex) of the canonical JSON.</summary>
    public required string Hash { get; init; }

    /// <summary>The document of everything published; null when it is that itself.</summary>
    public string? ReferenceHash { get; init; }

    /// <summary>Scope that holds all of its institutions (see AccessScope.Path); empty for what is published.</summary>
    public required string ScopePath { get; init; }

    /// <summary>Canonical JSON, Brotli-compressed.</summary>
    public required byte[] Content { get; init; }
}
