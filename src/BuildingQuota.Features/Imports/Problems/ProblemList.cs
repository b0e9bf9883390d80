using BuildingQuota.Features.Imports.Tables;

namespace BuildingQuota.Features.Imports.Problems;

/// <summary>
/// The problems of one file. The first ten thousand are worded and kept; all are counted, and every rejected row is known.
/// </summary>
internal sealed class ProblemList(string language)
{
    public const int Kept = 10_000;

    private const int Longest = 200;

    private readonly List<RowProblem> _items = [];
    private readonly HashSet<int> _rows = [];

    public string Sheet { get; set; } = "";

    public IReadOnlyList<RowProblem> Items => _items;

    public int Count { get; private set; }

    public int RejectedRows => _rows.Count;

    /// <summary>The file as a whole cannot be taken, whatever its rows say.</summary>
    public bool IsFileRefused { get; private set; }

    public bool IsRejected(int row) => _rows.Contains(row);

    /// <summary>Rejects the row for the rule.</summary>
    public void Add(Place place, string code, params object[] arguments)
    {
        _rows.Add(place.Row);
        Keep(place, code, arguments);
    }

    /// <summary>Refuses the file for the rule.</summary>
    public void Refuse(Place place, string code, params object[] arguments) => Tell(place, code, true, arguments);

    /// <summary>Says it, and refuses the file when <paramref name="refuse"/>; no row is rejected.</summary>
    public void Tell(Place place, string code, bool refuse, params object[] arguments)
    {
        IsFileRefused |= refuse;
        Keep(place, code, arguments);
    }

    public void Refuse(UnreadableFileException unreadable) => Refuse(new(unreadable.Row), unreadable.Code, unreadable.Arguments);

    /// <summary>Words a part of a message.</summary>
    public string Say(string code, params object[] arguments) => ProblemTexts.Word(code, language, arguments).Message;

    private void Keep(Place place, string code, object[] arguments)
    {
        if (++Count > Kept) return;
        var (message, remedy) = ProblemTexts.Word(code, language, arguments);
        _items.Add(new RowProblem
        {
            Sheet = Sheet, Row = place.Row, Column = place.Column, Value = Shorten(place.Value), RuleCode = code, Message = message,
            Remedy = remedy,
        });
    }

    /// <summary>Never within a surrogate pair: half of one is no text.</summary>
    private static string Shorten(string value) =>
        value.Length <= Longest ? value : value[..(char.IsHighSurrogate(value[Longest - 1]) ? Longest - 1 : Longest)] + "…";
}
