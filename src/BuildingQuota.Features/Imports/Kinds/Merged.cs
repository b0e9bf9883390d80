using BuildingQuota.Features.Imports.Problems;

namespace BuildingQuota.Features.Imports.Kinds;

/// <summary>
/// Rows beside what is stored under the same keys: which are new, which change something, which say what is known already.
/// A key that stands twice in the file with different values rejects every row that has it, so the order of rows never matters.
/// </summary>
internal sealed class Merged<TKey, T> where TKey : notnull where T : class
{
    private readonly ProblemList _problems;
    private readonly List<Numbered<T>> _new = [];
    private readonly List<Numbered<T>> _changed = [];

    /// <param name="keepBlanks">The row with its blanks filled from what is stored (row, stored): a blank never wipes a value.</param>
    public Merged(
        ProblemList problems, IReadOnlyList<Numbered<T>> rows, Func<T, TKey> key, IReadOnlyDictionary<TKey, T> stored,
        Func<T, T, T>? keepBlanks = null)
    {
        _problems = problems;
        Stored = stored;
        Key = key;
        foreach (var same in rows.GroupBy(row => key(row.Value)))
        {
            var row = Only(same.ToList());
            if (_problems.IsRejected(row.Row)) continue;
            if (!stored.TryGetValue(same.Key, out var before)) _new.Add(row);
            else if (Filled(row, before, keepBlanks) is var filled && filled.Value.Equals(before)) Unchanged++;
            else _changed.Add(filled);
        }
    }

    public IReadOnlyDictionary<TKey, T> Stored { get; }

    public Func<T, TKey> Key { get; }

    public IEnumerable<Numbered<T>> New => _new.Where(IsAccepted);

    public IEnumerable<Numbered<T>> Changed => _changed.Where(IsAccepted);

    public int Unchanged { get; }

    /// <summary>New and changed rows that no rule has rejected so far.</summary>
    public IEnumerable<Numbered<T>> Rows => New.Concat(Changed);

    /// <summary>What will be stored under each key when the accepted rows are in.</summary>
    public Dictionary<TKey, T> Result()
    {
        var result = new Dictionary<TKey, T>(Stored);
        foreach (var row in Rows) result[Key(row.Value)] = row.Value;
        return result;
    }

    /// <summary>Rejects the rows for which the rule does not hold; true when there were any.</summary>
    public bool Require(string column, Func<T, string?> value, Func<T, bool> holds, string code, params object[] arguments)
    {
        var broken = Rows.Where(row => !holds(row.Value)).ToList();
        foreach (var row in broken)
            _problems.Add(new(row.Row, column, value(row.Value) ?? ""), code, [value(row.Value) ?? "", .. arguments]);
        return broken.Count > 0;
    }

    public Changes Changes(Func<Task> write) => new(New.Count(), Changed.Count(), Unchanged, write)
    {
        Differences = [.. Changed.Select(row => FormattableString.Invariant(
            $"row {row.Row} {Difference.Of(Stored[Key(row.Value)], row.Value)}"))],
    };

    private Numbered<T> Only(List<Numbered<T>> same)
    {
        if (same.Count == 1) return same[0];
        var agree = same.TrueForAll(row => row.Value.Equals(same[0].Value));
        foreach (var row in agree ? same.Skip(1) : same)
            _problems.Add(new(row.Row), "row.duplicate", row.Row == same[0].Row ? same[1].Row : same[0].Row);
        return same[0];
    }

    private static Numbered<T> Filled(Numbered<T> row, T before, Func<T, T, T>? keepBlanks) =>
        keepBlanks is null ? row : row with { Value = keepBlanks(row.Value, before) };

    private bool IsAccepted(Numbered<T> row) => !_problems.IsRejected(row.Row);
}
