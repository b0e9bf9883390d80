using System.Runtime.InteropServices;

namespace BuildingQuota.Sqlite;

/// <summary>The few functions of SQLite that a prepared statement needs. Those that only read or copy a value skip the collector's gate.</summary>
internal static unsafe partial class NativeCalls
{
    internal const int Ok = 0, Row = 100, Done = 101;

    private const string Library = "e_sqlite3";

    [LibraryImport(Library)]
    internal static partial int sqlite3_prepare_v2(nint database, byte* sql, int length, out nint statement, nint tail);

    [LibraryImport(Library)]
    internal static partial int sqlite3_step(nint statement);

    [LibraryImport(Library)]
    internal static partial int sqlite3_reset(nint statement);

    [LibraryImport(Library)]
    internal static partial int sqlite3_finalize(nint statement);

    [LibraryImport(Library)]
    internal static partial nint sqlite3_errmsg(nint database);

    [LibraryImport(Library), SuppressGCTransition]
    internal static partial int sqlite3_bind_null(nint statement, int at);

    [LibraryImport(Library), SuppressGCTransition]
    internal static partial int sqlite3_bind_int64(nint statement, int at, long value);

    [LibraryImport(Library), SuppressGCTransition]
    internal static partial int sqlite3_bind_text(nint statement, int at, byte* text, int length, nint lifetime);

    [LibraryImport(Library)]
    internal static partial int sqlite3_bind_blob(nint statement, int at, byte* bytes, int length, nint lifetime);

    [LibraryImport(Library), SuppressGCTransition]
    internal static partial long sqlite3_column_int64(nint statement, int column);

    [LibraryImport(Library), SuppressGCTransition]
    internal static partial byte* sqlite3_column_text(nint statement, int column);

    [LibraryImport(Library), SuppressGCTransition]
    internal static partial int sqlite3_column_bytes(nint statement, int column);
}
