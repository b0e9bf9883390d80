using BuildingQuota.Domain.Institutions;

namespace BuildingQuota.Domain.Access;

/// <summary>What a person does here (design §1, §4.4).</summary>
public enum Role { Facility, Officer, Approver, Auditor, Admin }

/// <summary>
/// Which rows a person sees: everything, a region's subtree, one institution, or nothing. Applied in the DbContext, below pages and OData.
/// </summary>
public sealed record AccessScope
{
    private AccessScope() { }

    /// <summary>Sees no row: what a request has before it is known whose it is.</summary>
    public static AccessScope Nothing { get; } = new() { Path = "-" };

    public static AccessScope Everything { get; } = new() { SeesEverything = true };

    public static AccessScope OfRegion(Region region) => new() { RegionPath = region.Path };

    public static AccessScope OfInstitution(Institution institution) =>
        new() { InstitutionCode = institution.Code, Path = institution.RegionPath + "#" + institution.Code + "/" };

    public bool SeesEverything { get; private init; }

    /// <summary>Prefix of the paths of the regions in scope; null when the scope is no region.</summary>
    public string? RegionPath { get; private init; }

    public string? InstitutionCode { get; private init; }

    /// <summary>
    /// Region path, with <c>#institution/</c> behind it for one institution; empty for everything. A scope holds another when its path
    /// is a prefix.
    /// </summary>
    public string Path
    {
        get => field ?? RegionPath ?? "";
        private init;
    }
}
