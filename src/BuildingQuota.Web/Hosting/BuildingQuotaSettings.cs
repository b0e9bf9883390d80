namespace BuildingQuota.Web.Hosting;

/// <summary>Section <c>BuildingQuota</c> of the configuration (appsettings, environment, command line).</summary>
public sealed class BuildingQuotaSettings
{
    public const string Section = "BuildingQuota";

    public DatabaseSettings Database { get; init; } = new();

    /// <summary>Where database, job store and the keys of cookies live; relative to where the program is started.</summary>
    public string DataDirectory { get; init; } = "./data";

    /// <summary>How people reach the server from outside: the root of every absolute link. Empty: as each request says.</summary>
    public string? PublicBaseUrl { get; init; }

    /// <summary>Origins whose pages may read the feeds from a browser, apart by spaces; empty: none but this site's own.</summary>
    public string FeedOrigins { get; init; } = "";

    public SeedSettings Seed { get; init; } = new();

    public DemoSettings Demo { get; init; } = new();

    public BudgetSettings Budgets { get; init; } = new();

    public string DataPath => Path.GetFullPath(DataDirectory);

    public bool OnPostgres => Database.Provider.Equals("postgres", StringComparison.OrdinalIgnoreCase);

    public Uri? PublicUri => Uri.TryCreate(PublicBaseUrl, UriKind.Absolute, out var url) ? url : null;

    /// <summary>The root of links for whoever sends this request, without a slash at its end.</summary>
    public string UrlSeenBy(HttpRequest request) =>
        string.IsNullOrEmpty(PublicBaseUrl) ? $"{request.Scheme}://{request.Host}" : PublicBaseUrl.TrimEnd('/');

    /// <summary>As given, else the embedded database in the data directory.</summary>
    public string Connection =>
        string.IsNullOrWhiteSpace(Database.Connection) ? $"Data Source={Path.Combine(DataPath, "quota.db")}" : Database.Connection;

    /// <summary>What is wrong, a line a fault; none when the program can start with these.</summary>
    public IEnumerable<string> Faults()
    {
        if (Database.Provider.ToLowerInvariant() is not ("sqlite" or "postgres"))
            yield return $"BuildingQuota:Database:Provider is '{Database.Provider}': say sqlite or postgres.";
        if (OnPostgres && string.IsNullOrWhiteSpace(Database.Connection))
            yield return "BuildingQuota:Database:Connection is empty: PostgreSQL needs one, such as Host=localhost;Database=quota.";
        if (string.IsNullOrWhiteSpace(DataDirectory))
            yield return "BuildingQuota:DataDirectory is empty: name a folder that the program may write to.";
        if (!string.IsNullOrEmpty(PublicBaseUrl) && PublicUri is not { Scheme: "http" or "https" })
            yield return $"BuildingQuota:PublicBaseUrl is '{PublicBaseUrl}': give an absolute http or https address.";
        foreach (var origin in FeedOrigins.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            if (!Uri.TryCreate(origin, UriKind.Absolute, out var url) || url.GetLeftPart(UriPartial.Authority) != origin)
                yield return $"BuildingQuota:FeedOrigins has '{origin}': an origin is as in https://reports.example, without a path.";
        foreach (var fault in Budgets.Faults()) yield return fault;
        if (Demo.Password is { Length: < 12 })
            yield return "BuildingQuota:Demo:Password is shorter than 12 characters: choose a longer one, or none for a random one.";
    }
}

/// <summary>Which database, and where.</summary>
public sealed class DatabaseSettings
{
    /// <summary><c>sqlite</c> or <c>postgres</c>.</summary>
    public string Provider { get; init; } = "sqlite";

    /// <summary>Empty with sqlite: <c>quota.db</c> in the data directory.</summary>
    public string? Connection { get; init; }
}

/// <summary>What the first start loads besides the reference data.</summary>
public sealed class SeedSettings
{
    /// <summary>The demonstration region; only in Development.</summary>
    public bool Demo { get; init; }
}

/// <summary>The demonstration accounts; only in Development.</summary>
public sealed class DemoSettings
{
    /// <summary>Empty: a random one, printed once.</summary>
    public string? Password { get; init; }
}
