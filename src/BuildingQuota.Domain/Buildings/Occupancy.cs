using BuildingQuota.Domain.Quantities;

namespace BuildingQuota.Domain.Buildings;

/// <summary>
/// 使用(面积)关系: another institution than its owner uses a part of a building for some time. What nobody occupies stays with the owner.
/// </summary>
public sealed class Occupancy
{
    public required long Id { get; init; }

    public required string BuildingCode { get; init; }

    /// <summary>Who uses it; never the building's own institution.</summary>
    public required string InstitutionCode { get; init; }

    /// <summary>Gross area in m², above zero; of heated area it has the same part.</summary>
    public required decimal AreaM2 { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>The first day out; null while it lasts.</summary>
    public DateOnly? To { get; init; }

    public required long ImportId { get; init; }

    public long? SupersededById { get; init; }

    public DateSpan Span => DateSpan.Since(From, To);
}
