using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;

namespace BuildingQuota.Domain.Tests.Evaluations;

/// <summary>The records of one community, run through the engine for one closed year.</summary>
internal sealed record Judged(IReadOnlyList<InstitutionYear> Years)
{
    public InstitutionYear One => Years.Single();

    public static Judged Of(CommunityRecords records, string set = "STAT", params Quota[] quotas) => Of(records, set, 2025, quotas);

    public static Judged Of(CommunityRecords records, string set, int year, params Quota[] quotas)
    {
        var evaluator = new YearEvaluator(A.Book(set, quotas), new EvaluationRules());
        return new Judged(evaluator.Evaluate(new Community(records, A.Conversions), year, closed: true, (_, _, _) => null));
    }

    public Verdict Of(Indicator indicator, string institution = "I1") => Verdict(new Subject(SubjectKind.Institution, institution), indicator);

    public Verdict OfBuilding(Indicator indicator, string building) => Verdict(new Subject(SubjectKind.Building, building), indicator);

    private Verdict Verdict(Subject subject, Indicator indicator) => Years.SelectMany(year => year.Verdicts)
        .Single(verdict => verdict.Subject == subject && verdict.Definition.Indicator == indicator);
}
