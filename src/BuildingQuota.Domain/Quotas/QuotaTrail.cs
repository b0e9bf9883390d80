namespace BuildingQuota.Domain.Quotas;

/// <summary>The row that judges a subject, or why there is none; and how that was found.</summary>
public sealed record QuotaMatch(Quota? Quota, QuotaStandard? Standard, string Reason)
{
    public QuotaTiers? Tiers => Quota is null ? null : new QuotaTiers(Quota.Constraint, Quota.Baseline, Quota.Guiding);

    /// <summary>The adoptions that were looked at, in order; the last one decided, if any did.</summary>
    public IReadOnlyList<AdoptionStep> Steps { get; init; } = [];

    public static QuotaMatch None(string reason) => new(null, null, reason);
}

/// <summary>
/// One adoption that was looked at, and what came of it: <c>adoption.later</c>, <c>adoption.not-published</c>,
/// <c>adoption.kind-not-covered</c> or <c>adoption.decides</c>.
/// </summary>
public sealed record AdoptionStep(Adoption Adoption, string Outcome)
{
    internal const string Later = "adoption.later";

    /// <summary>It begins after the year: nothing that is said of the year rests on it, however many such adoptions there come to be.</summary>
    public bool IsLater => Outcome == Later;

    /// <summary>The rows of kind and indicator in the standard that decides.</summary>
    public IReadOnlyList<RowStep> Rows { get; init; } = [];
}

/// <summary>A row that was looked at. <paramref name="LeftOutFor"/> is the first attribute that does not fit (level, grade, zone,
/// heating); null when all do.</summary>
public sealed record RowStep(Quota Row, string? LeftOutFor);
