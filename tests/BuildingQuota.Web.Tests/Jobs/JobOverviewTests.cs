using BuildingQuota.Data;
using BuildingQuota.Domain.Rules;
using BuildingQuota.Features.Metering;
using BuildingQuota.Testing.Databases;
using BuildingQuota.Testing.Hosting;
using BuildingQuota.Web.Jobs;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Web.Tests.Jobs;

public sealed class JobOverviewTests
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_job_run_now_tells_how_it_went_and_what_it_found_stands_in_the_trail(DatabaseProvider provider)
    {
        var app = await QuotaApp.Shared(provider);

        await app.Do<JobOverview>(jobs => jobs.RunNow("late-bills-monthly", CancellationToken.None));
        var state = await Ended(app, "late-bills-monthly");

        Assert.Equal(JobOutcome.Succeeded, state.Outcome);
        Assert.NotNull(state.NextRun);
        Assert.Contains("late with their bills", state.Log, StringComparison.Ordinal);
        await app.Do<QuotaDb>(async db => Assert.True(await db.AuditEvents.AnyAsync(
            line => line.Action == FindLateBills.Action && line.Subject == Town.Odd)));
    }

    [Fact]
    public async Task The_jobs_are_known_and_no_other()
    {
        var app = await QuotaApp.Shared(DatabaseProvider.Sqlite);
        IReadOnlyList<JobState> found = [];
        await app.Do<JobOverview>(async jobs => found = await jobs.Run(CancellationToken.None));

        Assert.Equal(["evaluate-changed", "evaluate-nightly", "late-bills-monthly"], found.Select(job => job.Name));
        await Assert.ThrowsAsync<RuleBrokenException>(() => app.Do<JobOverview>(jobs => jobs.RunNow("none", CancellationToken.None)));
    }

    private static async Task<JobState> Ended(QuotaApp app, string name)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (true)
        {
            JobState? state = null;
            await app.Do<JobOverview>(async jobs => state = (await jobs.Run(patience.Token)).Single(job => job.Name == name));
            if (state is { Outcome: not JobOutcome.NeverRan, IsRunning: false }) return state;
            await Task.Delay(100, patience.Token);
        }
    }
}
