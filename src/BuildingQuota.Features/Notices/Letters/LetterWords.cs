using System.Globalization;
using BuildingQuota.Domain.Notices;
using BuildingQuota.Domain.Quotas;
using BuildingQuota.Domain.Rules;

namespace BuildingQuota.Features.Notices.Letters;

/// <summary>Names that all letters of a language share: indicators, units, heads of columns (seed/templates/words.*).</summary>
internal sealed class LetterWords
{
    private readonly string _name;
    private readonly Dictionary<string, string> _words;

    public LetterWords(string path)
    {
        _name = Path.GetFileName(path);
        _words = File.ReadLines(path).Select(line => line.Split(": ", 2)).Where(pair => pair.Length == 2)
            .ToDictionary(pair => pair[0].Trim(), pair => pair[1].Trim());
        foreach (var indicator in Enum.GetValues<Indicator>()) _ = Of(indicator);
    }

    public string this[string key] => _words.TryGetValue(key, out var word)
        ? word
        : throw new RuleBrokenException("template.word-missing", $"{_name} has no '{key}'.", $"Add a line '{key}: …'.");

    public string Of(Indicator indicator) => this[$"indicator.{indicator}"];

    /// <summary>The unit as people of the language write it; unchanged where no word stands for it.</summary>
    public string Unit(string unit) => _words.GetValueOrDefault($"unit.{unit}", unit);

    /// <summary>A column's head, by the family's own word where it has one.</summary>
    public string Column(string column, IndicatorFamily family) =>
        _words.GetValueOrDefault($"column.{column}.{family}") ?? this[$"column.{column}"];

    public string Filled(string key, params object[] values) => string.Format(CultureInfo.InvariantCulture, this[key], values);
}
