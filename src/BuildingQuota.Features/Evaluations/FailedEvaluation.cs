using BuildingQuota.Domain.Rules;

namespace BuildingQuota.Features.Evaluations;

/// <summary>Institutions whose records could not be evaluated; what was said of them before stands, and they stay marked.</summary>
public sealed record FailedEvaluation(IReadOnlyList<string> Institutions, string RuleCode, string Message)
{
    internal static FailedEvaluation Of(IReadOnlyList<string> institutions, Exception broken) => broken switch
    {
        RuleBrokenException rule => new(institutions, rule.Code, rule.Message),
        OverflowException => new(institutions, "evaluation.overflow", "A figure is larger than can be counted."),
        _ => new(institutions, "evaluation.failed", broken.Message),
    };
}
