using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Institutions;
using BuildingQuota.Domain.Quotas;

namespace BuildingQuota.Features.Notices.Content;

/// <summary>Where the limits of a verdict are printed: its standard's name and the table that has them.</summary>
internal sealed class PublishedQuotas(IEnumerable<QuotaStandard> standards, IReadOnlyList<Quota> quotas)
{
    private readonly Dictionary<string, string> _names = standards.ToDictionary(standard => standard.Code, standard => standard.Name);

    public string NameOf(YearVerdict verdict) => _names.GetValueOrDefault(verdict.QuotaStandard!, verdict.QuotaStandard!);

    /// <summary>Null when the limits stand in no table of the standard for the institution's kind, or in several.</summary>
    public string? TableOf(YearVerdict verdict, Institution institution)
    {
        var tables = quotas.Where(quota => IsPrinted(quota, verdict, institution)).Select(quota => quota.Table).Distinct().ToArray();
        return tables is [{ Length: > 0 } table] ? table : null;
    }

    private static bool IsPrinted(Quota quota, YearVerdict verdict, Institution institution) =>
        quota.StandardCode == verdict.QuotaStandard && quota.InstitutionKind == institution.Kind && quota.Indicator == verdict.Indicator
        && (quota.Constraint, quota.Baseline, (decimal?)quota.Guiding) == (verdict.Constraint!.Value, verdict.Baseline, verdict.Guiding);
}
