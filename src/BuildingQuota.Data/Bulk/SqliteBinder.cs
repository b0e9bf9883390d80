using System.Collections.Concurrent;
using System.Linq.Expressions;
using BuildingQuota.Sqlite;
using Microsoft.EntityFrameworkCore.Metadata;

namespace BuildingQuota.Data.Bulk;

/// <summary>Compiles, once for each table, how a row is given to a statement: each column to its own parameter, in the model's order.</summary>
internal static class SqliteBinder
{
    private static readonly ConcurrentDictionary<IEntityType, Delegate> Compiled = new();

    internal static Action<SqliteStatement, T> Of<T>(BulkTable table) =>
        (Action<SqliteStatement, T>)Compiled.GetOrAdd(table.Entity, _ => Compile<T>(table.Columns));

    private static Action<SqliteStatement, T> Compile<T>(IReadOnlyList<BulkColumn> columns)
    {
        var statement = Expression.Parameter(typeof(SqliteStatement), "statement");
        var row = Expression.Parameter(typeof(T), "row");
        var binds = columns.Select((column, i) => Bind(statement, i + 1, column, column.ValueOf(row)));
        return Expression.Lambda<Action<SqliteStatement, T>>(Expression.Block(binds), statement, row).Compile();
    }

    private static Expression Bind(Expression statement, int at, BulkColumn column, Expression value)
    {
        if (Nullable.GetUnderlyingType(value.Type) is null) return Call(statement, at, column.ToStored(value));
        return Expression.IfThenElse(
            Expression.Property(value, "HasValue"),
            Call(statement, at, column.ToStored(Expression.Property(value, "Value"))),
            Expression.Call(statement, nameof(SqliteStatement.BindNull), null, Expression.Constant(at)));
    }

    private static MethodCallExpression Call(Expression statement, int at, Expression value) =>
        Expression.Call(statement, nameof(SqliteStatement.Bind), null, Expression.Constant(at), value);
}
