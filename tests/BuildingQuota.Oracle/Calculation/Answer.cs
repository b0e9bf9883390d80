using BuildingQuota.Oracle.Exact;
using BuildingQuota.Oracle.Reading;

namespace BuildingQuota.Oracle.Calculation;

/// <summary>What the figures of some years in a row must be, from the files alone.</summary>
public sealed class Answer
{
    private readonly Contract _contract;
    private readonly Reference _reference;
    private readonly RegionTree _tree;
    private readonly Timelines _timelines;
    private readonly List<Verdict> _verdicts = [];
    private readonly Dictionary<(string Kind, string Code, string Indicator, int Year), Fraction?> _values = [];

    public Answer(Contract contract, Reference reference, IReadOnlyList<int> years)
    {
        (_contract, _reference) = (contract, reference);
        _tree = new([.. reference.Regions, .. contract.Regions]);
        _timelines = new(contract);
        var (standing, live) = (new Standing(contract, _timelines), LiveBills.Of(contract.Bills));
        YearUse UseOf(int year) => new(contract, reference, standing, live, _tree, new(year));
        var before = UseOf(years.Min() - 1);
        foreach (var year in years)
        {
            var use = UseOf(year);
            Facts.AddRange(use.Facts.SelectMany(own => own));
            JudgeYear(use, standing, new(use, before, standing));
            before = use;
        }

        var plans = new PlanLine(contract, reference, _tree);
        Verdicts = [.. _verdicts.Select(verdict => plans.Judge(verdict, RegionOf(verdict), year =>
            _values.GetValueOrDefault((verdict.SubjectKind, verdict.SubjectCode, verdict.Indicator, year))))];
    }

    public List<Fact> Facts { get; } = [];

    public IReadOnlyList<Verdict> Verdicts { get; }

    private void JudgeYear(YearUse use, Standing standing, Bounds bounds)
    {
        var divisors = new Divisors(_contract, _timelines, standing, use.Year);
        var judge = new Judge(_reference, _tree, new(_contract, _reference, _tree), divisors, bounds, use);
        var members = new List<(Institution Institution, IndicatorRule Rule, Sum Sum)>();
        foreach (var subject in Subjects())
            foreach (var rule in IndicatorRule.All.Where(rule => rule.AppliesTo(subject.Kind, subject.Institution.Kind)))
            {
                if (judge.Of(subject, rule) is not { } judged) continue;
                Keep(judged.Verdict, judged.Statistics);
                if (subject.Kind == "Institution") members.Add((subject.Institution, rule, judged.Statistics));
            }

        foreach (var (region, rule) in members.SelectMany(member => _tree.Upwards(member.Institution.Region).Select(at => (at, member.Rule))).Distinct())
        {
            var below = members.Where(member => member.Rule == rule && _tree.Upwards(member.Institution.Region).Contains(region));
            var (verdict, sum) = RegionSums.Of(region, use.Year.Number, rule, [.. below.Select(member => member.Sum)]);
            Keep(verdict, sum);
        }
    }

    private void Keep(Verdict verdict, Sum statistics)
    {
        _verdicts.Add(verdict);
        _values[(verdict.SubjectKind, verdict.SubjectCode, verdict.Indicator, verdict.Year)] = statistics.Exact;
    }

    private IEnumerable<Subject> Subjects() => _contract.Institutions.SelectMany(institution =>
        _timelines.BuildingsOf(institution.Code).Select(building => new Subject("Building", building.Code, institution, [building]))
            .Prepend(new("Institution", institution.Code, institution, [.. _timelines.BuildingsOf(institution.Code)])));

    private string RegionOf(Verdict verdict) => verdict.SubjectKind switch
    {
        "Region" => verdict.SubjectCode,
        "Institution" => _contract.Institutions.First(institution => institution.Code == verdict.SubjectCode).Region,
        _ => RegionOf(verdict with { SubjectKind = "Institution", SubjectCode = InstitutionOf(verdict.SubjectCode) }),
    };

    private string InstitutionOf(string building) => _contract.Buildings.First(at => at.Code == building).Institution;
}
