using BuildingQuota.Web.Hosting.Start;
using BuildingQuota.Web.Verbs;
using Microsoft.AspNetCore.Connections;

namespace BuildingQuota.Web.Hosting;

/// <summary>Runs the server until it is told to stop; what keeps it from starting is one line and exit code 1.</summary>
public static class Serving
{
    public static async Task<int> Serve(this WebApplication app)
    {
        using var instance = InstanceLock.Take(app.Services.GetRequiredService<BuildingQuotaSettings>().DataPath);
        try
        {
            await app.StartAsync();
        }
        catch (IOException taken) when (taken.InnerException is AddressInUseException)
        {
            throw new CannotStartException(
                $"{taken.Message.TrimEnd('.')}: stop what listens there, or choose another address with --urls http://localhost:5081.");
        }

        await app.WaitForShutdownAsync();
        var failed = app.Services.GetRequiredService<StartState>().HasFailed;
        await app.DisposeAsync();
        return failed ? CommandLine.Failed : CommandLine.Succeeded;
    }

    /// <summary>Turns what keeps the program from starting into a line for the person at the console.</summary>
    public static async Task<int> OrSayWhyNot(this Task<int> run)
    {
        try
        {
            return await run;
        }
        catch (CannotStartException reason)
        {
            await Console.Error.WriteLineAsync(reason.Message);
            return CommandLine.Failed;
        }
    }
}
