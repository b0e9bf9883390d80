using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace BuildingQuota.Web.Texts;

/// <summary>
/// Every word that a page says, in each language: read from the JSON files beside this one (a key, then a text per language).
/// The language is that of the request (<see cref="CultureInfo.CurrentUICulture"/>); Chinese when there is no other.
/// </summary>
public sealed class PageTexts
{
    public const string Default = "zh-CN";

    public static IReadOnlyList<string> Languages { get; } = [Default, "en"];

    private readonly FrozenDictionary<string, Dictionary<string, string>> _texts = Read();

    public static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? "en" : Default;

    public IReadOnlyDictionary<string, Dictionary<string, string>> All => _texts;

    /// <summary>The text of a key; the key itself when there is none (a test finds those).</summary>
    public string this[string key] => _texts.TryGetValue(key, out var text) ? text[Language] : key;

    public string this[string key, params object?[] values] => string.Format(CultureInfo.InvariantCulture, this[key], values);

    /// <summary>The word of an enum member: <c>Carrier.Electricity</c>.</summary>
    public string Of<T>(T value) where T : struct, Enum => this[$"{typeof(T).Name}.{value}"];

    public string Of<T>(T? value) where T : struct, Enum => value is { } word ? Of(word) : Figures.None;

    /// <summary>A unit as readers write it: <c>kgce/person</c> is <c>kgce/人</c> in Chinese.</summary>
    public string Unit(string unit) => _texts.ContainsKey("unit." + unit) ? this["unit." + unit] : unit;

    /// <summary>The text of a code such as <c>bill.negative</c>, or <paramref name="otherwise"/> when it has none.</summary>
    public string Or(string key, string otherwise) => _texts.ContainsKey(key) ? this[key] : otherwise;

    private static FrozenDictionary<string, Dictionary<string, string>> Read()
    {
        var assembly = typeof(PageTexts).Assembly;
        var texts = new Dictionary<string, Dictionary<string, string>>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.Contains(".Texts.", StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            foreach (var (key, text) in JsonSerializer.Deserialize<Dictionary<string, Dictionary<string,
                string>>>(stream)!) texts.Add(key, text);
        }

        return texts.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
