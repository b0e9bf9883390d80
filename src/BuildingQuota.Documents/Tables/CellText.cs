using BuildingQuota.Documents.Paper;
using BuildingQuota.Documents.Typesetting;

namespace BuildingQuota.Documents.Tables;

/// <summary>A column's room and alignment in points, with the widths left and right of the decimal point over all its cells.</summary>
internal sealed record ColumnRoom(Align Align, double Left, double Width, double BeforePoint, double AfterPoint);

/// <summary>One cell's lines and where the decimal point falls, if the cell is a number in a decimal column.</summary>
internal sealed record CellText(IReadOnlyList<SetLine> Lines, double? PointAt)
{
    /// <summary>Distance of a line from the column's left border.</summary>
    public double Offset(SetLine line, ColumnRoom room, double padding) => room.Align switch
    {
        Align.Left => padding,
        Align.Right => room.Width - padding - line.Width,
        Align.Point when PointAt is { } point => ((room.Width - room.BeforePoint - room.AfterPoint) / 2) + room.BeforePoint - point,
        _ => (room.Width - line.Width) / 2,
    };

    /// <summary>Where the point of a number would stand; null for words.</summary>
    public static double? PointOf(string text, Typesetter typesetter, TextStyle style)
    {
        if (text.Length == 0 || !text.Any(char.IsAsciiDigit) || text.Any(c => c > 0xFF)) return null;
        var point = text.IndexOf('.', StringComparison.Ordinal);
        return typesetter.Line(point < 0 ? text.TrimEnd('%') : text[..point], style).Width;
    }
}
