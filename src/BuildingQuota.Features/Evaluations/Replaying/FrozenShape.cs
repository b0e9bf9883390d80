using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;

namespace BuildingQuota.Features.Evaluations.Replaying;

/// <summary>
/// How books and records are taken apart and put together again: by the parameters of the one constructor, each of which must be
/// readable as a property of the same name, and by what can be set beside them. So whatever the engine is given is in the document;
/// what could not be carried is refused.
/// </summary>
internal sealed class FrozenShape
{
    private static readonly ConcurrentDictionary<Type, FrozenShape> Known = new();

    private readonly ConstructorInfo _constructor;

    private FrozenShape(Type type)
    {
        _constructor = type.GetConstructors().Single(constructor => constructor.GetParameters().Length > 0 || type.GetConstructors().Length == 1);
        var readable = type.GetProperties(BindingFlags.Public | BindingFlags.Instance);
        var given = _constructor.GetParameters().Select(parameter => readable.FirstOrDefault(property =>
                string.Equals(property.Name, parameter.Name, StringComparison.OrdinalIgnoreCase))
            ?? throw new InvalidOperationException($"{type.Name} does not give back its {parameter.Name}: it could not be frozen."));
        Parts = [.. given.Concat(readable.Where(property => property.CanWrite)).Distinct().Select(property => new FrozenPart(property))];
    }

    public IReadOnlyList<FrozenPart> Parts { get; }

    public static FrozenShape Of(Type type) => Known.GetOrAdd(type, one => new FrozenShape(one));

    /// <summary>A part that the document has not (it is older than the part) is what its constructor or type gives by itself.</summary>
    public object Make(Func<FrozenPart, object?> read)
    {
        var parameters = _constructor.GetParameters();
        var made = _constructor.Invoke([.. parameters.Select((parameter, i) => read(Parts[i]) ?? (parameter.HasDefaultValue ? parameter.DefaultValue : null))]);
        foreach (var part in Parts.Skip(parameters.Length))
            if (read(part) is { } value) part.Property.SetValue(made, value);
        return made;
    }
}

/// <summary>One thing that a book or record is made of: rows, another book, or a plain value.</summary>
internal sealed class FrozenPart
{
    private static readonly string[] Owners = ["SubjectCode", "InstitutionCode"];

    public FrozenPart(PropertyInfo property)
    {
        Property = property;
        Name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
        RowType = property.PropertyType == typeof(string) ? null : property.PropertyType.GetInterfaces().Append(property.PropertyType)
            .FirstOrDefault(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0];
        Owner = RowType is null ? null : Owners.Select(RowType.GetProperty).FirstOrDefault(found => found is not null);
    }

    public PropertyInfo Property { get; }

    public string Name { get; }

    /// <summary>The type of its rows; null when it is not a list.</summary>
    public Type? RowType { get; }

    /// <summary>The column that says whose a row is; null for what is published.</summary>
    public PropertyInfo? Owner { get; }

    public bool IsBook => RowType is null && Property.PropertyType is { IsClass: true } type && type != typeof(string);

    public IEnumerable<object> RowsOf(object whole) => (IEnumerable<object>)Property.GetValue(whole)!;
}
