using BuildingQuota.Domain.Quotas;
using BuildingQuota.Domain.Rules;

namespace BuildingQuota.Domain.Tests.Quotas;

/// <summary>docs/rules/quota-set.md: what may follow what, and who may do it.</summary>
public sealed class StandardLifeTests
{
    private static readonly (StandardState From, StandardAction Action, StandardState To)[] Steps =
    [
        (StandardState.Draft, StandardAction.Review, StandardState.Reviewed), (StandardState.Reviewed, StandardAction.Return, StandardState.Draft),
        (StandardState.Reviewed, StandardAction.Publish, StandardState.Published),
        (StandardState.Published, StandardAction.Supersede, StandardState.Superseded),
    ];

    [Fact]
    public void Four_steps_are_allowed_and_no_other()
    {
        foreach (var state in Enum.GetValues<StandardState>())
            foreach (var action in Enum.GetValues<StandardAction>())
            {
                if (Array.Find(Steps, step => step.From == state && step.Action == action) is { To: var to } step && step != default)
                    Assert.Equal(to, StandardLife.Next(state, action));
                else Assert.Equal("quota-set.wrong-state", Assert.Throws<RuleBrokenException>(() => StandardLife.Next(state, action)).Code);
                Assert.Equal(Steps.Any(one => one.From == state && one.Action == action), StandardLife.Allows(state, action));
            }
    }

    [Fact]
    public void Whoever_drafted_a_set_neither_reviews_nor_publishes_it()
    {
        var set = Draft();
        Assert.Equal("quota-set.same-person", Assert.Throws<RuleBrokenException>(() => set.Take(StandardAction.Review, "ANNA")).Code);
        set.Take(StandardAction.Review, "ben");
        Assert.Equal("quota-set.same-person", Assert.Throws<RuleBrokenException>(() => set.Take(StandardAction.Publish, "anna")).Code);
        set.Take(StandardAction.Publish, "ben");
        Assert.Equal(StandardState.Published, set.State);
    }

    [Fact]
    public void Only_a_draft_changes_and_only_what_was_published_judges()
    {
        var set = Draft();
        set.RequireDraft();
        Assert.False(set.MayJudge);
        set.Take(StandardAction.Review, "ben");
        Assert.False(set.MayJudge);
        Assert.Equal("quota-set.not-a-draft", Assert.Throws<RuleBrokenException>(set.RequireDraft).Code);
        set.Take(StandardAction.Publish, "ben");
        Assert.True(set.MayJudge);
        set.Take(StandardAction.Supersede, "carl");
        Assert.True(set.MayJudge);
    }

    private static QuotaStandard Draft() =>
        new QuotaStandard { Code = "S", Name = "S", CoefficientSet = "STAT", Source = "", Confidence = "sure" }.AsDraft("anna", "100000/", null);
}
