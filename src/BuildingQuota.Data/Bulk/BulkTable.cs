using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace BuildingQuota.Data.Bulk;

/// <summary>A table as EF Core maps it; everything that bulk work needs to know of an entity.</summary>
internal sealed class BulkTable
{
    private readonly IEntityType _entity;

    private BulkTable(IEntityType entity)
    {
        _entity = entity;
        Name = "\"" + entity.GetTableName() + "\"";
        Columns = [.. entity.GetProperties().Select(property => new BulkColumn(property))];
        Key = Columns.Single(column => column.Property == entity.FindPrimaryKey()!.Properties[0]);
    }

    internal IEntityType Entity => _entity;

    internal string Name { get; }

    internal IReadOnlyList<BulkColumn> Columns { get; }

    /// <summary>The first column of the primary key.</summary>
    internal BulkColumn Key { get; }

    internal string ColumnList => string.Join(", ", Columns.Select(column => column.Name));

    internal static BulkTable Of<T>(QuotaDb db) =>
        new(db.Model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} is not kept in the database."));

    internal BulkColumn Column(string property) => Columns.Single(column => column.Property == _entity.FindProperty(property));
}
