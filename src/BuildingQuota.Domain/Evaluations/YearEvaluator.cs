using BuildingQuota.Domain.Institutions;
using BuildingQuota.Domain.Metering;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;

namespace BuildingQuota.Domain.Evaluations;

/// <summary>What one institution's year came to: its use and subjects always, its verdicts when the year is closed.</summary>
public sealed record InstitutionYear(Institution Institution, int Year)
{
    /// <summary>In order of building, carrier and purpose.</summary>
    public required IReadOnlyList<YearUse> Uses { get; init; }

    /// <summary>The monthly rows of all its uses, in their order.</summary>
    public IReadOnlyList<MonthlyUse> Rows => [.. Uses.SelectMany(use => use.Rows)];

    /// <summary>The institution first, then its buildings.</summary>
    public required IReadOnlyList<SubjectYear> Subjects { get; init; }

    public required IReadOnlyList<Verdict> Verdicts { get; init; }

    /// <summary>What binds the institution in the year.</summary>
    public required EvaluationRules Rules { get; init; }
}

/// <summary>
/// From bills to verdicts, for one community and year: bills are shared to months, sub-meters taken out of main meters, remainders
/// allocated to buildings, rows rounded once and added up, divided by time-weighted denominators and judged (docs/rules/README.md).
/// Where no region has published a rule set, <paramref name="rules"/> hold.
/// </summary>
public sealed class YearEvaluator(ReferenceBook book, EvaluationRules rules)
{
    /// <summary>Changes whenever the same inputs would give another result.</summary>
    public const string EngineVersion = "2";

    public IReadOnlyList<InstitutionYear> Evaluate(Community community, int year, bool closed, PlanHistory history)
    {
        var meters = community.Meters.Select(meter => new MeterYear(meter, year, y => community.Slices(meter.Code, y))).ToArray();
        var families = new MeterFamilies(meters, community.Weights);
        var places = new MeterPlaces(families, community.Weights, year);
        var lines = meters.SelectMany(families.Lines).ToLookup(line => line.InstitutionCode);
        var used = community.Institutions.ToDictionary(institution => institution.Code, institution => YearUse.Of(institution, lines[institution.Code], book));
        var usedAt = used.Values.SelectMany(uses => uses).ToLookup(use => use.BuildingCode);
        return [.. community.Institutions.Select(Of)];

        InstitutionYear Of(Institution institution)
        {
            var uses = used[institution.Code];
            var subjects = Subjects(institution, uses);
            var binding = book.Rules.Find(institution.RegionPath, year)?.Rules ?? rules;
            var verdicts = closed ? subjects.SelectMany(subject => Judge(subject, binding, history)).ToArray() : [];
            return new InstitutionYear(institution, year) { Uses = uses, Subjects = subjects, Verdicts = verdicts, Rules = binding };
        }

        // A building is judged whole, whoever uses it.
        IReadOnlyList<SubjectYear> Subjects(Institution institution, IReadOnlyList<YearUse> uses) =>
        [
            Make(institution, new Subject(SubjectKind.Institution, institution.Code), institution.Name, uses),
            .. community.BuildingsOf[institution.Code].Select(building =>
                Make(institution, new Subject(SubjectKind.Building, building.Code), building.Name, [.. usedAt[building.Code]])),
        ];

        SubjectYear Make(Institution institution, Subject subject, string name, IReadOnlyList<YearUse> own) => new(institution, subject, name, year)
        {
            Uses = own,
            Meters = places.Of(subject),
            Denominators = new Denominators(community, institution, subject, year),
        };
    }

    private IEnumerable<Verdict> Judge(SubjectYear subject, EvaluationRules binding, PlanHistory history) => IndicatorDefinition.All
        .Where(definition => definition.AppliesTo(subject.Institution.Kind))
        .Where(definition => subject.Subject.Kind == SubjectKind.Institution || !definition.IsPerPerson)
        .Select(definition => subject.Judge(definition, book, binding, history))
        .OfType<Verdict>();
}
