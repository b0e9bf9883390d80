using System.Runtime.CompilerServices;
using BuildingQuota.Sqlite;

namespace BuildingQuota.Data;

internal static class NativeStart
{
#pragma warning disable CA2255 // whoever first touches this assembly must have SQLite's native library by then
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Run() => SqliteNative.Ensure();
}
