using BuildingQuota.Documents.Letters;
using BuildingQuota.Domain.Notices;
using BuildingQuota.Domain.Rules;

namespace BuildingQuota.Features.Notices.Letters;

/// <summary>The offices' wording, read and checked once.</summary>
public sealed class NoticeTemplates(NoticeSettings settings)
{
    private readonly Lazy<TemplateSet> _set = new(() => TemplateSet.Read(settings.TemplateFolder));

    internal LetterTemplate Of(IndicatorFamily family, LetterLanguage language) =>
        _set.Value.Letters.TryGetValue((family, language), out var template) ? template : throw new RuleBrokenException(
            "template.missing", $"{settings.TemplateFolder} has no letter for {family} in {language}.", "Add one; see README.md there.");

    internal LetterWords Words(LetterLanguage language) => _set.Value.Words[language];

    private sealed record TemplateSet(
        IReadOnlyDictionary<(IndicatorFamily, LetterLanguage), LetterTemplate> Letters,
        IReadOnlyDictionary<LetterLanguage, LetterWords> Words)
    {
        public static TemplateSet Read(string folder)
        {
            if (!Directory.Exists(folder))
                throw new RuleBrokenException(
                    "template.missing", $"There is no folder {folder}.", "Put seed/templates beside the program.");
            var letters = Directory.GetFiles(folder, "overrun-*.txt").Order(StringComparer.Ordinal).Select(TemplateReader.Read);
            return new TemplateSet(
                letters.ToDictionary(letter => (letter.Family, letter.Language)),
                new Dictionary<LetterLanguage, LetterWords>
                {
                    [LetterLanguage.Chinese] = new(Path.Combine(folder, "words.zh.txt")),
                    [LetterLanguage.English] = new(Path.Combine(folder, "words.en.txt")),
                });
        }
    }
}
