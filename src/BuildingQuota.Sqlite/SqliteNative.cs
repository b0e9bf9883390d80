using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace BuildingQuota.Sqlite;

/// <summary>
/// Connects EF Core's SQLite to a native library. Call <see cref="Ensure"/> first thing in every program: a module initializer alone
/// is too late for a process that touches Microsoft.Data.Sqlite before it touches Data.
/// </summary>
public static class SqliteNative
{
    /// <summary>Names a library to use instead of the system's (tests run once with each).</summary>
    public const string LibraryVariable = "BUILDINGQUOTA_SQLITE_LIBRARY";

    private static readonly Lock Gate = new();
    private static bool _done;

    /// <summary>Of the native library in use.</summary>
    public static Version Version
    {
        get
        {
            Ensure();
            return ReadVersion();
        }
    }

    public static void Ensure()
    {
        lock (Gate)
        {
            if (_done) return;
            // The packages ask for 2.1.13, the file is 2.0.6: hand out what there is, by name.
            AssemblyLoadContext.Default.Resolving += static (_, name) =>
                name is { Name: "SQLitePCLRaw.core", Version: not null } ? Assembly.Load(new AssemblyName("SQLitePCLRaw.core")) : null;
            SetProvider();
            _done = true;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void SetProvider()
    {
        NativeLibrary.SetDllImportResolver(typeof(SQLitePCL.SQLite3Provider_e_sqlite3).Assembly, NativeCandidates.Resolve);
        NativeLibrary.SetDllImportResolver(typeof(SqliteNative).Assembly, NativeCandidates.Resolve);
        SQLitePCL.raw.SetProvider(new SQLitePCL.SQLite3Provider_e_sqlite3());
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Version ReadVersion() => Version.Parse(SQLitePCL.raw.sqlite3_libversion().utf8_to_string());
}
