using BuildingQuota.Domain.Access;
using BuildingQuota.Domain.Audit;
using BuildingQuota.Domain.Budgets;
using BuildingQuota.Domain.Imports;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Features.Access;
using BuildingQuota.Features.Audit;
using BuildingQuota.Features.Budgets;
using BuildingQuota.Features.Evaluations;
using BuildingQuota.Features.Imports;
using BuildingQuota.Features.Institutions;
using BuildingQuota.Features.Metering;
using BuildingQuota.Features.Notices;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BuildingQuota.Web.Pages;

/// <summary>What a facility manager comes home to.</summary>
public sealed record FacilityHome(InstitutionProfile Institution, EnergyMonths Months, IReadOnlyList<MissingBillRow> Missing,
    IReadOnlyList<NoticeRow> Notices)
{
    /// <summary>Limits of the open year, the worst first; none before the first forecast.</summary>
    public IReadOnlyList<WarningRow> Budgets { get; init; } = [];

    public IEnumerable<VerdictRow> Standing => Institution.Verdicts.Where(verdict => verdict.Year == Institution.LatestYear);
}

/// <summary>What everybody else comes home to; the lists at the end only for whoever may read them.</summary>
public sealed record RegionHome(RegionOverview Overview)
{
    /// <summary>Institutions whose open year is to be warned.</summary>
    public int Warned { get; init; }

    public IReadOnlyList<AuditEvent> Audit { get; init; } = [];

    public IReadOnlyList<ImportBatch> Imports { get; init; } = [];
}

/// <summary>The first page: another one for each role.</summary>
[RequirePermission(Permission.ReadFigures)]
public sealed class HomePage(CurrentPerson person, IServiceProvider useCases) : PageModel
{
    private const int Few = 8;

    public FacilityHome? Facility { get; private set; }

    public RegionHome? Region { get; private set; }

    public async Task OnGet(CancellationToken stop)
    {
        if (person.Account is { Role: Role.Facility, ScopeCode: { } code }) Facility = await FacilityOf(code, stop);
        else if (person.Account is { Role: not Role.Facility }) Region = await RegionOf(stop);
    }

    private async Task<FacilityHome?> FacilityOf(string code, CancellationToken stop)
    {
        var institution = await Use<ShowInstitution>().Run(code, stop);
        if (institution is null) return null;
        var months = await Use<ShowEnergyMonths>().Run(SubjectKind.Institution, code, Use<JudgedYears>().ThisYear, stop);
        var missing = await Use<FindMissingBills>().Run(code, stop);
        var notices = await Use<FindNotices>().Run(new(), stop);
        return new FacilityHome(institution, months, missing, [.. notices.Rows.Take(Few)])
        {
            Budgets = await Use<FindWarnings>().Of(SubjectKind.Institution, code, stop),
        };
    }

    private async Task<RegionHome> RegionOf(CancellationToken stop)
    {
        var overview = await Use<ShowRegionOverview>().Run(stop);
        var levels = await Use<FindWarnings>().Count(Use<JudgedYears>().ThisYear, stop);
        return new RegionHome(overview)
        {
            Warned = levels.Where(level => level.Key != EarlyWarningLevel.None).Sum(level => level.Value),
            Audit = person.May(Permission.ReadAudit) ? (await Use<ReadAudit>().Run(1, stop, Few)).Rows : [],
            Imports = person.May(Permission.UploadFiles) ? [.. (await Use<FindImports>().Run(1, stop)).Rows.Take(Few)] : [],
        };
    }

    private T Use<T>() where T : notnull => useCases.GetRequiredService<T>();
}
