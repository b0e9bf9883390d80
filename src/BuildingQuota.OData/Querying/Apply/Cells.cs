using System.Linq.Expressions;
using System.Text.Json;
using BuildingQuota.OData.Writing;

namespace BuildingQuota.OData.Querying.Apply;

/// <summary>
/// A row whose columns are only known when the query is: a chain of cells, each typed, so that a provider reads it as any projection
/// and no value is boxed on its way to the wire. Equal chains are equal, which grouping in memory needs.
/// </summary>
internal abstract record Cells
{
    /// <summary>The cell of the next column.</summary>
    public abstract Cells? Next { get; }

    public abstract object? Value { get; }

    public abstract void Write(Utf8JsonWriter json, bool numbersAsText);

    /// <summary>An expression that makes a chain of these values; there is at least one.</summary>
    public static MemberInitExpression Make(IReadOnlyList<Expression> values)
    {
        var chain = Last(values[^1]);
        for (var i = values.Count - 2; i >= 0; i--)
        {
            var type = typeof(Cell<,>).MakeGenericType(values[i].Type, chain.Type);
            var (head, tail) = (type.GetProperty("Head")!, type.GetProperty("Tail")!); // both stand below
            chain = Expression.MemberInit(Expression.New(type), Expression.Bind(head, values[i]), Expression.Bind(tail, chain));
        }

        return chain;
    }

    /// <summary>The value of a column, counted from 0.</summary>
    public static Expression At(Expression row, int column)
    {
        for (; column > 0; column--) row = Expression.Property(row, "Tail");
        return Expression.Property(row, "Head");
    }

    public static bool Is(Type type) => type.IsAssignableTo(typeof(Cells));

    private static MemberInitExpression Last(Expression value)
    {
        var type = typeof(LastCell<>).MakeGenericType(value.Type);
        return Expression.MemberInit(Expression.New(type), Expression.Bind(type.GetProperty("Head")!, value)); // stands below
    }
}

internal sealed record Cell<THead, TTail> : Cells
    where TTail : Cells
{
    public THead Head { get; init; } = default!; // always set by the projection
    public TTail Tail { get; init; } = default!; // as above

    public override Cells Next => Tail;
    public override object? Value => Head;

    public override void Write(Utf8JsonWriter json, bool numbersAsText) => CellWriter<THead>.Write(json, Head, numbersAsText);
}

internal sealed record LastCell<THead> : Cells
{
    public THead Head { get; init; } = default!; // always set by the projection

    public override Cells? Next => null;
    public override object? Value => Head;

    public override void Write(Utf8JsonWriter json, bool numbersAsText) => CellWriter<THead>.Write(json, Head, numbersAsText);
}

/// <summary>How a type is written, looked up once.</summary>
internal static class CellWriter<T>
{
    public static Action<Utf8JsonWriter, T, bool> Write { get; } = ValueWriters.For<T>();
}
