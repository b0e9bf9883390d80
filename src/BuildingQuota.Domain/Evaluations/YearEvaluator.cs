using BuildingQuota.Domain.Institutions;
using BuildingQuota.Domain.Metering;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;

namespace BuildingQuota.Domain.Evaluations;

/// <summary>What one institution's year came to: its rows and subjects always, its verdicts when the year is closed.</summary>
public sealed record InstitutionYear(Institution Institution, int Year)
{
    public required IReadOnlyList<MonthlyUse> Rows { get; init; }

    /// <summary>The institution first, then its buildings.</summary>
    public required IReadOnlyList<SubjectYear> Subjects { get; init; }

    public required IReadOnlyList<Verdict> Verdicts { get; init; }
}

/// <summary>
/// From bills to verdicts, for one community and year: bills are shared to months, sub-meters taken out of main meters, remainders
/// allocated to buildings, rows rounded once and added up, divided by time-weighted denominators and judged (docs/rules/README.md).
/// </summary>
public sealed class YearEvaluator(ReferenceBook book, EvaluationRules rules)
{
    /// <summary>Changes whenever the same inputs would give another result.</summary>
    public const string EngineVersion = "1";

    public IReadOnlyList<InstitutionYear> Evaluate(Community community, int year, bool closed, PlanHistory history)
    {
        var weights = new AllocationWeights(community.Allocations, community.Areas, community.People);
        var meters = community.Meters.Select(meter => new MeterYear(meter, year, y => community.Slices(meter.Code, y))).ToArray();
        var families = new MeterFamilies(meters, weights);
        var places = new MeterPlaces(families, weights, year);
        var lines = meters.SelectMany(families.Lines).ToLookup(line => line.InstitutionCode);
        return [.. community.Institutions.Select(institution => Of(community, institution, lines[institution.Code], places))];

        InstitutionYear Of(Community all, Institution institution, IEnumerable<UseLine> used, MeterPlaces shares)
        {
            var rows = MonthlyUse.Rows(institution, used, book);
            var subjects = Subjects(all, institution, year, rows, shares);
            var verdicts = closed ? subjects.SelectMany(subject => Judge(subject, history)).ToArray() : [];
            return new InstitutionYear(institution, year) { Rows = rows, Subjects = subjects, Verdicts = verdicts };
        }
    }

    private static IReadOnlyList<SubjectYear> Subjects(
        Community community, Institution institution, int year, IReadOnlyList<MonthlyUse> rows, MeterPlaces places)
    {
        var whole = new Subject(SubjectKind.Institution, institution.Code);
        return
        [
            Make(whole, institution.Name, rows),
            .. community.BuildingsOf[institution.Code].Select(building =>
                Make(new Subject(SubjectKind.Building, building.Code), building.Name, [.. rows.Where(r => r.Key.BuildingCode == building.Code)])),
        ];

        SubjectYear Make(Subject subject, string name, IReadOnlyList<MonthlyUse> own) => new(institution, subject, name, year)
        {
            Rows = own,
            Meters = places.Of(subject),
            Denominators = new Denominators(community, institution, subject, year),
        };
    }

    private IEnumerable<Verdict> Judge(SubjectYear subject, PlanHistory history) => IndicatorDefinition.All
        .Where(definition => definition.AppliesTo(subject.Institution.Kind))
        .Where(definition => subject.Subject.Kind == SubjectKind.Institution || !definition.IsPerPerson)
        .Select(definition => subject.Judge(definition, book, rules, history))
        .OfType<Verdict>();
}
