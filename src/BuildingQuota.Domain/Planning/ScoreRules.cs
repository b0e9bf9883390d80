using System.Globalization;
using BuildingQuota.Domain.Rules;

namespace BuildingQuota.Domain.Planning;

/// <summary>What a row of a score rule set is a step of (domain §5.4–5.5).</summary>
public enum ScoreScale { ModelA, ModelABonus, ModelB, GradedBy, Grade, Warning, WarningTotal }

/// <summary>One published step: from <see cref="AtLeast"/> on, this many points; where there is no number to reach, its word says when.</summary>
public sealed class ScoreRule
{
    public required long Id { get; init; }

    public required string SetCode { get; init; }

    public required ScoreScale Scale { get; init; }

    public required string Step { get; init; }

    public decimal? AtLeast { get; init; }

    public decimal? Points { get; init; }

    public required string Source { get; init; }

    public required string Confidence { get; init; }
}

/// <summary>超额完成、完成、基本完成、未完成.</summary>
public enum PlanGrade { NotCompleted, BasicallyCompleted, Completed, Exceeded }

/// <summary>
/// How a year under a plan is scored: two models, the grade's bounds and the barometer's cut-offs, all of them data
/// (seed/score_rules.csv; docs/rules/plan-score.md). A value on a step has reached it.
/// </summary>
public sealed class ScoreRuleSet
{
    private readonly ILookup<ScoreScale, ScoreRule> _rules;

    public ScoreRuleSet(string code, IReadOnlyList<ScoreRule> rules)
    {
        (Code, Rules) = (code, rules);
        _rules = rules.OrderByDescending(rule => rule.AtLeast).ToLookup(rule => rule.Scale);
        var missing = Enum.GetValues<ScoreScale>().Where(scale => scale != ScoreScale.ModelABonus && !_rules.Contains(scale)).ToArray();
        if (missing.Length > 0)
            throw new RuleBrokenException(
                "score-rules.incomplete", $"{code} has no row of {string.Join(", ", missing)}.", "Publish the set with all its scales.");
    }

    public string Code { get; }

    public IReadOnlyList<ScoreRule> Rules { get; }

    /// <summary>The full marks of model A, without its bonus.</summary>
    public decimal FullA => _rules[ScoreScale.ModelA].Max(rule => rule.Points) ?? 0;

    public decimal FullB => _rules[ScoreScale.ModelB].Max(rule => rule.Points) ?? 0;

    /// <summary>The model whose points the grade is made of.</summary>
    public ScoreScale GradedBy => Word<ScoreScale>(_rules[ScoreScale.GradedBy].First());

    /// <summary>Points for the part of the year's decline that was achieved, in percent, with what is given for more than all of it.</summary>
    public decimal ModelA(decimal completionPercent) =>
        Reached(ScoreScale.ModelA, completionPercent)?.Points + (Reached(ScoreScale.ModelABonus, completionPercent)?.Points ?? 0) ?? 0;

    public decimal ModelB(bool annualMet, bool cumulativeMet)
    {
        var step = (annualMet, cumulativeMet) switch
        {
            (true, true) => "both",
            (false, true) => "cumulative",
            (true, false) => "annual",
            _ => "neither",
        };
        return _rules[ScoreScale.ModelB].First(rule => rule.Step == step).Points ?? 0;
    }

    public PlanGrade Grade(decimal percentOfFull) =>
        Reached(ScoreScale.Grade, percentOfFull) is { } rule ? Word<PlanGrade>(rule) : PlanGrade.NotCompleted;

    /// <summary>1 worst … 3, by decline achieved to date ÷ decline required to date.</summary>
    public int Warning(decimal quotient) => Level(ScoreScale.Warning, quotient);

    /// <summary>1 worst … 3, by cap ÷ total.</summary>
    public int WarningTotal(decimal quotient) => Level(ScoreScale.WarningTotal, quotient);

    /// <summary>The numbers in one line, to be kept beside every score that was made with them.</summary>
    public string Parameters => string.Join("; ", Enum.GetValues<ScoreScale>().Where(_rules.Contains).Select(scale =>
        $"{Words.ToWord(scale)} " + string.Join(' ', _rules[scale].Select(Text))));

    private T Word<T>(ScoreRule rule) where T : struct, Enum => Words.TryParse<T>(rule.Step, out var word) ? word
        : throw new RuleBrokenException("score-rules.unknown-word", $"{Code}: '{rule.Step}' is none of {string.Join(", ", Words.All<T>())}.");

    private static string Text(ScoreRule rule) => (rule.AtLeast, rule.Points) switch
    {
        ({ } least, { } points) => FormattableString.Invariant($"{least.ToString("0.####", CultureInfo.InvariantCulture)}:{points:0.####}"),
        ({ } least, null) => $"{rule.Step}>={least.ToString("0.####", CultureInfo.InvariantCulture)}",
        (null, { } points) => $"{rule.Step}:{points.ToString("0.####", CultureInfo.InvariantCulture)}",
        _ => rule.Step,
    };

    private int Level(ScoreScale scale, decimal quotient) => (int)(Reached(scale, quotient)?.Points ?? 1);

    private ScoreRule? Reached(ScoreScale scale, decimal value) => _rules[scale].FirstOrDefault(rule => value >= rule.AtLeast);
}
