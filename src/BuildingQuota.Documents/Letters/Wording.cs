using System.Globalization;

namespace BuildingQuota.Documents.Letters;

/// <summary>The few words that the layout itself adds, in the letter's language.</summary>
internal sealed record Wording(string Draft, string Colon, string Attachment, string CopyTo, string Missing, string Code)
{
    private static readonly Wording Chinese = new("〔草稿〕", "：", "附件", "抄送：", "缺", "zh-CN");
    private static readonly Wording English = new("[DRAFT]", ":", "Attachment ", "Copy to: ", "n/a", "en");

    public bool IsChinese => ReferenceEquals(this, Chinese);

    public static Wording Of(LetterLanguage language) => language == LetterLanguage.Chinese ? Chinese : English;

    public string Date(DateOnly date) => IsChinese
        ? string.Create(CultureInfo.InvariantCulture, $"{date.Year}年{date.Month}月{date.Day}日")
        : date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    public string AttachmentLabel(int number, int count) => count == 1
        ? Attachment.TrimEnd()
        : string.Create(CultureInfo.InvariantCulture, $"{Attachment}{number}");

    public string Numbered(int number) => string.Create(CultureInfo.InvariantCulture, $"{number}.{(IsChinese ? "" : " ")}");

    public string InBrackets(string text) => IsChinese ? $"（{text}）" : $"({text})";

    public string Addressed(string name) => name.EndsWith('：') || name.EndsWith(':') ? name : name + Colon;
}
