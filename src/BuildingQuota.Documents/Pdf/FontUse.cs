using BuildingQuota.Documents.Fonts;
using BuildingQuota.Documents.Paper;

namespace BuildingQuota.Documents.Pdf;

/// <summary>The characters that one document draws in one face; a character's code in the PDF is its place among them, from 1.</summary>
internal sealed class FontUse
{
    private readonly Dictionary<int, int> _codes = [];

    public FontUse(Typeface face, string resourceName, IEnumerable<int> codePoints)
    {
        Face = face;
        ResourceName = resourceName;
        CodePoints = [.. codePoints.Distinct().Order()];
        for (var i = 0; i < CodePoints.Count; i++) _codes[CodePoints[i]] = i + 1;
    }

    public Typeface Face { get; }

    /// <summary>Name in the pages' resources, as <c>/F1</c>.</summary>
    public string ResourceName { get; }

    public IReadOnlyList<int> CodePoints { get; }

    public int CodeOf(int codePoint) => _codes[codePoint];

    /// <summary>The faces that sheets use, in order of first use.</summary>
    public static Dictionary<Typeface, FontUse> In(IEnumerable<Sheet> sheets)
    {
        var runs = sheets.SelectMany(s => s.Marks).OfType<GlyphRun>().ToLookup(r => r.Face);
        return runs.Select((byFace, i) => new FontUse(byFace.Key, $"/F{i + 1}", byFace.SelectMany(r => r.Glyphs).Select(g => g.CodePoint)))
            .ToDictionary(u => u.Face);
    }
}
