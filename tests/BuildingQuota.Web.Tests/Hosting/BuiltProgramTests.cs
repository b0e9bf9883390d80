using System.Diagnostics;
using BuildingQuota.Data;
using BuildingQuota.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Web.Tests.Hosting;

/// <summary>
/// The program as it is built, in a process of its own. A test host finds assemblies by simple name, so SQLite works inside it even
/// when the stand-in for SQLitePCLRaw does not; only this proves that the program itself finds its native library.
/// </summary>
public sealed class BuiltProgramTests
{
    [Fact]
    public async Task The_program_reaches_SQLite_by_itself()
    {
        await using var database = await TestDatabase.CreateEmpty(DatabaseProvider.Sqlite);

        var (exitCode, said) = await Run(database, "a-password-of-23-letters", "user", "create", "--name", "probe", "--role", "auditor");

        Assert.True(exitCode == 0, said);
        await using var db = database.Open();
        Assert.Equal("probe", (await db.Users.SingleAsync()).UserName);
    }

    private static async Task<(int ExitCode, string Said)> Run(TestDatabase database, string input, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Program(), .. arguments])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment["BuildingQuota__Database__Provider"] = "sqlite";
        start.Environment["BuildingQuota__Database__Connection"] = database.Options.Connection;
        start.Environment["BuildingQuota__DataDirectory"] = Path.GetDirectoryName(database.Options.Connection["Data Source=".Length..]);
        using var program = Process.Start(start)!;
        await program.StandardInput.WriteLineAsync(input);
        program.StandardInput.Close();
        var said = await Task.WhenAll(program.StandardOutput.ReadToEndAsync(), program.StandardError.ReadToEndAsync());
        await program.WaitForExitAsync();
        return (program.ExitCode, string.Join('\n', said));
    }

    /// <summary>Beside the tests' own output stands the program's, of the same configuration.</summary>
    private static string Program()
    {
        var tests = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(tests.Parent!.Parent!.FullName, "BuildingQuota.Web", tests.Name, "BuildingQuota.Web.dll");
    }
}
