using BuildingQuota.Domain.Planning;

namespace BuildingQuota.Domain.Evaluations;

/// <summary>A stored run over one institution (with its buildings) or region and one year: its inputs by hash, its proof sheet, its verdicts.</summary>
public sealed class Evaluation
{
    public required long Id { get; init; }

    public required SubjectKind SubjectKind { get; init; }

    public required string SubjectCode { get; init; }

    public string? InstitutionCode { get; init; }

    public required string RegionCode { get; init; }

    public required int Year { get; init; }

    public required DateTimeOffset EvaluatedAt { get; init; }

    public required string EngineVersion { get; init; }

    /// <summary>SHA-256 (hex) of the canonical inputs: the same inputs and engine give the same run, and no new one is stored.</summary>
    public required string InputHash { get; init; }

    /// <summary>The proof sheet: canonical JSON, Brotli-compressed.</summary>
    public required byte[] Trace { get; init; }

    /// <summary>The <see cref="EvaluationInputs"/> from which the run can be made again; null for runs older than these.</summary>
    public string? FrozenHash { get; init; }

    public required bool IsCurrent { get; init; }

    public long? SupersedesId { get; init; }
}
