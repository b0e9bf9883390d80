namespace BuildingQuota.Domain.Metering;

/// <summary>
/// What one meter contributes to one building (or to the institution as a whole) in each month of a year, sub-meters already taken out.
/// </summary>
public sealed class UseLine(MeterYear meter, string institutionCode, string? buildingCode)
{
    private readonly UseMonth?[] _months = new UseMonth?[12];

    public MeterYear Meter => meter;

    public string InstitutionCode => institutionCode;

    public string? BuildingCode => buildingCode;

    /// <summary>January first; null when the meter had nothing to say here in the month.</summary>
    public IReadOnlyList<UseMonth?> Months => _months;

    internal void Set(int month, UseMonth use) => _months[month - 1] = use;
}

/// <summary>Quantity in the carrier's own unit, cost in yuan, and the part of the quantity that was estimated.</summary>
public readonly record struct UseMonth(decimal Quantity, decimal Cost, decimal Estimated);
