using BuildingQuota.Features.Access;

namespace BuildingQuota.Web.Pages.Shared;

/// <summary>One entry of the main menu, there for whoever may go there.</summary>
public sealed record Navigation(string Path, string Text, string Icon, Permission Needs = Permission.ReadFigures)
{
    private static readonly Navigation[] All =
    [
        new("/", "nav.home", "home"),
        new("/institutions", "nav.institutions", "institution"),
        new("/buildings", "nav.buildings", "building"),
        new("/budgets", "nav.budgets", "budget"),
        new("/evaluations", "nav.evaluations", "verdict"),
        new("/rules", "nav.rules", "rules"),
        new("/quotas", "nav.quotas", "verdict"),
        new("/plans", "nav.plans", "verdict"),
        new("/notices", "nav.notices", "notice"),
        new("/bills", "nav.bills", "bill"),
        new("/imports", "nav.imports", "upload", Permission.UploadFiles),
        new("/data", "nav.data", "data"),
        new("/audit", "nav.audit", "search", Permission.ReadAudit),
        new("/admin/jobs", "nav.jobs", "admin", Permission.ManageJobs),
    ];

    public static IEnumerable<Navigation> For(CurrentPerson person) => All.Where(item => person.May(item.Needs));

    public bool IsOn(PathString path) => Path == "/" ? path == "/" : path.StartsWithSegments(Path, StringComparison.OrdinalIgnoreCase);
}
