using System.Linq.Expressions;
using BuildingQuota.OData.Model;
using Microsoft.AspNetCore.Http;

namespace BuildingQuota.OData;

/// <summary>What the service is called, what it shows and how far it may be asked.</summary>
public sealed class ODataServiceOptions
{
    private readonly List<IEntitySetSource> _sets = [];

    public string Namespace { get; set; } = "Service";
    public string Container { get; set; } = "Default";

    /// <summary>Scheme, host and base path that clients see, without the service's own prefix; null: as each request says.</summary>
    public Uri? PublicBaseUrl { get; set; }

    /// <summary>Signs $skiptoken. Nodes that serve one site must share it; null: a random key for this process.</summary>
    public byte[]? TokenKey { get; set; }

    /// <summary>Origins such as https://reports.example whose pages may read the service from a browser; none unless named.</summary>
    public ISet<string> Origins { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>What each caller may have read in a while; null: as much as they like.</summary>
    public RowBudget? Budget { get; set; }

    /// <summary>Whose budget a request is charged to; null: nobody's.</summary>
    public Func<HttpContext, string?> Caller { get; set; } = http => http.User.Identity?.Name;

    public ODataLimits Limits { get; } = new();

    /// <summary>Query options without $ that the host itself reads from the request; all others are refused.</summary>
    public ISet<string> CustomOptions { get; } = new HashSet<string>(StringComparer.Ordinal);

    internal IReadOnlyList<IEntitySetSource> Sets => _sets;

    /// <summary>
    /// Shows rows as an entity set. The row type is a flat class with a parameterless constructor and settable properties
    /// (<c>init</c> will do); the source is asked once per request and may be a projection <c>Select(x =&gt; new Row { ... })</c>.
    /// </summary>
    public EntitySetBuilder<TRow> EntitySet<TRow>(
        string name, Expression<Func<TRow, object?>> key, Func<IServiceProvider, IQueryable<TRow>> source)
        where TRow : class, new()
    {
        if (_sets.Exists(set => set.Name == name)) throw new ArgumentException($"The entity set {name} is declared twice.", nameof(name));
        var builder = new EntitySetBuilder<TRow>(name, key, source);
        _sets.Add(builder);
        return builder;
    }

    /// <summary>A set that was declared before, to say more about it.</summary>
    public EntitySetBuilder<TRow> Set<TRow>(string name)
        where TRow : class, new() => _sets.Find(set => set.Name == name) as EntitySetBuilder<TRow>
            ?? throw new ArgumentException($"There is no entity set {name} of {typeof(TRow).Name}.", nameof(name));
}
