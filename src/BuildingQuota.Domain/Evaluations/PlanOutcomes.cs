using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;

namespace BuildingQuota.Domain.Evaluations;

/// <summary>What a plan asks of a subject in a year (docs/rules/plan-path.md).</summary>
public static class PlanOutcomes
{
    /// <summary>Base from the base year's own evaluation, else as filed; null without a plan or without a base.</summary>
    public static PlanOutcome? Find(PlanQuestion question, PlanBook plans, PlanHistory history)
    {
        var (subject, indicator, year) = (question.Subject, question.Indicator, question.Year);
        if (plans.Find(question.RegionPath, indicator, year) is not { } match) return null;
        var filed = plans.FiledBase(match.Plan.Code, subject, indicator)?.BaseValue;
        if ((history(subject, indicator, match.Plan.BaseYear) ?? filed) is not { } baseValue || baseValue <= 0) return null;

        var path = match.PathFrom(baseValue);
        var k = year - match.Plan.BaseYear;
        return new PlanOutcome(match, baseValue, path.Binding(k, history(subject, indicator, year - 1)), path.Original(k));
    }
}

/// <summary>Whose indicator in which year, and where the subject stands.</summary>
public sealed record PlanQuestion(string RegionPath, Subject Subject, Indicator Indicator, int Year);
