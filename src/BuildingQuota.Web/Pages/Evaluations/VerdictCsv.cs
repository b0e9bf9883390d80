using System.Text;
using BuildingQuota.Features.Evaluations;
using BuildingQuota.Web.Texts;

namespace BuildingQuota.Web.Pages.Evaluations;

/// <summary>Verdicts as a file that Excel opens as it is: UTF-8 with its mark, numbers as numbers, codes of the wire beside the
/// words.</summary>
public static class VerdictCsv
{
    public static byte[] Write(IEnumerable<VerdictRow> rows, PageTexts texts)
    {
        var text = new StringBuilder();
        Line(text, Heads.Select(head => texts[head]));
        foreach (var row in rows) Line(text, Cells(row, texts));
        return [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static readonly string[] Heads =
    [
        "verdict.subject", "word.code", "word.name", "word.region", "word.year", "word.indicator", "word.actual", "word.unit",
            "verdict.numerator",
        "verdict.denominator", "word.limit", "verdict.overrunAmount", "verdict.overrunPercent", "word.tier", "word.sufficiency",
            "verdict.lower",
        "verdict.upper", "word.target",
    ];

    private static IEnumerable<string> Cells(VerdictRow row, PageTexts texts) =>
    [
        texts.Of(row.SubjectKind), row.SubjectCode, row.SubjectName, row.RegionCode, Plain(row.Year), texts.Of(row.Indicator),
            Plain(row.Actual),
        texts.Unit(row.Unit), Plain(row.Numerator), Plain(row.Denominator), Plain(row.Constraint), Plain(row.OverrunAmount),
            Plain(row.OverrunPercent),
        row.TierName is { } tier ? texts.Of(tier) : texts["word.undetermined"], texts.Of(row.Sufficiency), Plain(row.LowerBound),
            Plain(row.UpperBound),
        Plain(row.TargetValue),
    ];

    private static string Plain(decimal? value) => value?.ToString("0.######", System.Globalization.CultureInfo.InvariantCulture) ?? "";

    private static void Line(StringBuilder text, IEnumerable<string> cells) => text.AppendJoin(',', cells.Select(CsvCell.Safe))
        .Append("\r\n");
}

/// <summary>
/// One cell of a CSV file that a spreadsheet may open: text that it would take for a formula gets an apostrophe, a number stays one
/// (field §6.10: guarding by the first letter alone spoils negative numbers).
/// </summary>
public static class CsvCell
{
    private const string Formula = "=+-@\t\r\0＝＋－＠";

    public static string Safe(string text)
    {
        var guarded = text.Length > 0 && Formula.Contains(text[0], StringComparison.Ordinal) && !IsNumber(text) ? "'" + text : text;
        return guarded.AsSpan().ContainsAny(",\"\r\n") ? $"\"{guarded.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : guarded;
    }

    private static bool IsNumber(string text) => decimal.TryParse(
        text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out _);
}
