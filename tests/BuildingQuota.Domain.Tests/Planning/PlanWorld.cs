using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;

namespace BuildingQuota.Domain.Tests.Planning;

/// <summary>One subject under one plan of the prefecture, with the published score rules.</summary>
internal static class PlanWorld
{
    public const string Region = "654200";

    public static readonly Subject Subject = new(SubjectKind.Institution, "I1");

    public static Plan Plan(TargetPath path = TargetPath.Geometric) => new()
    {
        Code = "P", Name = "P", RegionCode = Region, BaseYear = 2020, EndYear = 2025, Path = path, Source = "", Confidence = "",
    };

    public static PlanTarget Target(decimal rate = 5) => new()
    {
        Id = 1, PlanCode = "P", Indicator = Indicator.EnergyPerArea, CumulativeRatePercent = rate, Source = "", Confidence = "",
    };

    public static PlanRecords Records(TargetPath path = TargetPath.Geometric, decimal rate = 5) =>
        new(Plan(path), Target(rate)) { ScoreRules = [.. Rules("CN-GOAL", 60), .. Rules("SHAOYANG-2022", 65)] };

    public static FrozenBase Frozen(decimal value, BaseSource source = BaseSource.Evaluated) => new()
    {
        Id = 1, PlanCode = "P", SubjectKind = Subject.Kind, SubjectCode = Subject.Code, InstitutionCode = "I1", Indicator = Indicator.EnergyPerArea,
        BaseValue = value, SourceKind = source, FrozenBy = "evaluation", FrozenAt = default,
    };

    public static PlanBase Filed(decimal value) => new()
    {
        Id = 1, PlanCode = "P", SubjectKind = Subject.Kind, SubjectCode = Subject.Code, InstitutionCode = "I1", Indicator = Indicator.EnergyPerArea,
        BaseValue = value, Source = "", ImportId = 1,
    };

    public static PlanOverride Order(int year, OverrideKind kind, decimal? amount, string region = Region, Indicator indicator = Indicator.EnergyPerArea) => new()
    {
        Id = year, PlanCode = "P", RegionCode = region, Indicator = indicator, Year = year, Kind = kind, Amount = amount, Reason = "r",
        Source = "s", EnteredBy = "officer", EnteredAt = default,
    };

    public static PlanOutcome? Find(int year, PlanRecords records, EvaluationRules? rules = null, params (int Year, decimal Value)[] known) =>
        PlanOutcomes.Find(new PlanQuestion(A.Path, Subject, Indicator.EnergyPerArea, year), records.Book, rules ?? new EvaluationRules(),
            (_, _, asked) => known.Where(row => row.Year == asked).Select(row => (decimal?)row.Value).FirstOrDefault());

    /// <summary>A year whose base, last value and target are given plainly: the arithmetic of a score alone.</summary>
    public static PlanProgress Progress(decimal last, decimal target, decimal actual, decimal? first = null, decimal baseValue = 100, string set = "CN-GOAL") =>
        new(actual, new PlanOutcome(new PlanMatch(Plan(), Target()), baseValue, target, first ?? target)
        {
            LastActual = last, EndValue = baseValue * 0.95m, ScoreRules = Records().Book.ScoreRulesOf(set),
        });

    /// <summary>As seed/score_rules.csv has them.</summary>
    private static IEnumerable<ScoreRule> Rules(string set, decimal basic)
    {
        (ScoreScale Scale, string Step, decimal? AtLeast, decimal? Points)[] rows =
        [
            (ScoreScale.ModelA, "100", 100, 40), (ScoreScale.ModelA, "90", 90, 36), (ScoreScale.ModelA, "80", 80, 32),
            (ScoreScale.ModelA, "70", 70, 28), (ScoreScale.ModelA, "60", 60, 24), (ScoreScale.ModelA, "50", 50, 20),
            (ScoreScale.ModelABonus, "110", 110, 3), (ScoreScale.ModelABonus, "120", 120, 6), (ScoreScale.ModelABonus, "130", 130, 9),
            (ScoreScale.ModelB, "both", null, 60), (ScoreScale.ModelB, "cumulative", null, 55), (ScoreScale.ModelB, "annual", null, 40),
            (ScoreScale.ModelB, "neither", null, 0), (ScoreScale.GradedBy, "model_b", null, null), (ScoreScale.Grade, "exceeded", 95, null),
            (ScoreScale.Grade, "completed", 80, null), (ScoreScale.Grade, "basically_completed", basic, null),
            (ScoreScale.Warning, "level_3", 1, 3), (ScoreScale.Warning, "level_2", 0.8m, 2),
            (ScoreScale.WarningTotal, "level_3", 1, 3), (ScoreScale.WarningTotal, "level_2", 0.95m, 2),
        ];
        return rows.Select((row, i) => new ScoreRule
        {
            Id = i, SetCode = set, Scale = row.Scale, Step = row.Step, AtLeast = row.AtLeast, Points = row.Points, Source = "", Confidence = "sure",
        });
    }
}

/// <summary>What a test's plan book is made of.</summary>
internal sealed record PlanRecords(Plan Plan, PlanTarget Target)
{
    public IReadOnlyList<PlanBase> Bases { get; init; } = [];

    public IReadOnlyList<FrozenBase> Frozen { get; init; } = [];

    public IReadOnlyList<PlanOverride> Overrides { get; init; } = [];

    public IReadOnlyList<PlanCap> Caps { get; init; } = [];

    public IReadOnlyList<ScoreRule> ScoreRules { get; init; } = [];

    public PlanBook Book => new([Plan], [Target], Bases) { Frozen = Frozen, Overrides = Overrides, Caps = Caps, ScoreRules = ScoreRules };
}
