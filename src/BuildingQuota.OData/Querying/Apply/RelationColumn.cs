using System.Linq.Expressions;

namespace BuildingQuota.OData.Querying.Apply;

/// <summary>A column of an intermediate result.</summary>
/// <param name="Path">Its name, or the path over navigations by which it was grouped.</param>
/// <param name="Value">Over the relation's row.</param>
internal sealed record RelationColumn(string Path, Expression Value)
{
    /// <summary>Part of what tells two rows apart.</summary>
    public bool IsKey { get; init; }

    /// <summary>Zero, not null, over no rows at all.</summary>
    public bool IsCount { get; init; }

    /// <summary>Calculated: its decimals are as many as the database made, and are rounded when shown.</summary>
    public bool IsCalculated { get; init; }

    /// <summary>Texts of the units that the value is in. More than one: it was calculated from columns of several.</summary>
    public IReadOnlyList<Expression> Units { get; init; } = [];

    /// <summary>An aggregated measure tells its unit beside it, or that there was more than one.</summary>
    public bool TellsUnit { get; init; }
}
