using BuildingQuota.Features.Access;
using BuildingQuota.Testing;

namespace BuildingQuota.Features.Tests.Access;

public sealed class FailedAttemptsTests
{
    private readonly FixedClock _clock = new();

    [Fact]
    public void Four_failures_cost_nothing_and_from_the_fifth_on_the_pause_doubles()
    {
        var attempts = new FailedAttempts(_clock);
        var pauses = Enumerable.Range(1, 8).Select(_ => Fail(attempts).TotalSeconds).ToArray();

        Assert.Equal([0, 0, 0, 0, 2, 4, 8, 16], pauses);
    }

    [Fact]
    public void The_pause_is_never_longer_than_five_minutes_and_ends()
    {
        var attempts = new FailedAttempts(_clock);
        for (var i = 0; i < 40; i++) Fail(attempts);

        Assert.Equal(TimeSpan.FromMinutes(5), attempts.PauseFor("key", "here"));
        _clock.Now = _clock.Now.AddMinutes(5);
        Assert.Equal(TimeSpan.Zero, attempts.PauseFor("key", "here"));
    }

    [Fact]
    public void The_owner_elsewhere_is_not_locked_out_and_success_forgets()
    {
        var attempts = new FailedAttempts(_clock);
        for (var i = 0; i < 6; i++) Fail(attempts);

        Assert.Equal(TimeSpan.Zero, attempts.PauseFor("key", "elsewhere"));
        attempts.Succeeded("key", "here");
        Assert.Equal(TimeSpan.Zero, attempts.PauseFor("key", "here"));
    }

    private static TimeSpan Fail(FailedAttempts attempts)
    {
        attempts.Failed("key", "here");
        return attempts.PauseFor("key", "here");
    }
}
