namespace BuildingQuota.Data.Access;

/// <summary>What a program signs in with, as <c>id:secret</c>; only a hash of the secret is kept.</summary>
public sealed class ApiKey
{
    public required string Id { get; init; }

    public required string SecretHash { get; init; }

    public required int AccountId { get; init; }

    public required string Name { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? RevokedAt { get; set; }

    public DateTimeOffset? LastUsedAt { get; set; }
}
