using BuildingQuota.Features.Imports.Problems;
using BuildingQuota.Features.Imports.Tables;

namespace BuildingQuota.Features.Imports.Columns;

/// <summary>The recognised header row: which column stands where, and what kind of file it makes.</summary>
internal sealed class Header
{
    private readonly Dictionary<string, int> _places = [];

    private Header(FileLayout layout, TableRow row)
    {
        Layout = layout;
        Row = row.Number;
        Titles = [.. row.Cells.Select(cell => cell.Text)];
    }

    public FileLayout Layout { get; }

    public int Row { get; }

    /// <summary>Titles as they stand in the file.</summary>
    public IReadOnlyList<string> Titles { get; }

    /// <summary>Where the column stands, from 0; -1 when the file has none.</summary>
    public int PlaceOf(string column) => _places.GetValueOrDefault(column, -1);

    /// <summary>Whether a cell under this title may be left out silently: the title is empty or one for remarks.</summary>
    public bool IsRemark(int place) =>
        place < Titles.Count && FileLayout.Token(Titles[place]) is var token && (token.Length == 0 || Layouts.Remarks.Contains(token));

    /// <summary>
    /// Reads the header as that of the layout. A double or missing column refuses the file, an unknown one only when it may not be left
    /// out.
    /// </summary>
    public static Header Read(FileLayout layout, TableRow row, ProblemList problems, bool leaveOut)
    {
        var header = new Header(layout, row);
        for (var place = 0; place < row.Cells.Length; place++)
        {
            if (header.IsRemark(place)) continue;
            var title = row.Cells[place].Text;
            if (layout.Find(FileLayout.Token(title)) is not { } column)
                problems.Tell(new(row.Number, title, title), "column.unknown", !leaveOut, layout.Kind);
            else if (!header._places.TryAdd(column.Name, place))
                problems.Refuse(new(row.Number, title, title), "column.duplicate", column.Name);
        }

        foreach (var column in layout.Columns)
            if (column.IsRequired && !header._places.ContainsKey(column.Name))
                problems.Refuse(new(row.Number, column.Name, ""), "column.missing", column.Name, column.Titles[0]);
        return header;
    }

    /// <summary>
    /// The one layout that the header fits: all required columns there and the fewest unknown ones; failing that, the one
    /// whose columns it has most of, when that is more than half. Null when none stands out.
    /// </summary>
    public static FileLayout? Recognise(TableRow row)
    {
        var tokens = row.Cells.Select(cell => FileLayout.Token(cell.Text))
            .Where(token => token.Length > 0 && !Layouts.Remarks.Contains(token)).ToList();
        var fits = Layouts.All.Select(layout => new Fit(layout, tokens)).ToList();
        var whole = fits.Where(fit => fit.IsComplete).ToList();
        if (whole.Count > 0) return Only(whole, fit => (fit.Known * 2) - tokens.Count);
        return Only(fits.Where(fit => fit.Known * 2 > fit.Layout.Columns.Length).ToList(), fit => fit.Known);
    }

    private static FileLayout? Only(List<Fit> fits, Func<Fit, int> score)
    {
        if (fits.Count == 0) return null;
        var best = fits.Max(score);
        var winners = fits.Where(fit => score(fit) == best).ToList();
        return winners.Count == 1 ? winners[0].Layout : null;
    }

    private sealed class Fit(FileLayout layout, List<string> tokens)
    {
        public FileLayout Layout { get; } = layout;

        public int Known { get; } = layout.Columns.Count(column => tokens.Any(column.IsTitled));

        public bool IsComplete { get; } = layout.Columns.Where(column => column.IsRequired).All(column => tokens.Any(column.IsTitled));
    }
}
