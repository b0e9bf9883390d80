namespace BuildingQuota.Features.Imports;

/// <summary>The words of <see cref="ImportProgress.Stage"/>, in their order.</summary>
public static class ImportStages
{
    public const string Reading = "reading";
    public const string Checking = "checking";
    public const string Writing = "writing";
    public const string Done = "done";
}
