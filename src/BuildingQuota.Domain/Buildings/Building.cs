using BuildingQuota.Domain.Quantities;

namespace BuildingQuota.Domain.Buildings;

/// <summary>Main use of a building.</summary>
public enum BuildingKind { Office, Teaching, Dormitory, Ward, Venue, Canteen, DataCentre, Garage, Other }

/// <summary>How a building is heated: decides the quota row of its heating indicator (domain §4.3).</summary>
public enum HeatingType { DistrictMetered, DistrictByArea, AirConditioner, GasBoiler, OilBoiler, CoalBoiler, None }

/// <summary>A building of an institution. Its areas before the first row of the timeline are those given here.</summary>
public sealed class Building
{
    public required string Code { get; init; }

    public required string InstitutionCode { get; init; }

    public required string Name { get; init; }

    public required BuildingKind Kind { get; init; }

    /// <summary>建筑面积 in m², above zero.</summary>
    public required decimal GrossAreaM2 { get; init; }

    /// <summary>采暖面积 in m², not above the gross area.</summary>
    public required decimal HeatedAreaM2 { get; init; }

    public required HeatingType HeatingType { get; init; }

    public required DateOnly InServiceFrom { get; init; }

    /// <summary>The first day out of service; null while it serves.</summary>
    public DateOnly? InServiceTo { get; init; }

    public DateSpan InService => DateSpan.Since(InServiceFrom, InServiceTo);
}
