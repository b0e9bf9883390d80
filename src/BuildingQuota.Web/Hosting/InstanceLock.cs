namespace BuildingQuota.Web.Hosting;

/// <summary>One server on one data directory. The operating system lets go of it when the process ends, however it ends.</summary>
public static class InstanceLock
{
    public static IDisposable Take(string dataPath)
    {
        var file = Path.Combine(dataPath, "server.lock");
        try
        {
            Directory.CreateDirectory(dataPath);
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (UnauthorizedAccessException)
        {
            throw new CannotStartException($"{dataPath} cannot be written to: choose another directory with BuildingQuota__DataDirectory.");
        }
        catch (IOException) when (File.Exists(file))
        {
            throw new CannotStartException(
                $"Another server already runs on {dataPath}: stop it, or choose another data directory with BuildingQuota__DataDirectory.");
        }
    }
}
