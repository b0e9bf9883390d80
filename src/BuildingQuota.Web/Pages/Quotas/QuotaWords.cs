using BuildingQuota.Domain.Quotas;
using BuildingQuota.Features.Quotas;
using BuildingQuota.Web.Texts;

namespace BuildingQuota.Web.Pages.Quotas;

/// <summary>How pages say whom a row of a standard speaks of, and what a finding found.</summary>
public static class QuotaWords
{
    private static readonly string[] Kinds =
        ["tier.", "InstitutionKind.", "AdministrativeLevel.", "HospitalGrade.", "HeatingType.", "Indicator.", "Carrier."];

    public static IEnumerable<string> ClassOf(PageTexts texts, RowReading row) =>
        Words(texts, row.Level?.ToString(), row.Grade?.ToString(), row.Zone, row.Heating?.ToString());

    public static IEnumerable<string> ClassOf(PageTexts texts, Quota row) => Words(
        texts, row.InstitutionKind.ToString(), row.Level?.ToString(), row.Grade?.ToString(), row.Zone, row.HeatingType?.ToString());

    /// <summary>What is odd, why that matters, and how to mend it; figures are numbers or words of the contract.</summary>
    public static (string Says, string Mend) Of(PageTexts texts, QuotaFinding finding)
    {
        var figures = finding.Figures.Select(figure => string.Join(' ', figure.Split(' ').Select(word => Word(texts, word)))).ToArray<object>();
        return (texts["finding." + finding.Code, figures], texts["mend." + finding.Code, figures]);
    }

    private static IEnumerable<string> Words(PageTexts texts, params string?[] words) =>
        words.Where(word => !string.IsNullOrEmpty(word)).Select(word => Word(texts, word!));

    private static string Word(PageTexts texts, string word)
    {
        var (bare, comma) = word.EndsWith(',') ? (word[..^1], ",") : (word, "");
        var kind = Array.Find(Kinds, kind => texts.All.ContainsKey(kind + bare));
        return kind is null ? word : texts[kind + bare] + comma;
    }
}
