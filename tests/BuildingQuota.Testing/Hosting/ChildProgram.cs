using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace BuildingQuota.Testing.Hosting;

/// <summary>The built program as a process of its own, in a data directory that is given: what a test host would hide shows here.</summary>
public sealed class ChildProgram : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();

    private ChildProgram(string dataDirectory, string[] arguments, string? input)
    {
        var start = new ProcessStartInfo("dotnet", [Dll, .. arguments])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true,
            WorkingDirectory = dataDirectory,
        };
        start.Environment["BuildingQuota__DataDirectory"] = dataDirectory;
        start.Environment["BuildingQuota__Seed__Demo"] = "false";
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["LC_ALL"] = "C.UTF-8";
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Keep(_output, line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(_errors, line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        if (input is not null) _process.StandardInput.WriteLine(input);
        _process.StandardInput.Close();
    }

    /// <summary>Built by the Web project itself, with its own deps.json.</summary>
    private static string Dll =>
        RepositoryRoot.File(".artifacts", "bin", "BuildingQuota.Web", Configuration, "BuildingQuota.Web.dll");

    private static string Configuration => Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));

    public string Output => Read(_output);

    public string Errors => Read(_errors);

    public static ChildProgram Begin(string dataDirectory, params string[] arguments) => new(dataDirectory, arguments, null);

    /// <summary>Runs a verb to its end.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> Run(
        string dataDirectory, string[] arguments, string? input = null)
    {
        using var program = new ChildProgram(dataDirectory, arguments, input);
        var exitCode = await program.Ended();
        return (exitCode, program.Output, program.Errors);
    }

    /// <summary>A server on a free port; returns when it is ready.</summary>
    public static async Task<(ChildProgram Program, Uri Url)> Serve(string dataDirectory)
    {
        var url = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort()}"));
        var program = Begin(dataDirectory, "--urls", url.ToString());
        using var client = new HttpClient { BaseAddress = url };
        using var patience = new CancellationTokenSource(Patience);
        while (!await IsReady(client, patience.Token))
        {
            if (program._process.HasExited) throw new InvalidOperationException($"It ended: {program.Output} {program.Errors}");
            await Task.Delay(100, patience.Token);
        }

        return (program, url);
    }

    /// <summary>SIGTERM, as systemd and containers stop a service; returns the exit code.</summary>
    public async Task<int> Terminate()
    {
        using (Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)])) { }
        return await Ended();
    }

    /// <summary>SIGKILL: no goodbye.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await Ended();
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }

    private async Task<int> Ended()
    {
        using var patience = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    private static async Task<bool> IsReady(HttpClient client, CancellationToken stop)
    {
        try
        {
            using var answer = await client.GetAsync("/health/ready", stop);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static void Keep(StringBuilder lines, string? line)
    {
        if (line is null) return;
        lock (lines) lines.AppendLine(line);
    }

    private static string Read(StringBuilder lines)
    {
        lock (lines) return lines.ToString();
    }
}
