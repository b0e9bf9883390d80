using System.Globalization;
using BuildingQuota.Documents.Letters;
using BuildingQuota.Features.Notices.Content;

namespace BuildingQuota.Features.Notices.Letters;

/// <summary>Words, days and denominators as a letter of one language writes them; days and minutes are those of China.</summary>
internal sealed class LetterFigures(LetterLanguage language, LetterWords words)
{
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    public bool IsEnglish => language == LetterLanguage.English;

    public LetterWords Words => words;

    public string Day(DateOnly day) => IsEnglish
        ? day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日");

    public string Minute(DateTimeOffset instant)
    {
        var local = instant.ToOffset(China);
        var day = Day(DateOnly.FromDateTime(local.DateTime));
        return IsEnglish ? $"{day}, {local.ToString("HH:mm", CultureInfo.InvariantCulture)}" : $"{day}{local.Hour}时{local.Minute:00}分";
    }

    public string Month(int month) => IsEnglish
        ? CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames[month - 1]
        : words.Filled("month", month);

    public string Denominator(OverrunRow row) => row.Denominator is { } average
        ? words.Filled($"denominator.{row.DenominatorKind}", Numbers.Indicator(average))
        : Numbers.None;

    public string Standards(IEnumerable<OverrunRow> rows) => string.Join(
        words["and"] + (IsEnglish ? " " : ""),
        rows.Select(row => words.Filled("standard", row.QuotaStandard, row.QuotaStandardName)).Distinct());

    /// <summary>A standard, and below it the table.</summary>
    public string Quota(OverrunRow row) => row.QuotaTable is null ? row.QuotaStandard : $"{row.QuotaStandard}\n{Table(row.QuotaTable)}";

    private string Table(string table) => IsEnglish ? table.Replace("表", "Table ", StringComparison.Ordinal) : table;
}
