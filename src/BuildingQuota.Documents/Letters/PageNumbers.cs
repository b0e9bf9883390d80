using System.Globalization;
using BuildingQuota.Documents.Fonts;
using BuildingQuota.Documents.Paper;
using BuildingQuota.Documents.Typesetting;
using static BuildingQuota.Documents.Paper.Length;

namespace BuildingQuota.Documents.Letters;

/// <summary>页码 (GB/T 9704-2012 7.5): — N — in 14 points, its dashes 7 mm below the type area, odd right, even left, one character
/// in.</summary>
internal static class PageNumbers
{
    private const double Size = 14;

    /// <summary>Height of the dash above the baseline, as a share of the size.</summary>
    private const double DashHeight = 0.38;

    public static void Draw(LetterFormat format, Typesetter typesetter, IReadOnlyList<Sheet> sheets)
    {
        foreach (var sheet in sheets.Skip(format == LetterFormat.Letter ? 1 : 0))
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"— {sheet.Number} —");
            var line = typesetter.Line(text, new TextStyle(FontRole.PageNumber, Size));
            var x = sheet.Number % 2 == 1 ? PageGrid.Right - Size - line.Width : PageGrid.Left + Size;
            var baseline = PageGrid.Bottom + Millimetres(7) + (DashHeight * Size);
            sheet.Text(BoxKind.PageNumber, line, x, baseline - line.Ascent);
        }
    }
}
