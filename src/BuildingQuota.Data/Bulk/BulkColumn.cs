using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace BuildingQuota.Data.Bulk;

/// <summary>One column of a table as EF Core maps it: how to read it from an object and what the database is given.</summary>
internal sealed class BulkColumn(IProperty property)
{
    private readonly IClrPropertyGetter _getter = property.GetGetter();
    private readonly Func<object?, object?>? _convert = property.GetRelationalTypeMapping().Converter?.ConvertToProvider;

    internal string Name { get; } = "\"" + property.GetColumnName() + "\"";

    internal IProperty Property => property;

    internal RelationalTypeMapping Mapping { get; } = property.GetRelationalTypeMapping();

    internal object? Read(object row) => ToStored(_getter.GetClrValue(row));

    internal object? ToStored(object? value) => value is null || _convert is null ? value : _convert(value);

    /// <summary>The same as an expression, for who compiles it.</summary>
    internal Expression ValueOf(Expression row) => Expression.MakeMemberAccess(row, property.GetMemberInfo(forMaterialization: false, forSet: false));

    internal Expression ToStored(Expression value)
    {
        if (Mapping.Converter is not { } converter) return value;
        var given = converter.ModelClrType == value.Type ? value : Expression.Convert(value, converter.ModelClrType);
        return Expression.Invoke(converter.ConvertToProviderExpression, given);
    }
}
