using BuildingQuota.Data;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Access;

/// <summary>A key as its owner sees it: everything but the secret, which is not kept.</summary>
public sealed record KeyRow
{
    public required string Id { get; init; }

    public required string UserName { get; init; }

    public required string Label { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public required DateTimeOffset? RevokedAt { get; init; }

    public required DateTimeOffset? LastUsedAt { get; init; }
}

/// <summary>The keys of one account, or of all (null), newest first.</summary>
public sealed class ListKeys(QuotaDb db)
{
    public Task<List<KeyRow>> Run(int? accountId, CancellationToken stop) =>
        (from key in db.ApiKeys
         join account in db.Users on key.AccountId equals account.Id
         where accountId == null || key.AccountId == accountId
         orderby key.CreatedAt descending, key.Id
         select new KeyRow
         {
             Id = key.Id, UserName = account.UserName!, Label = key.Name, CreatedAt = key.CreatedAt, ExpiresAt = key.ExpiresAt,
             RevokedAt = key.RevokedAt, LastUsedAt = key.LastUsedAt,
         }).ToListAsync(stop);
}
