using System.Linq.Expressions;
using System.Reflection;
using BuildingQuota.OData.Errors;
using BuildingQuota.OData.Model;

namespace BuildingQuota.OData;

/// <summary>Refines one entity set: names, facets, descriptions, streams.</summary>
public sealed class EntitySetBuilder<TRow> : IEntitySetSource
    where TRow : class, new()
{
    private readonly Func<IServiceProvider, IQueryable<TRow>> _source;
    private readonly List<RowProperty> _properties;
    private readonly List<RowProperty> _keys;
    private readonly List<RowStream> _streams = [];
    private readonly List<NavigationDraft> _navigations = [];
    private readonly List<RowProperty> _searched = [];
    private string _typeName = typeof(TRow).Name;
    private string? _description;
    private Func<IServiceProvider, bool> _mayRead = _ => true;

    internal EntitySetBuilder(string name, Expression<Func<TRow, object?>> key, Func<IServiceProvider, IQueryable<TRow>> source)
    {
        Name = name;
        _source = source;
        _properties = [.. RowProperty.AllOf(typeof(TRow))];
        _keys = [.. KeyMembers(key.Body).Select(member => Find(member))];
        if (_typeName.EndsWith("Row", StringComparison.Ordinal) && _typeName.Length > 3) _typeName = _typeName[..^3];
        if (_keys.Exists(property => property.IsNullable)) throw new ArgumentException($"The key of {name} may not be null.", nameof(key));
    }

    public string Name { get; }

    /// <summary>The entity type's name; otherwise the class name without "Row".</summary>
    public EntitySetBuilder<TRow> TypeName(string name)
    {
        _typeName = name;
        return this;
    }

    /// <summary>Precision and scale of a decimal, as $metadata shows them (28 and 6 otherwise).</summary>
    public EntitySetBuilder<TRow> Decimals(Expression<Func<TRow, object?>> property, int scale, int precision = 28)
    {
        var found = Find(Member(property.Body));
        (found.Precision, found.Scale) = (precision, scale);
        return this;
    }

    /// <summary>Measures whose unit stands in another column: over rows of several units their aggregates are null.</summary>
    public EntitySetBuilder<TRow> Unit(Expression<Func<TRow, object?>> unit, params Expression<Func<TRow, object?>>[] measures)
    {
        var column = Find(Member(unit.Body));
        if (column.ClrType != typeof(string)) throw new ArgumentException($"{column.Name} is no text.", nameof(unit));
        foreach (var measure in measures) Find(Member(measure.Body)).Unit = column;
        return this;
    }

    /// <summary>Text columns that $search looks into.</summary>
    public EntitySetBuilder<TRow> Search(params Expression<Func<TRow, object?>>[] columns)
    {
        foreach (var column in columns.Select(column => Find(Member(column.Body))))
        {
            if (column.ClrType != typeof(string)) throw new ArgumentException($"{column.Name} is no text.", nameof(columns));
            _searched.Add(column);
        }

        return this;
    }

    /// <summary>Who may read the set at all, by whatever way; others are refused with 403.</summary>
    public EntitySetBuilder<TRow> ReadableBy(Func<IServiceProvider, bool> mayRead)
    {
        _mayRead = mayRead;
        return this;
    }

    /// <summary>What one row is, for readers of $metadata.</summary>
    public EntitySetBuilder<TRow> Describe(string description)
    {
        _description = description;
        return this;
    }

    /// <summary>What one column says, for readers of $metadata.</summary>
    public EntitySetBuilder<TRow> Describe(Expression<Func<TRow, object?>> property, string description)
    {
        Find(Member(property.Body)).Description = description;
        return this;
    }

    /// <summary>Descriptions by property name, for instance out of a resource; null leaves a property without.</summary>
    public EntitySetBuilder<TRow> Describe(Func<string, string?> describe)
    {
        foreach (var property in _properties) property.Description = describe(property.Name) ?? property.Description;
        return this;
    }

    /// <summary>
    /// A document that hangs on a row, read at <c>Set(key)/Name</c>. The row must be in the source, else 404; null answers 404 too.
    /// </summary>
    public EntitySetBuilder<TRow> Stream<TKey>(string name, Func<IServiceProvider, TKey, CancellationToken, Task<ODataDocument?>> open)
    {
        if (_keys is not [{ } key] || key.ClrType != typeof(TKey))
            throw new ArgumentException($"A stream of {Name} is opened by its single key of type {_keys[0].ClrType.Name}.", nameof(open));
        _streams.Add(new(name, (services, value, stop) => open(services, (TKey)value, stop)));
        return this;
    }

    /// <summary>
    /// Leads to the one row of <paramref name="set"/> whose key equals <paramref name="from"/>; to none where that is null or the row is
    /// not there to be seen.
    /// </summary>
    public EntitySetBuilder<TRow> One<TOther>(string name, string set, Expression<Func<TRow, object?>> from,
        Expression<Func<TOther, object?>> key, string? description = null) => Navigate(name, isMany: false, set, from, key, description);

    /// <summary>Leads to the rows of <paramref name="set"/> whose <paramref name="to"/> equals <paramref name="from"/>.</summary>
    public EntitySetBuilder<TRow> Many<TOther>(string name, string set, Expression<Func<TRow, object?>> from,
        Expression<Func<TOther, object?>> to, string? description = null) => Navigate(name, isMany: true, set, from, to, description);

    EntitySet IEntitySetSource.Build() => new EntitySet<TRow>(Name, Guarded)
    {
        TypeName = _typeName,
        Description = _description,
        Properties = [.. _properties],
        Keys = [.. _keys],
        Streams = [.. _streams],
        Searched = [.. _searched],
        Drafts = [.. _navigations],
    };

    private IQueryable<TRow> Guarded(IServiceProvider services) => _mayRead(services)
        ? _source(services)
        : throw new ODataRefusal(403, ErrorCodes.Forbidden, $"This key may not read {Name}.");

    private EntitySetBuilder<TRow> Navigate<TOther>(string name, bool isMany, string set, Expression<Func<TRow, object?>> from,
        Expression<Func<TOther, object?>> to, string? description)
    {
        if (_properties.Exists(property => property.Name == name) || _navigations.Exists(other => other.Name == name))
            throw new ArgumentException($"{Name} has a {name} already.", nameof(name));
        _navigations.Add(new(name, isMany, Find(Member(from.Body)), set, typeof(TOther), Member(to.Body).Name, description));
        return this;
    }

    private RowProperty Find(MemberInfo member) => _properties.Find(property => property.Name == member.Name)
        ?? throw new ArgumentException($"{member.Name} is not a column of {typeof(TRow).Name}.");

    private static IEnumerable<MemberInfo> KeyMembers(Expression body) =>
        body is NewExpression several ? several.Arguments.Select(Member) : [Member(body)];

    private static MemberInfo Member(Expression body) => body switch
    {
        UnaryExpression { Operand: MemberExpression boxed } => boxed.Member,
        MemberExpression member => member.Member,
        _ => throw new ArgumentException($"'{body}' should name a property, as in row => row.Id."),
    };
}
