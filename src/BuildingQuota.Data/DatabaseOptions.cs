namespace BuildingQuota.Data;

/// <summary>The two databases that are supported.</summary>
public enum DatabaseProvider { Sqlite, Postgres }

/// <summary>Which database, and how to reach it.</summary>
public sealed record DatabaseOptions
{
    public required DatabaseProvider Provider { get; init; }

    public required string Connection { get; init; }
}
