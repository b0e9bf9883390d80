using BuildingQuota.Domain.Access;

namespace BuildingQuota.Data.Access;

/// <summary>Which rows the current request or job may see; nothing until it is known whose it is. Read anew by every query.</summary>
public sealed class CurrentScope
{
    public CurrentScope() { }

    public CurrentScope(AccessScope scope) => Value = scope;

    public AccessScope Value { get; private set; } = AccessScope.Nothing;

    public void Use(AccessScope scope) => Value = scope;
}
