using System.Linq.Expressions;

namespace BuildingQuota.OData.Querying;

/// <summary>A row and, where it is ordered by more than its columns, the values by which it stands in the order.</summary>
internal sealed class Placed<TRow>
{
    public required TRow Row { get; init; }
    public object?[]? Marks { get; init; }

    public static Expression<Func<TRow, Placed<TRow>>> From(ParameterExpression parameter, Expression row, NewArrayExpression? marks) =>
        Expression.Lambda<Func<TRow, Placed<TRow>>>(Of(row, marks), parameter);

    public static MemberInitExpression Of(Expression row, NewArrayExpression? marks)
    {
        var bindings = new List<MemberBinding> { Bind(nameof(Row), row) };
        if (marks is not null) bindings.Add(Bind(nameof(Marks), marks));
        return Expression.MemberInit(Expression.New(typeof(Placed<TRow>)), bindings);
    }

    private static MemberAssignment Bind(string name, Expression value) =>
        Expression.Bind(typeof(Placed<TRow>).GetProperty(name)!, value); // both stand above
}
