using System.Buffers.Text;
using System.Data.Common;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace BuildingQuota.Sqlite;

/// <summary>
/// One prepared statement on an open connection of Microsoft.Data.Sqlite and in its transaction, spoken to by position and without
/// boxing: for the few places where millions of rows pass. Values are written as that library writes them. Parameters count from 1
/// and are all bound anew before each run; columns count from 0 and are gone with the next step.
/// </summary>
public sealed unsafe class SqliteStatement : IDisposable
{
    private const int LongestNumber = 40;
    private const nint KeptByUs = 0, CopiedBySqlite = -1;

    private readonly nint _database;
    private readonly nint _statement;
    private readonly byte[] _bound = GC.AllocateUninitializedArray<byte>(16 * 1024, pinned: true);
    private int _used;

    public SqliteStatement(DbConnection connection, string sql)
    {
        var handle = (SafeHandle?)connection.GetType().GetProperty("Handle")?.GetValue(connection);
        _database = handle?.DangerousGetHandle() ?? throw new InvalidOperationException("The connection is not an open one of SQLite.");
        fixed (byte* text = Encoding.UTF8.GetBytes(sql + "\0"))
            Check(NativeCalls.sqlite3_prepare_v2(_database, text, -1, out _statement, 0));
    }

    public void Dispose() => _ = NativeCalls.sqlite3_finalize(_statement);

    /// <summary>True when there is a row to read; false when the statement is done.</summary>
    public bool Step()
    {
        var code = NativeCalls.sqlite3_step(_statement);
        if (code is not (NativeCalls.Row or NativeCalls.Done)) Check(code);
        return code == NativeCalls.Row;
    }

    /// <summary>Ready to be bound and run again.</summary>
    public void Reset()
    {
        Check(NativeCalls.sqlite3_reset(_statement));
        _used = 0;
    }

    /// <summary>Runs a statement that gives no rows, and resets it.</summary>
    public void Run()
    {
        Step();
        Reset();
    }

    public void BindNull(int at) => Check(NativeCalls.sqlite3_bind_null(_statement, at));

    public void Bind(int at, long value) => Check(NativeCalls.sqlite3_bind_int64(_statement, at, value));

    public void Bind(int at, int value) => Bind(at, (long)value);

    public void Bind(int at, bool value) => Bind(at, value ? 1L : 0L);

    public void Bind(int at, byte[]? value)
    {
        if (value is null) BindNull(at);
        else fixed (byte* bytes = value.AsSpan() is { Length: > 0 } some ? some : _bound)
            Check(NativeCalls.sqlite3_bind_blob(_statement, at, bytes, value.Length, CopiedBySqlite));
    }

    public void Bind(int at, string? value)
    {
        if (value is null) BindNull(at);
        else if (Encoding.UTF8.TryGetBytes(value, Free, out var length)) BindText(at, length);
        else BindLong(at, Encoding.UTF8.GetBytes(value));
    }

    public void Bind(int at, DateOnly value)
    {
        if (Free.Length < LongestNumber) BindLong(at, Encoding.UTF8.GetBytes(value.ToString("O", CultureInfo.InvariantCulture)));
        else if (value.TryFormat(Free, out var length, "O", CultureInfo.InvariantCulture)) BindText(at, length);
    }

    /// <summary>With one decimal at least and no zero after it that says nothing.</summary>
    public void Bind(int at, decimal value)
    {
        Span<byte> text = stackalloc byte[LongestNumber];
        value.TryFormat(text, out var length, default, CultureInfo.InvariantCulture);
        if (!text[..length].Contains((byte)'.'))
        {
            ".0"u8.CopyTo(text[length..]);
            length += 2;
        }

        while (text[length - 1] == '0' && text[length - 2] != '.') length--;
        if (text[..length].TryCopyTo(Free)) BindText(at, length);
        else BindLong(at, text[..length]);
    }

    public long Number(int column) => NativeCalls.sqlite3_column_int64(_statement, column);

    /// <summary>The column's text as it is kept; empty when there is none.</summary>
    public ReadOnlySpan<byte> Utf8(int column)
    {
        var text = NativeCalls.sqlite3_column_text(_statement, column);
        return text is null ? default : new ReadOnlySpan<byte>(text, NativeCalls.sqlite3_column_bytes(_statement, column));
    }

    public string? Text(int column) => Utf8(column) is { Length: > 0 } text ? Encoding.UTF8.GetString(text) : null;

    public decimal Amount(int column) => Utf8Parser.TryParse(Utf8(column), out decimal value, out _)
        ? value : throw new FormatException($"Not a decimal: {Text(column)}.");

    public DateOnly Day(int column)
    {
        var text = Utf8(column);
        return new DateOnly(Digits(text[..4]), Digits(text[5..7]), Digits(text[8..10]));
    }

    private Span<byte> Free => _bound.AsSpan(_used);

    private static int Digits(ReadOnlySpan<byte> digits)
    {
        var number = 0;
        foreach (var digit in digits) number = number * 10 + digit - '0';
        return number;
    }

    /// <summary>Of a text that was written where <see cref="Free"/> begins; it stays there until the statement is reset.</summary>
    private void BindText(int at, int length)
    {
        var text = (byte*)Marshal.UnsafeAddrOfPinnedArrayElement(_bound, _used);
        _used += length;
        Check(NativeCalls.sqlite3_bind_text(_statement, at, text, length, KeptByUs));
    }

    private void BindLong(int at, ReadOnlySpan<byte> bytes)
    {
        fixed (byte* text = bytes) Check(NativeCalls.sqlite3_bind_text(_statement, at, text, bytes.Length, CopiedBySqlite));
    }

    private void Check(int code)
    {
        if (code is NativeCalls.Ok or NativeCalls.Row or NativeCalls.Done) return;
        throw new SqliteStatementException(code, Marshal.PtrToStringUTF8(NativeCalls.sqlite3_errmsg(_database)) ?? "");
    }
}

/// <summary>What SQLite answered, with its result code.</summary>
public sealed class SqliteStatementException(int code, string message)
    : DbException(string.Create(CultureInfo.InvariantCulture, $"SQLite error {code}: {message}."), code);
