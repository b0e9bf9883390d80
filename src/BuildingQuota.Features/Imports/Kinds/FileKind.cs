using BuildingQuota.Features.Imports.Cells;
using BuildingQuota.Features.Imports.Columns;
using BuildingQuota.Features.Imports.Problems;
using BuildingQuota.Features.Imports.Tables;

namespace BuildingQuota.Features.Imports.Kinds;

/// <summary>A row as the sheet numbers it.</summary>
internal readonly record struct Numbered<T>(int Row, T Value);

/// <summary>What taking the rows would do to the database; <paramref name="Write"/> does it, in the session's transaction.</summary>
internal sealed record Changes(int New, int Changed, int Unchanged, Func<Task> Write)
{
    /// <summary>What each changed row said before and says now, for the audit trail.</summary>
    public IReadOnlyList<string> Differences { get; init; } = [];
}

/// <summary>How one kind of file is read, checked and written.</summary>
internal abstract class FileKind
{
    public abstract FileLayout Layout { get; }

    /// <summary>Whether somebody who sees a single institution may import it; the rest is the bureau's.</summary>
    public virtual bool IsInstitutions => true;

    /// <summary>Whether only somebody who may draft quotas may import it.</summary>
    public virtual bool IsDrafting => false;

    /// <summary>
    /// Whether bytes that were taken whole before can change nothing now. Not so where a later file may have said otherwise: there the
    /// rows are compared.
    /// </summary>
    public virtual bool IsKnownByBytes => false;

    /// <summary>Reads every row; bad ones are in the problems and not in the content.</summary>
    public abstract Content Read(IEnumerable<TableRow> rows, RowReader reader, Action<int> progress);
}

/// <summary>The good rows of a file, not yet compared with the database.</summary>
internal abstract class Content
{
    public required int RowsRead { get; init; }

    /// <summary>The earliest day that the rows speak of; null when the kind has no order in time.</summary>
    public DateOnly? FirstDay { get; init; }

    public abstract Task<Changes> Settle(ImportSession session);
}

/// <typeparam name="T">One typed row: a record, so that a row equals what is stored when all its values do.</typeparam>
internal abstract class FileKind<T> : FileKind where T : class
{
    public sealed override Content Read(IEnumerable<TableRow> rows, RowReader reader, Action<int> progress)
    {
        var good = new List<Numbered<T>>();
        var read = 0;
        foreach (var row in rows)
        {
            if (row.IsBlank) continue;
            reader.MoveTo(row);
            var value = Read(reader);
            if (reader.IsGood) good.Add(new(row.Number, value));
            if (++read % 2_000 == 0) progress(read);
        }

        return new TypedContent(this, good) { RowsRead = read, FirstDay = good.Min(row => DayOf(row.Value)) };
    }

    protected abstract T Read(RowReader row);

    /// <summary>Checks the rows against each other and the database, and prepares what to write.</summary>
    protected abstract Task<Changes> Settle(ImportSession session, IReadOnlyList<Numbered<T>> rows);

    protected virtual DateOnly? DayOf(T row) => null;

    private sealed class TypedContent(FileKind<T> kind, List<Numbered<T>> rows) : Content
    {
        public override Task<Changes> Settle(ImportSession session) => kind.Settle(session, rows);
    }
}
