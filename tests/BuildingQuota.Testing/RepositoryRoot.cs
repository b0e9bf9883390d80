namespace BuildingQuota.Testing;

/// <summary>Where the solution lies, found upwards from the tests' own output.</summary>
public static class RepositoryRoot
{
    public static string Path { get; } = Find(AppContext.BaseDirectory);

    public static string File(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    private static string Find(string directory) =>
        System.IO.File.Exists(System.IO.Path.Combine(directory, "BuildingQuota.sln")) ? directory
        : Find(Directory.GetParent(directory)?.FullName ?? throw new InvalidOperationException("No BuildingQuota.sln above the tests."));
}
