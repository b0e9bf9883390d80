using BuildingQuota.Data.Access;

namespace BuildingQuota.Features.Access;

/// <summary>Who the current request is for; nobody until it is known. Looked up for each request, so that a change acts at once.</summary>
public sealed class CurrentPerson
{
    public Account? Account { get; private set; }

    /// <summary>As the audit trail names them.</summary>
    public string Name => Account?.UserName ?? "nobody";

    public bool May(Permission permission) => Account is not null && Account.Role.May(permission);

    public void Use(Account account) => Account = account;
}
