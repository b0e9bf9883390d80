using BuildingQuota.Domain.Access;
using BuildingQuota.Features.Access;

namespace BuildingQuota.Features.Tests.Access;

public sealed class PermissionTests
{
    [Fact]
    public void Everybody_may_read_and_nobody_both_drafts_and_issues()
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            Assert.True(role.May(Permission.ReadFigures));
            Assert.False(role.May(Permission.DraftNotices) && role.May(Permission.IssueNotices));
            Assert.False(role.May(Permission.ManageAccounts) && role.May(Permission.IssueNotices));
        }
    }

    [Theory]
    [InlineData(Permission.UploadFiles, Role.Facility, Role.Officer, Role.Admin)]
    [InlineData(Permission.EvaluateYears, Role.Officer, Role.Admin)]
    [InlineData(Permission.ManagePlans, Role.Officer)]
    [InlineData(Permission.DraftNotices, Role.Officer)]
    [InlineData(Permission.IssueNotices, Role.Approver)]
    [InlineData(Permission.DraftQuotas, Role.Officer)]
    [InlineData(Permission.ReviewQuotas, Role.Officer, Role.Approver)]
    [InlineData(Permission.PublishQuotas, Role.Approver)]
    [InlineData(Permission.ReadAudit, Role.Auditor, Role.Admin)]
    [InlineData(Permission.ManageAccounts, Role.Admin)]
    [InlineData(Permission.ManageJobs, Role.Admin)]
    public void Each_permission_is_for_these_roles_and_no_other(Permission permission, params Role[] roles) =>
        Assert.Equal(roles, Enum.GetValues<Role>().Where(role => role.May(permission)));
}
