using System.Globalization;
using BuildingQuota.Oracle.Calculation;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Tests.Oracle;

/// <summary>Rows as text, a key and its columns, so that the engine's and the oracle's can be laid side by side to the last digit.</summary>
internal sealed class Figures
{
    private readonly SortedDictionary<string, IReadOnlyList<(string Column, string Value)>> _rows = new(StringComparer.Ordinal);

    public int Count => _rows.Count;

    /// <summary>Empty when they agree; otherwise a line for each value or row that differs.</summary>
    public IEnumerable<string> Against(Figures other)
    {
        foreach (var key in _rows.Keys.Union(other._rows.Keys).Order(StringComparer.Ordinal))
        {
            if (!_rows.TryGetValue(key, out var mine)) yield return $"{key}: only the oracle has {Line(other._rows[key])}";
            else if (!other._rows.TryGetValue(key, out var theirs)) yield return $"{key}: only the engine has {Line(mine)}";
            else
                foreach (var (ours, their) in mine.Zip(theirs).Where(pair => pair.First != pair.Second))
                    yield return $"{key} {ours.Column}: engine {ours.Value}, oracle {their.Value}";
        }
    }

    public static async Task<Figures> OfEngine(OracleWorld world, IReadOnlyList<int> years)
    {
        await using var db = world.Open();
        var figures = new Figures();
        foreach (var row in await db.YearVerdicts.AsNoTracking().Where(row => row.IsCurrent && years.Contains(row.Year)).ToListAsync())
            figures.Verdict($"{row.SubjectKind} {row.SubjectCode} {row.Year} {row.Indicator}", row.Actual, row.Numerator, row.Denominator,
                row.TierName?.ToString(), row.OverrunAmount, row.OverrunPercent, row.Sufficiency.ToString(), row.LowerBound, row.UpperBound,
                row.EstimatedShare, row.PartialYear, row.PlanActual, row.BaseValue, row.TargetValue, row.OriginalTargetValue, row.TargetMet,
                row.ChangeFromBasePercent);
        foreach (var row in await db.MonthlyFacts.AsNoTracking().Where(row => years.Contains(row.Year)).ToListAsync())
            figures.Fact($"{row.InstitutionCode} {row.BuildingCode} {Snake(row.Carrier)} {Snake(row.Purpose)} {row.Year}-{row.Month:00}", row.Quantity,
                row.Kgce, row.KgCo2, row.CostCny, row.CoveredDays, row.EstimatedShare, row.InPerArea, row.InPerCapita, row.InTotal);
        return figures;
    }

    public static Figures OfOracle(Answer answer)
    {
        var figures = new Figures();
        foreach (var row in answer.Verdicts)
            figures.Verdict($"{row.SubjectKind} {row.SubjectCode} {row.Year} {row.Indicator}", row.Actual, row.Numerator, row.Denominator, row.TierName,
                row.OverrunAmount, row.OverrunPercent, row.Sufficiency, row.LowerBound, row.UpperBound, row.EstimatedShare, row.PartialYear,
                row.PlanActual, row.BaseValue, row.TargetValue, row.OriginalTargetValue, row.TargetMet, row.ChangeFromBasePercent);
        foreach (var row in answer.Facts)
            figures.Fact($"{row.Institution} {row.Building} {row.Carrier} {row.Purpose} {row.Year}-{row.Month:00}", row.Quantity, row.Kgce, row.KgCo2,
                row.Cost, row.CoveredDays, row.EstimatedShare, row.InPerArea, row.InPerCapita, row.InTotal);
        return figures;
    }

    private void Verdict(string key, decimal? actual, decimal numerator, decimal? denominator, string? tier, decimal? overrun, decimal? percent,
        string sufficiency, decimal? low, decimal? high, decimal estimated, bool partial, decimal? plan, decimal? start, decimal? target,
        decimal? original, bool? met, decimal? change) => _rows[key] =
    [
        ("Actual", Text(actual)), ("Numerator", Text(numerator)), ("Denominator", Text(denominator)), ("TierName", tier ?? ""),
        ("OverrunAmount", Text(overrun)), ("OverrunPercent", Text(percent)), ("Sufficiency", sufficiency), ("LowerBound", Text(low)),
        ("UpperBound", Text(high)), ("EstimatedShare", Text(estimated)), ("PartialYear", partial.ToString()), ("PlanActual", Text(plan)),
        ("BaseValue", Text(start)), ("TargetValue", Text(target)), ("OriginalTargetValue", Text(original)), ("TargetMet", met?.ToString() ?? ""),
        ("ChangeFromBasePercent", Text(change)),
    ];

    private void Fact(string key, decimal quantity, decimal kgce, decimal kgCo2, decimal cost, int covered, decimal estimated, bool area, bool capita,
        bool total) => _rows[key] =
    [
        ("Quantity", Text(quantity)), ("Kgce", Text(kgce)), ("KgCo2", Text(kgCo2)), ("CostCny", Text(cost)), ("CoveredDays", Text(covered)),
        ("EstimatedShare", Text(estimated)), ("InPerArea", area.ToString()), ("InPerCapita", capita.ToString()), ("InTotal", total.ToString()),
    ];

    private static string Line(IReadOnlyList<(string Column, string Value)> columns) => string.Join(", ", columns.Select(at => $"{at.Column} {at.Value}"));

    private static string Text(decimal? value) => value?.ToString("0.#######", CultureInfo.InvariantCulture) ?? "";

    private static string Snake<T>(T word) where T : struct, Enum =>
        string.Concat(word.ToString().Select((letter, at) => char.IsUpper(letter) && at > 0 ? "_" + letter : letter.ToString())).ToLowerInvariant();
}
