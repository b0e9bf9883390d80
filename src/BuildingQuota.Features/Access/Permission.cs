using BuildingQuota.Domain.Access;

namespace BuildingQuota.Features.Access;

#pragma warning disable CA1711 // the word belonged to code access security, which is gone

/// <summary>What somebody may do. Which rows they may do it to is the scope's business.</summary>
public enum Permission
{
    /// <summary>Pages and feeds with figures: everybody who is signed in.</summary>
    ReadFigures,
    UploadFiles,
    EvaluateYears,

    /// <summary>Orders for a year, bases frozen again, barometer issues.</summary>
    ManagePlans,
    DraftNotices,
    IssueNotices,
    DraftQuotas,
    ReviewQuotas,
    PublishQuotas,
    ReadAudit,
    ManageAccounts,
    ManageJobs,
}

/// <summary>Role × permission, the one table. Who drafts does not issue, and who manages accounts does neither (four eyes).</summary>
public static class Permissions
{
    private static readonly Dictionary<Role, Permission[]> Table = new()
    {
        [Role.Facility] = [Permission.ReadFigures, Permission.UploadFiles],
        [Role.Officer] = [Permission.ReadFigures, Permission.UploadFiles, Permission.EvaluateYears, Permission.ManagePlans,
            Permission.DraftNotices, Permission.DraftQuotas, Permission.ReviewQuotas],
        [Role.Approver] = [Permission.ReadFigures, Permission.IssueNotices, Permission.ReviewQuotas, Permission.PublishQuotas],
        [Role.Auditor] = [Permission.ReadFigures, Permission.ReadAudit],
        [Role.Admin] =
        [
            Permission.ReadFigures, Permission.UploadFiles, Permission.EvaluateYears, Permission.ReadAudit, Permission.ManageAccounts,
            Permission.ManageJobs,
        ],
    };

    public static bool May(this Role role, Permission permission) => Table[role].Contains(permission);
}
