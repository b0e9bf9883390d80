using BuildingQuota.Data;
using BuildingQuota.Data.Access;
using BuildingQuota.Domain.Rules;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Access;

/// <summary>Somebody gets a key for a program of theirs: it sees what they see, for a year at most.</summary>
public sealed class CreateKey(QuotaDb db, TimeProvider clock)
{
    public const int LongestDays = 366;

    private const int LongestLabel = 100;

    public sealed record Request(string UserName, string Label, int Days = 365);

    /// <summary>The only time that the secret is told.</summary>
    public sealed record NewKey(string Id, string Secret, DateTimeOffset ExpiresAt)
    {
        /// <summary>What a program signs in with.</summary>
        public string Credentials => $"{Id}:{Secret}";
    }

    public async Task<NewKey> Run(Request request, CancellationToken stop)
    {
        if (request.Days is < 1 or > LongestDays)
            throw new RuleBrokenException("key.too-long", $"A key for {request.Days} days is not given.", $"Say 1 to {LongestDays} days.");
        if (string.IsNullOrWhiteSpace(request.Label) || request.Label.Length > LongestLabel)
            throw new RuleBrokenException("key.no-label", $"A key needs a label of 1 to {LongestLabel} characters.", "Say what it is for.");
        var owner = await OwnerNamed(request.UserName, stop);
        var secret = KeySecret.New();
        var now = clock.GetUtcNow();
        var key = new ApiKey
        {
            Id = KeySecret.NewId(), SecretHash = KeySecret.Hash(secret), AccountId = owner.Id, Name = request.Label, CreatedAt = now,
            ExpiresAt = now.AddDays(request.Days),
        };
        db.ApiKeys.Add(key);
        await db.SaveChangesAsync(stop);
        return new NewKey(key.Id, secret, key.ExpiresAt);
    }

    private async Task<Account> OwnerNamed(string userName, CancellationToken stop)
    {
        var name = userName.ToUpperInvariant();
        return await db.Users.AsNoTracking().FirstOrDefaultAsync(account => account.NormalizedUserName == name, stop)
            ?? throw new RuleBrokenException("key.no-such-user", $"There is no account '{userName}'.", "Make it first: user create.");
    }
}
