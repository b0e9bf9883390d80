using System.Collections.Concurrent;
using BuildingQuota.Data;
using BuildingQuota.Domain.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BuildingQuota.Features.Access;

/// <summary>When each key was last used: kept in memory and written once a minute, so that no reader ever waits for a writer.</summary>
public sealed class KeyUse(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> _seen = new();

    public void Saw(string keyId) => _seen[keyId] = clock.GetUtcNow();

    public async Task Write(QuotaDb db, CancellationToken stop)
    {
        foreach (var (id, at) in _seen.ToArray())
        {
            await db.ApiKeys.Where(key => key.Id == id).ExecuteUpdateAsync(set => set.SetProperty(key => key.LastUsedAt, at), stop);
            _seen.TryRemove(new(id, at));
        }
    }
}

/// <summary>Writes <see cref="KeyUse"/> once a minute, and once more at the end.</summary>
internal sealed class KeyUseWriter(KeyUse use, QuotaDbFactory databases, TimeProvider clock, ILogger<KeyUseWriter> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var minute = new PeriodicTimer(TimeSpan.FromMinutes(1), clock);
        try
        {
            while (await minute.WaitForNextTickAsync(stoppingToken)) await Write(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            await Write(CancellationToken.None);
        }
    }

    private async Task Write(CancellationToken stop)
    {
        try
        {
            await using var db = databases.Create(AccessScope.Nothing);
            await use.Write(db, stop);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogWarning(failure, "When keys were last used could not be written; the next minute tries again.");
        }
    }
}
