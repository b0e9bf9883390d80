using System.Globalization;
using System.Text.RegularExpressions;
using BuildingQuota.Documents.Letters;
using BuildingQuota.Domain.Notices;
using BuildingQuota.Domain.Rules;

namespace BuildingQuota.Features.Notices.Letters;

/// <summary>Reads one template file and refuses what no letter could be set from, with file and line.</summary>
internal sealed partial class TemplateReader(string name, string[] lines)
{
    private static readonly Dictionary<string, PartKind> Blocks = new()
    {
        ["@limits"] = PartKind.Limits, ["@basis"] = PartKind.Basis, ["@chart"] = PartKind.Chart,
    };

    public static LetterTemplate Read(string path) => new TemplateReader(Path.GetFileName(path), File.ReadAllLines(path)).Read();

    private LetterTemplate Read()
    {
        int title = IndexOf("title:"), body = IndexOf("body:");
        var heads = lines.Take(title).Select(line => line.Split(':', 2)).Where(pair => pair.Length == 2)
            .ToDictionary(pair => pair[0].Trim(), pair => pair[1].Trim());
        for (var i = 0; i < lines.Length; i++) CheckFields(i, ConditionOf(lines[i])?.Name);
        var parts = Enumerable.Range(body + 1, lines.Length - body - 1).Where(i => lines[i].Trim().Length > 0).Select(Part).ToArray();
        foreach (var (word, kind) in Blocks)
            if (parts.All(part => part.Kind != kind))
                throw Broken("template.incomplete", body, $"the body has no {word}.", "Add the line.");
        if (!string.Join('\n', lines).Contains("{next_reply}", StringComparison.Ordinal))
            throw Broken("template.incomplete", body, "the letter does not say by when to reply.", "Use {next_reply} in a paragraph.");
        return new LetterTemplate(Family(heads), Language(heads), int.Parse(Head(heads, "version"), CultureInfo.InvariantCulture))
        {
            Subject = Head(heads, "subject"), Note = Head(heads, "note"), Parts = parts,
            Title = string.Join('\n', lines[(title + 1)..body].Where(line => line.Trim().Length > 0)),
        };
    }

    private TemplatePart Part(int index)
    {
        var condition = ConditionOf(lines[index]);
        var text = (condition?.Text ?? lines[index]).Trim();
        if (condition is { } known && !TemplateFields.Conditions.Contains(known.Name))
            throw Broken("template.unknown-condition", index, $"[{known.Name}] is no condition.",
                $"Use one of {string.Join(", ", TemplateFields.Conditions)}.");
        if (text.StartsWith("## ", StringComparison.Ordinal)) return new TemplatePart(PartKind.Heading, condition?.Name, text[3..].Trim());
        if (!text.StartsWith('@')) return new TemplatePart(PartKind.Paragraph, condition?.Name, text);
        var word = text.Split(' ')[0];
        return Blocks.TryGetValue(word, out var kind)
            ? new TemplatePart(kind, condition?.Name, text[word.Length..].Trim())
            : throw Broken("template.unknown-block", index, $"{word} is no block.", $"Use one of {string.Join(", ", Blocks.Keys)}.");
    }

    private void CheckFields(int index, string? condition)
    {
        var known = TemplateFields.KnownUnder(condition);
        foreach (Match field in Field().Matches(lines[index]))
            if (!known.Contains(field.Groups[1].Value))
                throw Broken("template.unknown-field", index, $"{field.Value} is no field here.",
                    $"Use one of {string.Join(", ", known)}.");
        if (lines[index].Count(c => c == '{') != Field().Count(lines[index]))
            throw Broken("template.open-brace", index, "a brace is not closed.", "Write fields as {name}.");
    }

    private static (string Name, string Text)? ConditionOf(string line)
    {
        var end = line.IndexOf(']', StringComparison.Ordinal);
        return line.StartsWith('[') && end > 0 ? (line[1..end], line[(end + 1)..]) : null;
    }

    private IndicatorFamily Family(Dictionary<string, string> heads) =>
        Enum.TryParse<IndicatorFamily>(Head(heads, "family"), out var family) ? family
        : throw Broken("template.incomplete", 0, "the family is not known.",
            $"Use one of {string.Join(", ", Enum.GetNames<IndicatorFamily>())}.");

    private LetterLanguage Language(Dictionary<string, string> heads) => Head(heads, "language") switch
    {
        "zh" => LetterLanguage.Chinese,
        "en" => LetterLanguage.English,
        _ => throw Broken("template.incomplete", 0, "the language is not known.", "Use zh or en."),
    };

    private string Head(Dictionary<string, string> heads, string key) => heads.TryGetValue(key, out var value) && value.Length > 0
        ? value
        : throw Broken("template.incomplete", 0, $"'{key}:' is missing.", $"Add a line '{key}: …' at the top.");

    private int IndexOf(string section) => Array.IndexOf(lines, section) is var at and >= 0
        ? at
        : throw Broken("template.incomplete", 0, $"'{section}' is missing.", $"Add a line '{section}'.");

    private RuleBrokenException Broken(string code, int index, string what, string remedy) =>
        new(code, string.Create(CultureInfo.InvariantCulture, $"{name}, line {index + 1}: {what}"), remedy);

    [GeneratedRegex(@"\{([^{}]*)\}")]
    private static partial Regex Field();
}
