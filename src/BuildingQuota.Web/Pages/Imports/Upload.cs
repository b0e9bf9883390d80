using BuildingQuota.Data.Access;
using BuildingQuota.Features.Imports;

namespace BuildingQuota.Web.Pages.Imports;

/// <summary>One upload on its way: what was sent, by whom, how far it is, and what came of it.</summary>
public sealed class Upload(Guid id, Account owner, ImportRequest request)
{
    public Guid Id { get; } = id;

    public Account Owner { get; } = owner;

    public ImportRequest Request { get; } = request;

    /// <summary>The latest word from the import; null while it waits.</summary>
    public ImportProgress? Progress { get; set; }

    /// <summary>Set when it is done.</summary>
    public ImportReport? Report { get; set; }

    /// <summary>Set when it broke for a reason that is not in the files.</summary>
    public string? Failure { get; set; }

    public bool IsOver => Report is not null || Failure is not null;
}
