using BuildingQuota.Domain.Quotas;

namespace BuildingQuota.Domain.Evaluations;

/// <summary>
/// What a region's bureau decided where design §4.3 says configurable, for its subtree and from a year on. Never edited: other values for
/// the same region and year are a new set that supersedes this one.
/// </summary>
public sealed class RuleSet
{
    public required long Id { get; init; }

    public required string Code { get; init; }

    public required string RegionCode { get; init; }

    /// <summary>The first year that is evaluated by it.</summary>
    public required int FromYear { get; init; }

    public required decimal Coverage { get; init; }

    public required decimal ProvisionalShare { get; init; }

    /// <summary>Indicators in which PV self-use is deducted, separated by spaces; empty for none.</summary>
    public required string PvDeductedIn { get; init; }

    public required bool RelaxAfterOverAchievement { get; init; }

    /// <summary>The score rule set; null for the default.</summary>
    public string? ScoreRules { get; init; }

    public required string Source { get; init; }

    /// <summary>Null for what came with the reference data.</summary>
    public long? ImportId { get; init; }

    public long? SupersededById { get; init; }

    public EvaluationRules Rules => new(Coverage)
    {
        RuleSet = Code, ProvisionalShare = ProvisionalShare, RelaxAfterOverAchievement = RelaxAfterOverAchievement,
        PvDeductedIn = [.. PvDeductedIn.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<Indicator>)],
        ScoreRules = ScoreRules ?? new EvaluationRules().ScoreRules,
    };
}
