using BuildingQuota.Features.Quotas;

namespace BuildingQuota.Web.Pages.Shared;

/// <summary>Which quotas bind an institution this year: what _BindingQuotas.cshtml draws.</summary>
public sealed record BindingQuotas(int Year, IReadOnlyList<BindingQuota> All)
{
    private const string NoStandard = "quota.no-standard";

    /// <summary>Those that some adopted standard speaks of.</summary>
    public IEnumerable<BindingQuota> Spoken => All.Where(one => one.Match.Reason != NoStandard);

    public IEnumerable<BindingQuota> Unspoken => All.Where(one => one.Match.Reason == NoStandard);
}
