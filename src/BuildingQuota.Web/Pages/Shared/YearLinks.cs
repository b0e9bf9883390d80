namespace BuildingQuota.Web.Pages.Shared;

/// <summary>The years to choose from on a page about one subject.</summary>
public sealed record YearLinks(int Chosen, IReadOnlyList<int> Years)
{
    /// <summary>This year and the two or three before it.</summary>
    public static YearLinks Until(int thisYear, int? asked)
    {
        var years = Enumerable.Range(thisYear - 3, 4).ToList();
        return new(asked is { } year && year is > 1990 and < 2200 ? year : thisYear, years);
    }
}
