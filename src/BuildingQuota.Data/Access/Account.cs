using BuildingQuota.Domain.Access;
using Microsoft.AspNetCore.Identity;

namespace BuildingQuota.Data.Access;

/// <summary>Somebody who can sign in: what they do and over which part of the country.</summary>
public sealed class Account : IdentityUser<int>
{
    public required string DisplayName { get; set; }

    public required Role Role { get; set; }

    /// <summary>
    /// An institution's code for a facility manager, else a region's; null sees everything (a facility manager: nothing).
    /// </summary>
    public string? ScopeCode { get; set; }
}
