using BuildingQuota.Domain.Quantities;

namespace BuildingQuota.Features.Evaluations;

/// <summary>
/// Lays a year's limit over its months so that a reader sees in May whether December will end over it: by last year's months when all
/// twelve are there (winter weighs what winter weighed), else by days. A picture to steer by: only the year is judged.
/// </summary>
public static class QuotaLine
{
    public static (decimal?[] Line, LineBasis Basis) Spread(decimal? limit, int year, IReadOnlyList<decimal?> lastYear)
    {
        if (limit is not { } whole) return (new decimal?[12], LineBasis.None);
        var seasonal = lastYear.All(month => month is >= 0) && lastYear.Sum() > 0;
        var weights = seasonal
            ? lastYear.Select(month => month ?? 0).ToList()
            : Enumerable.Range(1, 12).Select(month => (decimal)DateTime.DaysInMonth(year, month)).ToList();
        var line = Apportionment.Split(whole, weights).Select(part => (decimal?)part).ToArray();
        return (line, seasonal ? LineBasis.LastYearsMonths : LineBasis.Days);
    }
}
