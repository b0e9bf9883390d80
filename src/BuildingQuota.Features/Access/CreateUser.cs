using BuildingQuota.Data;
using BuildingQuota.Data.Access;
using BuildingQuota.Domain.Access;
using BuildingQuota.Domain.Rules;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Access;

/// <summary>An administrator gives somebody an account: a role, and the part of the country or the institution that it is for.</summary>
public sealed class CreateUser(QuotaDb db, UserManager<Account> accounts)
{
    /// <summary>
    /// <c>ScopeCode</c>: an institution's for <see cref="Role.Facility"/>, else a region's; null: everything (a facility manager: nothing).
    /// </summary>
    public sealed record Request(string Name, string DisplayName, Role Role, string? ScopeCode, string Password);

    public async Task<Account> Run(Request request, CancellationToken stop)
    {
        await RequireScope(request, stop);
        var account = new Account
        {
            UserName = request.Name, DisplayName = request.DisplayName, Role = request.Role, ScopeCode = request.ScopeCode,
        };
        var result = await accounts.CreateAsync(account, request.Password);
        if (result.Succeeded) return account;

        var faults = string.Join(" ", result.Errors.Select(error => error.Description));
        var exists = result.Errors.Any(error => error.Code == nameof(IdentityErrorDescriber.DuplicateUserName));
        var code = exists ? "account.exists" : "account.refused";
        throw new RuleBrokenException(code, $"The account '{request.Name}' was not created: {faults}",
            "Choose another name, or a password of at least 12 characters.");
    }

    public async Task<bool> Exists(string name, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        return await accounts.FindByNameAsync(name) is not null;
    }

    private async Task RequireScope(Request request, CancellationToken stop)
    {
        if (request.ScopeCode is not { } code) return;
        var exists = request.Role == Role.Facility
            ? await db.Institutions.IgnoreQueryFilters().AnyAsync(institution => institution.Code == code, stop)
            : await db.Regions.IgnoreQueryFilters().AnyAsync(region => region.Code == code, stop);
        if (exists) return;
        var noun = request.Role == Role.Facility ? "institution" : "region";
        throw new RuleBrokenException("account.scope-unknown", $"There is no {noun} '{code}'.", "Import it first, or give another code.");
    }
}
