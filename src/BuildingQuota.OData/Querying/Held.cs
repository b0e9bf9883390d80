using System.Linq.Expressions;

namespace BuildingQuota.OData.Querying;

/// <summary>
/// Holds a value the way a closure does, so that Entity Framework makes it a parameter: the text of the SQL, and with it the
/// compiled query, is the same whatever the value.
/// </summary>
internal sealed class Held<T>(T value)
{
    public T Value { get; } = value;
}

internal static class Held
{
    public static Expression Of(object value, Type type)
    {
        var holder = Activator.CreateInstance(typeof(Held<>).MakeGenericType(type), value)!; // never null for a class
        return Expression.Property(Expression.Constant(holder), "Value");
    }
}
