using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using BuildingQuota.Testing.Hosting;

namespace BuildingQuota.Web.Tests.Verbs;

/// <summary>The program as it is built, as a process of its own.</summary>
public sealed class ProgramTests : IDisposable
{
    private const int Meters = 60;
    private const int DaysBilled = 1000;
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("bq-child-");

    public void Dispose() => _data.Delete(recursive: true);

    [Fact]
    public async Task It_starts_stops_on_SIGTERM_and_starts_again_without_changing_anything()
    {
        var (first, url) = await ChildProgram.Serve(_data.FullName);
        using (first)
        {
            var (code, output, _) = await ChildProgram.Run(_data.FullName, ["key", "create", "--user", "auditor@demo", "--name", "test"]);
            Assert.Equal(0, code);
            Assert.Equal(HttpStatusCode.OK, await Read(url, output.TrimEnd().Split('\n')[^1]));
            Assert.Equal(1, (await ChildProgram.Run(_data.FullName, [])).ExitCode);
            Assert.Equal(0, await first.Terminate());
        }

        var (second, _) = await ChildProgram.Serve(_data.FullName);
        using (second)
        {
            Assert.Equal(0, await second.Terminate());
            Assert.Contains("as it was", second.Output, StringComparison.Ordinal);
            Assert.Contains("as they were", second.Output, StringComparison.Ordinal);
            Assert.DoesNotContain("Unhandled", second.Errors, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("imprt", "bills.csv")]
    [InlineData("import")]
    [InlineData("import", "no-such-file.csv")]
    [InlineData("import", "/dev/null", "--kind", "cheese")]
    [InlineData("key", "create", "--user", "auditor@demo")]
    [InlineData("user", "create", "--name", "x", "--role", "king")]
    [InlineData("user", "create", "--name", "x", "--role", "facility")]
    [InlineData("evaluate", "--year", "last")]
    [InlineData("--wibble")]
    public async Task What_it_does_not_understand_is_one_line_and_exit_code_2(params string[] arguments)
    {
        var (code, output, errors) = await ChildProgram.Run(_data.FullName, arguments);

        Assert.Equal(2, code);
        Assert.Empty(output);
        Assert.Single(errors.TrimEnd().Split('\n'));
        Assert.Empty(_data.EnumerateFileSystemInfos());
    }

    [Fact]
    public async Task A_killed_import_leaves_the_data_as_before_and_a_backup_comes_back()
    {
        await Do("import", [.. TownFiles("institutions.csv", "buildings.csv"), ManyMeters()]);
        await Do("backup", "before.backup");
        var bills = ManyBills();

        using (var import = ChildProgram.Begin(_data.FullName, "import", bills))
        {
            await Task.Delay(TimeSpan.FromSeconds(2));
            await import.Kill();
        }

        Assert.Contains("new 60000", await Do("import", bills), StringComparison.Ordinal);
        await Do("verify");
        await Do("restore", "before.backup");
        Assert.Contains("new 60000", await Do("import", bills), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_database_is_found_and_left_as_it_is_by_verify_and_replaced_and_kept_by_restore()
    {
        await Do("import", [.. TownFiles("institutions.csv")]);
        await Do("backup", "sound.backup");
        var file = Path.Combine(_data.FullName, "quota.db");
        var damaged = await File.ReadAllBytesAsync(file);
        Array.Fill(damaged, (byte)'x', 0, 8192);
        await File.WriteAllBytesAsync(file, damaged);

        var (code, _, errors) = await ChildProgram.Run(_data.FullName, ["verify"]);
        Assert.Equal(1, code);
        Assert.StartsWith("BAD tables: ", errors, StringComparison.Ordinal);
        Assert.Equal(damaged, await File.ReadAllBytesAsync(file));

        Assert.Contains("before-restore-1", await Do("restore", "sound.backup"), StringComparison.Ordinal);
        Assert.Equal(damaged, await File.ReadAllBytesAsync(file + ".before-restore-1"));
        Assert.Contains("proof sheets", await Do("verify"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_makes_no_database_where_there_is_none()
    {
        Assert.Equal(1, (await ChildProgram.Run(_data.FullName, ["verify"])).ExitCode);
        Assert.Empty(_data.EnumerateFiles("quota.db*"));
    }

    /// <summary>A verb that has to succeed; returns its output.</summary>
    private async Task<string> Do(string verb, params string[] arguments)
    {
        var (code, output, errors) = await ChildProgram.Run(_data.FullName, [verb, .. arguments]);
        Assert.True(code == 0, $"{verb}: {errors}");
        return output;
    }

    private IEnumerable<string> TownFiles(params string[] names) =>
        Town.Texts.Where(file => names.Contains(file.Name)).Select(file => Write(file.Name, file.Text));

    private string ManyMeters() => Write("many-meters.csv", string.Concat(Enumerable.Range(0, Meters)
        .Select(i => $"M{i},{Town.Odd}-1,{Town.Odd},,electricity,kWh,general,1,2020-01-01,\n")
        .Prepend("code,building_code,institution_code,parent_code,carrier,unit,purpose,multiplier,active_from,active_to\n")));

    /// <summary>A bill a day for each meter.</summary>
    private string ManyBills()
    {
        var lines = new StringBuilder(Town.BillHeader);
        for (var i = 0; i < Meters * DaysBilled; i++)
        {
            var day = new DateOnly(2020, 1, 1).AddDays(i / Meters);
            lines.Append(CultureInfo.InvariantCulture, $"{Town.Odd},{Town.Odd}-1,M{i % Meters},electricity,")
                .Append(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd},{day.AddDays(1):yyyy-MM-dd},{i}.5,kWh,,actual,\n");
        }

        return Write("many-bills.csv", lines.ToString());
    }

    private string Write(string name, string text)
    {
        var file = Path.Combine(_data.FullName, name);
        File.WriteAllText(file, text);
        return file;
    }

    private static async Task<HttpStatusCode> Read(Uri url, string credentials)
    {
        using var client = new HttpClient { BaseAddress = url };
        var basic = Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials));
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", basic);
        using var answer = await client.GetAsync("/odata/Regions?$top=1");
        return answer.StatusCode;
    }
}
