using System.Data.Common;
using System.Text;
using BuildingQuota.Data.Bulk;
using BuildingQuota.Domain.Billing;
using BuildingQuota.Domain.Metering;
using BuildingQuota.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Data.Billing;

/// <summary>
/// Live bills as the engine needs them, past EF Core and row scope: only the columns that it reads, in one ordered scan of the index by
/// institution and day. What it does not read (raw texts, import, row) is left empty.
/// </summary>
public static class LiveBills
{
    private const string Columns = "id, meter_code, carrier, period_start, period_end, quantity, unit, cost_cny, reading_type, bill_number";

    /// <summary>Of each institution by day.</summary>
    public static async Task<IReadOnlyList<Bill>> ReadLiveBills(this QuotaDb db, IReadOnlyList<string> institutions, CancellationToken stop)
    {
        await db.Database.OpenConnectionAsync(stop);
        try
        {
            return db.Database.IsSqlite() ? OfSqlite(db, institutions, stop) : await OfPostgres(db, institutions, stop);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static List<Bill> OfSqlite(QuotaDb db, IReadOnlyList<string> institutions, CancellationToken stop)
    {
        var (bills, words) = (new List<Bill>(), new Words());
        using var statement = new SqliteStatement(
            db.Database.GetDbConnection(), $"SELECT {Columns} FROM bills WHERE institution_code = ? AND state = 'Live' ORDER BY period_start");
        foreach (var institution in institutions)
        {
            stop.ThrowIfCancellationRequested();
            statement.Bind(1, institution);
            while (statement.Step()) bills.Add(Read(statement, institution, words));
            statement.Reset();
        }

        return bills;
    }

    private static Bill Read(SqliteStatement row, string institution, Words words) => new()
    {
        Id = row.Number(0), MeterCode = words.Of(row.Utf8(1)), InstitutionCode = institution, Carrier = words.Of<Carrier>(row.Utf8(2)),
        PeriodStart = row.Day(3), PeriodEnd = row.Day(4), Quantity = row.Amount(5), Unit = words.Of(row.Utf8(6)),
        CostCny = row.Utf8(7).IsEmpty ? null : row.Amount(7), ReadingType = words.Of<ReadingType>(row.Utf8(8)), BillNumber = row.Text(9),
        RawQuantity = "", RawUnit = "", ContentKey = "", ImportId = 0, RowNumber = 0, RecordedAt = default, State = BillState.Live,
    };

    private static async Task<List<Bill>> OfPostgres(QuotaDb db, IReadOnlyList<string> institutions, CancellationToken stop)
    {
        var bills = new List<Bill>();
        await using var command = db.NewCommand(
            $"SELECT {Columns}, institution_code FROM bills WHERE institution_code = ANY(@codes) AND state = 'Live' ORDER BY institution_code, period_start")
            .With("@codes", institutions.ToArray());
        await using var row = await command.ExecuteReaderAsync(stop);
        var words = new Words();
        while (await row.ReadAsync(stop)) bills.Add(Read(row, words));
        return bills;
    }

    private static Bill Read(DbDataReader row, Words words) => new()
    {
        Id = row.GetInt64(0), MeterCode = words.Of(row.GetString(1)), InstitutionCode = words.Of(row.GetString(10)),
        Carrier = words.Of<Carrier>(row.GetString(2)), PeriodStart = row.GetFieldValue<DateOnly>(3), PeriodEnd = row.GetFieldValue<DateOnly>(4),
        Quantity = row.GetDecimal(5), Unit = words.Of(row.GetString(6)), CostCny = row.IsDBNull(7) ? null : row.GetDecimal(7),
        ReadingType = words.Of<ReadingType>(row.GetString(8)), BillNumber = row.IsDBNull(9) ? null : row.GetString(9),
        RawQuantity = "", RawUnit = "", ContentKey = "", ImportId = 0, RowNumber = 0, RecordedAt = default, State = BillState.Live,
    };

    /// <summary>Words that come again and again are made once.</summary>
    private sealed class Words
    {
        private readonly HashSet<string> _texts = new(StringComparer.Ordinal);
        private readonly Dictionary<(Type, string), object> _values = [];

        public string Of(ReadOnlySpan<byte> utf8)
        {
            Span<char> letters = stackalloc char[256];
            return Encoding.UTF8.TryGetChars(utf8, letters, out var length) ? Of(letters[..length]) : Encoding.UTF8.GetString(utf8);
        }

        public string Of(ReadOnlySpan<char> letters)
        {
            var texts = _texts.GetAlternateLookup<ReadOnlySpan<char>>();
            if (texts.TryGetValue(letters, out var known)) return known;
            var made = letters.ToString();
            _texts.Add(made);
            return made;
        }

        public T Of<T>(ReadOnlySpan<byte> utf8) where T : struct, Enum => Of<T>(Of(utf8));

        public T Of<T>(string word) where T : struct, Enum
        {
            if (_values.TryGetValue((typeof(T), word), out var known)) return (T)known;
            var value = Enum.Parse<T>(word);
            _values[(typeof(T), word)] = value;
            return value;
        }
    }
}
