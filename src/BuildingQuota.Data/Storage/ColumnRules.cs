using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace BuildingQuota.Data.Storage;

/// <summary>What holds for every column: snake_case names, bounded keys, ids that the program gives itself.</summary>
internal static class ColumnRules
{
    internal const int CodeLength = 64;
    internal const int WordLength = 40;

    internal static void Apply(ModelBuilder model)
    {
        foreach (var entity in model.Model.GetEntityTypes())
            foreach (var property in entity.GetProperties())
            {
                property.SetColumnName(Snake(property.Name));
                if (property.ClrType == typeof(string) && property.GetMaxLength() is null && (property.IsKey() || property.IsForeignKey()))
                    property.SetMaxLength(CodeLength);
                if (property.ClrType == typeof(long) && property.IsPrimaryKey()) property.ValueGenerated = ValueGenerated.Never;
            }
    }

    private static string Snake(string name)
    {
        var snake = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsUpper(name[i]) && !char.IsUpper(name[i - 1])) snake.Append('_');
            snake.Append(char.ToLowerInvariant(name[i]));
        }

        return snake.ToString();
    }
}
