using System.Diagnostics;
using BuildingQuota.Data.Access;
using BuildingQuota.Domain.Access;
using BuildingQuota.Domain.Rules;

namespace BuildingQuota.Web.Hosting.Start;

/// <summary>
/// Runs the steps of the start once the server listens (so that a taken port is known before anything is touched). The first start
/// does the work; every later one finds it done.
/// </summary>
internal sealed class FirstStart(
    IServiceScopeFactory scopes, StartState state, StartProgress progress, IHostApplicationLifetime lifetime, ILogger<FirstStart> log)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Listening(stoppingToken);
            progress.Say("BuildingQuota is getting ready");
            foreach (var type in StartSteps.InOrder) await Run(type, stoppingToken);
            state.Done();
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Welcome>().Say(progress);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            state.Stopped();
        }
        catch (Exception failure)
        {
            Fail(failure);
        }
    }

    private async Task Run(Type type, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentScope>().Use(AccessScope.Everything);
        var step = (IStartStep)scope.ServiceProvider.GetRequiredService(type);
        progress.Now(step.Name, "begun");
        var began = Stopwatch.GetTimestamp();
        var outcome = await step.Run(progress, stop);
        progress.Ended(step.Name, outcome, Stopwatch.GetElapsedTime(began));
    }

    private async Task Listening(CancellationToken stop)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var on = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stop);
    }

    private void Fail(Exception failure)
    {
        state.Failed(failure);
        if (failure is RuleBrokenException rule)
            log.LogCritical("The start failed at {Step}. {Code}: {Message} {Remedy}", state.Step, rule.Code, rule.Message, rule.Remedy);
        else log.LogCritical(failure, "The start failed at {Step}.", state.Step);
        lifetime.StopApplication();
    }
}
