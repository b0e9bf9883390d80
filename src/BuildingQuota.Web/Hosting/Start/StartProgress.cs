using System.Diagnostics;
using System.Globalization;

namespace BuildingQuota.Web.Hosting.Start;

/// <summary>Tells the start to whoever looks: a person at the console in Development, the log elsewhere, health everywhere.</summary>
internal sealed class StartProgress(StartState state, IHostEnvironment environment, ILogger<StartProgress> log)
{
    private readonly Stopwatch _whole = Stopwatch.StartNew();

    public TimeSpan Elapsed => _whole.Elapsed;

    /// <summary>How far the step is; shown by health and by the waiting page.</summary>
    public void Now(string step, string detail) => state.Now($"{step}: {detail}");

    public void Ended(string step, string outcome, TimeSpan took) =>
        Say(string.Create(CultureInfo.InvariantCulture, $"  {step,-16} {outcome}  ({took.TotalSeconds:0.0} s)"));

    /// <summary>For people only: never a password in a log.</summary>
    public void SayToPerson(string lines)
    {
        if (environment.IsDevelopment()) Console.WriteLine(lines);
    }

    public void Say(string line)
    {
        if (environment.IsDevelopment()) Console.WriteLine(line);
        else log.LogInformation("{Line}", line.Trim());
    }
}
