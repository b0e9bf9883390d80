using BuildingQuota.Oracle.Reading;

namespace BuildingQuota.Oracle.Calculation;

/// <summary>An institution with all its buildings, or one building of it.</summary>
public sealed record Subject(string Kind, string Code, Institution Institution, IReadOnlyList<Building> Buildings)
{
    public bool Has(string institution, string? building) => Kind == "Institution" ? institution == Code : building == Code;
}
