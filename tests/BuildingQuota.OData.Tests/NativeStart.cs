using System.Runtime.CompilerServices;
using BuildingQuota.Sqlite;

namespace BuildingQuota.OData.Tests;

internal static class NativeStart
{
#pragma warning disable CA2255 // whichever test runs first must have SQLite's native library by then
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Run() => SqliteNative.Ensure();
}
