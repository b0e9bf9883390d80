namespace BuildingQuota.Documents.Typesetting;

/// <summary>Cells [<paramref name="Start"/>, <paramref name="End"/>) that stand on one line.</summary>
internal readonly record struct LineSpan(int Start, int End, bool IsLast);

/// <summary>Breaks cells into lines, first fit: a line that a rule would leave short takes one more by squeezing punctuation, if that
/// suffices.</summary>
internal static class LineBreaker
{
    private const double Tolerance = 0.01;

    public static IEnumerable<LineSpan> Break(Cell[] cells, double firstWidth, double width)
    {
        for (int start = 0, end; start < cells.Length; start = end)
        {
            end = NextBreak(cells, start, start == 0 ? firstWidth : width);
            yield return new LineSpan(start, end, end == cells.Length);
        }
    }

    private static int NextBreak(Cell[] cells, int start, double width)
    {
        double advance = 0, visible = 0, blank = 0;
        int fitting = start, lastThatFits = start;
        var shortBy = width;
        for (var i = start; i < cells.Length; i++)
        {
            advance += cells[i].Advance;
            blank += cells[i].Blank;
            if (!cells[i].IsSpace) visible = advance;
            if (visible - blank > width + Tolerance) break;
            var fits = visible <= width + Tolerance;
            if (fits) lastThatFits = i + 1;
            if (!cells[i].BreakAfter) continue;
            if (!fits) return WorthSqueezing(shortBy, cells[start]) ? i + 1 : fitting;
            fitting = i + 1;
            shortBy = width - visible;
        }
        return fitting > start ? fitting : Math.Max(lastThatFits, start + 1);
    }

    private static bool WorthSqueezing(double shortBy, Cell sample) => shortBy >= Math.Max(sample.Advance * 0.9, 8);
}
