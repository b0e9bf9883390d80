using BuildingQuota.Data;
using BuildingQuota.Data.Access;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Access;

/// <summary>A program shows its key: whose is it, and does it still count?</summary>
public sealed class CheckKey(QuotaDb db, FailedAttempts attempts, KeyUse use, TimeProvider clock)
{
    /// <summary>Stands in for the hash of a key that does not exist, so that the answer takes as long.</summary>
    private static readonly string NoHash = KeySecret.Hash("");

    public sealed record Request(string KeyId, string Secret, string Address);

    /// <summary>The account, or why not: one message for every reason, so that a guesser learns nothing.</summary>
    public sealed record Answer(Account? Account, TimeSpan Wait);

    public async Task<Answer> Run(Request request, CancellationToken stop)
    {
        var wait = attempts.PauseFor(request.KeyId, request.Address);
        if (wait > TimeSpan.Zero) return new Answer(null, wait);

        var key = await db.ApiKeys.AsNoTracking().FirstOrDefaultAsync(key => key.Id == request.KeyId, stop);
        var matches = KeySecret.Matches(request.Secret, key?.SecretHash ?? NoHash);
        var account = matches && key is not null && Counts(key) ? await OwnerOf(key, stop) : null;
        if (account is null)
        {
            attempts.Failed(request.KeyId, request.Address);
            return new Answer(null, TimeSpan.Zero);
        }

        attempts.Succeeded(request.KeyId, request.Address);
        use.Saw(request.KeyId);
        return new Answer(account, TimeSpan.Zero);
    }

    private bool Counts(ApiKey key) => key.RevokedAt is null && key.ExpiresAt > clock.GetUtcNow();

    private Task<Account?> OwnerOf(ApiKey key, CancellationToken stop) =>
        db.Users.AsNoTracking().FirstOrDefaultAsync(account => account.Id == key.AccountId, stop);
}
