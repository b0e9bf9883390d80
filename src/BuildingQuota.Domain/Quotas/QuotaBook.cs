using BuildingQuota.Domain.Buildings;
using BuildingQuota.Domain.Institutions;

namespace BuildingQuota.Domain.Quotas;

/// <summary>The row that judges a subject, or why there is none.</summary>
public sealed record QuotaMatch(Quota? Quota, QuotaStandard? Standard, string Reason)
{
    public QuotaTiers? Tiers => Quota is null ? null : new QuotaTiers(Quota.Constraint, Quota.Baseline, Quota.Guiding);

    public static QuotaMatch None(string reason) => new(null, null, reason);
}

/// <summary>
/// Finds the quota row of a class. What does not resolve to exactly one row is "no quota" with its reason, never a default row
/// (docs/rules/quota-class.md).
/// </summary>
public sealed class QuotaBook
{
    private readonly Dictionary<string, QuotaStandard> _standards;
    private readonly ILookup<(string Standard, InstitutionKind Kind, Indicator Indicator), Quota> _quotas;
    private readonly ILookup<string, Adoption> _adoptions;

    public QuotaBook(IEnumerable<QuotaStandard> standards, IEnumerable<Quota> quotas, IEnumerable<Adoption> adoptions)
    {
        (Standards, Quotas, Adoptions) = ([.. standards], [.. quotas], [.. adoptions]);
        _standards = Standards.ToDictionary(standard => standard.Code);
        _quotas = Quotas.ToLookup(quota => (quota.StandardCode, quota.InstitutionKind, quota.Indicator));
        _adoptions = Adoptions.OrderByDescending(adoption => adoption.From).ToLookup(adoption => adoption.RegionCode);
    }

    public IReadOnlyList<QuotaStandard> Standards { get; }

    public IReadOnlyList<Quota> Quotas { get; }

    public IReadOnlyList<Adoption> Adoptions { get; }

    /// <summary>
    /// Adoptions in force on the first day of the year, the nearest region first, the latest adoption first; the first standard that
    /// has rows for the kind and indicator decides. Heating rows ask for the one heating type of the subject (null: it has several).
    /// </summary>
    public QuotaMatch Resolve(Institution institution, Indicator indicator, HeatingType? heating, int year)
    {
        foreach (var region in RegionPaths.NearestFirst(institution.RegionPath))
        {
            foreach (var adoption in _adoptions[region].Where(a => a.From <= new DateOnly(year, 1, 1)))
            {
                var rows = _quotas[(adoption.StandardCode, institution.Kind, indicator)].ToArray();
                if (rows.Length > 0) return Choose(rows, adoption, institution, heating);
            }
        }

        return QuotaMatch.None("quota.no-standard");
    }

    private QuotaMatch Choose(Quota[] rows, Adoption adoption, Institution institution, HeatingType? heating)
    {
        if (heating is null && rows.Any(row => row.HeatingType is not null)) return QuotaMatch.None("quota.several-heating-types");
        var fitting = rows.Where(row =>
            (row.Level is null || row.Level == institution.Level)
            && (row.Grade is null || row.Grade == institution.Grade)
            && (string.IsNullOrEmpty(row.Zone) || row.Zone == adoption.Zone)
            && (row.HeatingType is null || row.HeatingType == heating)).ToArray();
        return fitting.Length switch
        {
            1 => new QuotaMatch(fitting[0], _standards[adoption.StandardCode], ""),
            0 => QuotaMatch.None("quota.no-row-for-class"),
            _ => QuotaMatch.None("quota.class-ambiguous"),
        };
    }
}
