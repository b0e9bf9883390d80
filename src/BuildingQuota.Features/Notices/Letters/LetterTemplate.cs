using System.Text;
using BuildingQuota.Documents.Letters;
using BuildingQuota.Domain.Notices;

namespace BuildingQuota.Features.Notices.Letters;

/// <summary>What a line of a template becomes.</summary>
internal enum PartKind { Paragraph, Heading, Limits, Basis, Chart }

/// <summary>One line of a template's body; <see cref="Condition"/> is null when it always stands.</summary>
internal sealed record TemplatePart(PartKind Kind, string? Condition, string Text);

/// <summary>The wording of one kind of letter in one language (seed/templates/README.md).</summary>
internal sealed record LetterTemplate(IndicatorFamily Family, LetterLanguage Language, int Version)
{
    public required string Subject { get; init; }

    public required string Note { get; init; }

    public required string Title { get; init; }

    public required IReadOnlyList<TemplatePart> Parts { get; init; }

    /// <summary>Puts values in the place of <c>{fields}</c>; what a value contains is never read as a field.</summary>
    public static string Fill(string text, IReadOnlyDictionary<string, string> fields)
    {
        var filled = new StringBuilder(text.Length * 2);
        for (var at = 0; at < text.Length;)
        {
            var open = text.IndexOf('{', at);
            if (open < 0) return filled.Append(text, at, text.Length - at).ToString();
            var close = text.IndexOf('}', open);
            filled.Append(text, at, open - at).Append(fields[text[(open + 1)..close]]);
            at = close + 1;
        }

        return filled.ToString();
    }
}
