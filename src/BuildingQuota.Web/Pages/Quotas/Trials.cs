using System.Collections.Concurrent;
using System.Threading.Channels;
using BuildingQuota.Data;
using BuildingQuota.Data.Access;
using BuildingQuota.Domain.Rules;
using BuildingQuota.Features.Access;
using BuildingQuota.Features.Quotas.Trying;

namespace BuildingQuota.Web.Pages.Quotas;

/// <summary>One trial on its way: what was asked, by whom, how far it is, and what came of it.</summary>
public sealed class Trial(Account owner, RunWhatIf.Request request)
{
    public Guid Id { get; } = Guid.CreateVersion7();

    public Account Owner { get; } = owner;

    public RunWhatIf.Request Request { get; } = request;

    public WhatIfProgress? Progress { get; set; }

    /// <summary>The stored run, when it is done.</summary>
    public long? RunId { get; set; }

    /// <summary>The rule that it broke, or <c>what-if.broke</c>.</summary>
    public string? Failure { get; set; }
}

/// <summary>Trials wait here for the worker, so that no request lasts as long as one; the last ones are remembered for their pages.</summary>
public sealed class WaitingTrials
{
    private const int Longest = 8;
    private const int Remembered = 50;

    private readonly Channel<Trial> _waiting = Channel.CreateBounded<Trial>(Longest);
    private readonly ConcurrentDictionary<Guid, Trial> _known = new();

    public ChannelReader<Trial> Waiting => _waiting.Reader;

    /// <summary>Null when too many are waiting already.</summary>
    public Trial? TryAdd(Account owner, RunWhatIf.Request request)
    {
        var trial = new Trial(owner, request);
        if (!_waiting.Writer.TryWrite(trial)) return null;
        _known[trial.Id] = trial;
        foreach (var old in _known.Values.Where(one => one.RunId is not null || one.Failure is not null)
            .OrderByDescending(one => one.Id).Skip(Remembered))
            _known.TryRemove(old.Id, out _);
        return trial;
    }

    /// <summary>Only its owner finds it on its way; the stored run is everybody's in scope.</summary>
    public Trial? Find(Guid id, Account? owner) => _known.TryGetValue(id, out var trial) && trial.Owner.Id == owner?.Id ? trial : null;
}

/// <summary>Takes one trial after the other, as its owner, within what the owner may see.</summary>
public sealed class TrialWorker(WaitingTrials queue, IServiceScopeFactory scopes, ILogger<TrialWorker> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var trial in queue.Waiting.ReadAllAsync(stoppingToken)) await Take(trial, stoppingToken);
    }

    private async Task Take(Trial trial, CancellationToken stop)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var services = scope.ServiceProvider;
            services.GetRequiredService<CurrentScope>().Use(await services.GetRequiredService<QuotaDb>().ScopeOf(trial.Owner, stop));
            services.GetRequiredService<CurrentPerson>().Use(trial.Owner);
            trial.RunId = await services.GetRequiredService<RunWhatIf>().Run(trial.Request, new Latest(trial), stop);
        }
        catch (RuleBrokenException rule)
        {
            trial.Failure = rule.Code;
        }
        catch (Exception failure) // the worker outlives whatever one trial does; the log keeps the reason
        {
            log.LogError(failure, "Trial {Trial} broke", trial.Id);
            trial.Failure = "what-if.broke";
        }
    }

    /// <summary>Keeps the last word only, on the thread that says it.</summary>
    private sealed class Latest(Trial trial) : IProgress<WhatIfProgress>
    {
        public void Report(WhatIfProgress value) => trial.Progress = value;
    }
}
