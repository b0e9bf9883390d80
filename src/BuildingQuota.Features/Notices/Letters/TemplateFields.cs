using System.Globalization;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Notices;
using BuildingQuota.Features.Notices.Content;

namespace BuildingQuota.Features.Notices.Letters;

/// <summary>What a template may say: its fields with their values, and when a conditional line stands.</summary>
internal sealed class TemplateFields(NoticeContent content, LetterStamp stamp, LetterFigures figures)
{
    public const string Lead = "lead", Each = "each", Bounded = "bounded";

    private static readonly string[] Everywhere =
    [
        "bureau", "institution", "institution_code", "year", "next_reply", "reply_days", "contact", "phone", "address", "evaluated_at",
        "evaluation", "hash", "standard", "indicator", "count",
    ];

    private static readonly string[] OfRow = ["unit", "actual", "lower", "constraint", "percent", "amount", "amount_unit", "table"];

    public static IReadOnlyList<string> Conditions { get; } =
        [Lead, Each, Bounded, "missing", "partial", "estimated", "uncertain", "translation", "by_last_year", "by_days"];

    public static IReadOnlyList<string> KnownUnder(string? condition) =>
        condition is Lead or Each or Bounded ? [.. Everywhere, .. OfRow] : Everywhere;

    public bool Holds(string? condition) => condition switch
    {
        null => true,
        "missing" => content.Rows.Any(row => row.Sufficiency != Sufficiency.Sufficient),
        "partial" => content.PartialYear,
        "estimated" => content.Rows.Any(row => row.EstimatedShare > 0),
        "uncertain" => !stamp.ReplyIsCertain,
        "translation" => figures.IsEnglish,
        "by_last_year" => content.Months.Basis == BudgetBasis.LastYearsMonths,
        "by_days" => content.Months.Basis == BudgetBasis.Days,
        _ => throw new ArgumentOutOfRangeException(nameof(condition), condition, "No such condition."),
    };

    /// <summary>The rows that a line stands for; null when it stands once.</summary>
    public IEnumerable<OverrunRow>? RowsOf(string? condition) => condition switch
    {
        Lead => content.Rows.Take(1).Where(row => row.Sufficiency == Sufficiency.Sufficient),
        Each => content.Rows.Where(row => row.Sufficiency == Sufficiency.Sufficient),
        Bounded => content.Rows.Where(row => row.Sufficiency != Sufficiency.Sufficient),
        _ => null,
    };

    public Dictionary<string, string> Letter() => new()
    {
        ["bureau"] = figures.IsEnglish ? content.Bureau.NameEn ?? content.Bureau.Name : content.Bureau.Name,
        ["institution"] = content.Addressee.Name,
        ["institution_code"] = content.Addressee.Code,
        ["year"] = content.Year.ToString(CultureInfo.InvariantCulture),
        ["next_reply"] = figures.Day(stamp.ReplyBy),
        ["reply_days"] = content.ReplyDays.ToString(CultureInfo.InvariantCulture),
        ["contact"] = content.Bureau.Contact ?? "",
        ["phone"] = content.Bureau.Phone ?? "",
        ["address"] = content.Bureau.Address ?? "",
        ["evaluated_at"] = figures.Minute(content.Evaluation.EvaluatedAt),
        ["evaluation"] = content.Evaluation.Id.ToString(CultureInfo.InvariantCulture),
        ["hash"] = content.Evaluation.InputHash[..Math.Min(12, content.Evaluation.InputHash.Length)],
        ["standard"] = figures.Standards(content.Rows),
        ["indicator"] = figures.Words.Of(content.Rows[0].Indicator),
        ["count"] = content.Rows.Count.ToString(CultureInfo.InvariantCulture),
    };

    public Dictionary<string, string> Row(OverrunRow row) => new(Letter())
    {
        ["indicator"] = figures.Words.Of(row.Indicator),
        ["standard"] = figures.Standards([row]),
        ["table"] = row.QuotaTable ?? "",
        ["unit"] = figures.Words.Unit(row.Unit),
        ["actual"] = Numbers.Indicator(row.Actual),
        ["lower"] = Numbers.Indicator(row.LowerBound),
        ["constraint"] = Numbers.Limit(row.Constraint),
        ["percent"] = Numbers.Amount(row.OverrunPercent),
        ["amount"] = Numbers.Amount(row.OverrunAmount),
        ["amount_unit"] = figures.Words.Unit(row.NumeratorUnit),
    };
}
