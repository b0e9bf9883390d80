using BuildingQuota.Data;
using BuildingQuota.Data.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Access;

/// <summary>Accounts that may not be used here: locked for good, signed out everywhere, their keys revoked.</summary>
public sealed class ShutAccounts(QuotaDb db, UserManager<Account> accounts, RevokeKey revoke)
{
    private static readonly DateTimeOffset ForGood = new(9999, 12, 31, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Every account whose name ends so; returns how many were still open.</summary>
    public async Task<int> Run(string suffix, CancellationToken stop)
    {
        var ending = accounts.NormalizeName(suffix)!;
        var found = await db.Users.Where(account => account.NormalizedUserName!.EndsWith(ending)).ToListAsync(stop);
        var open = found.Where(account => account.LockoutEnd is null || account.LockoutEnd < ForGood).ToList();
        foreach (var account in open)
        {
            await accounts.SetLockoutEnabledAsync(account, true);
            await accounts.SetLockoutEndDateAsync(account, ForGood);
            await accounts.UpdateSecurityStampAsync(account);
        }

        foreach (var account in found) await RevokeKeysOf(account, stop);
        return open.Count;
    }

    /// <summary>Lets one in again; its keys stay revoked. Does nothing when it is not shut.</summary>
    public async Task Open(string name, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        if (await accounts.FindByNameAsync(name) is { LockoutEnd: { } end } account && end >= ForGood)
            await accounts.SetLockoutEndDateAsync(account, null);
    }

    private async Task RevokeKeysOf(Account account, CancellationToken stop)
    {
        var theirs = db.ApiKeys.Where(key => key.AccountId == account.Id && key.RevokedAt == null);
        var keys = await theirs.Select(key => key.Id).ToListAsync(stop);
        foreach (var key in keys) await revoke.Run(new RevokeKey.Request(key), stop);
    }
}
