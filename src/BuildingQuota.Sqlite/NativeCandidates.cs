using System.Reflection;
using System.Runtime.InteropServices;

namespace BuildingQuota.Sqlite;

/// <summary>
/// Which native library is taken: the one that was named, else the system's when recent enough, else the one beside the program.
/// </summary>
internal static class NativeCandidates
{
    private const int OldestOfSystem = 3_038_000;

    private static readonly string[] System = ["libsqlite3.so.0", "libsqlite3.dylib", "winsqlite3", "sqlite3"];

    internal static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path)
    {
        if (name != "e_sqlite3") return 0;
        if (Environment.GetEnvironmentVariable(SqliteNative.LibraryVariable) is { Length: > 0 } named) return NativeLibrary.Load(named);

        foreach (var candidate in System)
        {
            if (!NativeLibrary.TryLoad(candidate, assembly, path, out var library)) continue;
            if (VersionNumber(library) >= OldestOfSystem) return library;
            NativeLibrary.Free(library);
        }

        return Bundled().Select(file => NativeLibrary.TryLoad(file, out var library) ? library : 0).FirstOrDefault(library => library != 0);
    }

    private static IEnumerable<string> Bundled()
    {
        var chip = RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "arm64" : "x64";
        string[] files = OperatingSystem.IsWindows() ? [$"win-{chip}/native/e_sqlite3.dll"]
            : OperatingSystem.IsMacOS() ? [$"osx-{chip}/native/libe_sqlite3.dylib"]
            : [$"linux-{chip}/native/libe_sqlite3.so", $"linux-musl-{chip}/native/libe_sqlite3.so"];
        return files.Select(file => Path.Combine(AppContext.BaseDirectory, "sqlite", file));
    }

    private static unsafe int VersionNumber(nint library) =>
        NativeLibrary.TryGetExport(library, "sqlite3_libversion_number", out var function)
            ? ((delegate* unmanaged[Cdecl]<int>)function)() : 0;
}
