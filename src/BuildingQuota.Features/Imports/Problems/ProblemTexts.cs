using System.Globalization;
using System.Text.Json;

namespace BuildingQuota.Features.Imports.Problems;

/// <summary>Message and remedy of every rule code, in Chinese and English (problems.json beside this file).</summary>
internal static class ProblemTexts
{
    private static readonly Dictionary<string, Dictionary<string, string[]>> Texts = Load();

    public static IReadOnlyCollection<string> Codes => Texts.Keys;

    /// <param name="language">A culture name; what is not Chinese reads English.</param>
    public static (string Message, string Remedy) Word(string code, string language, object[] arguments)
    {
        var texts = Texts[code][language.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? "zh" : "en"];
        return (Fill(texts[0], arguments), Fill(texts[1], arguments));
    }

    private static string Fill(string text, object[] arguments) => string.Format(CultureInfo.InvariantCulture, text, arguments);

    private static Dictionary<string, Dictionary<string, string[]>> Load()
    {
        using var stream = typeof(ProblemTexts).Assembly.GetManifestResourceStream(
            "BuildingQuota.Features.Imports.Problems.problems.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string[]>>>(stream)!;
    }
}
