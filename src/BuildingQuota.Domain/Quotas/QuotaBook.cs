using System.Collections.Concurrent;
using BuildingQuota.Domain.Buildings;
using BuildingQuota.Domain.Institutions;

namespace BuildingQuota.Domain.Quotas;

/// <summary>
/// Finds the quota row of a class. What does not resolve to exactly one row is "no quota" with its reason, never a default row
/// (docs/rules/quota-class.md).
/// </summary>
public sealed class QuotaBook
{
    private const string Decides = "adoption.decides";

    private readonly Dictionary<string, QuotaStandard> _standards;
    private readonly ILookup<(string Standard, InstitutionKind Kind, Indicator Indicator), Quota> _quotas;
    private readonly ILookup<string, Adoption> _adoptions;
    private readonly ConcurrentDictionary<Question, QuotaMatch> _answers = new();

    public QuotaBook(IEnumerable<QuotaStandard> standards, IEnumerable<Quota> quotas, IEnumerable<Adoption> adoptions)
    {
        (Standards, Quotas, Adoptions) = ([.. standards], [.. quotas], [.. adoptions]);
        _standards = Standards.ToDictionary(standard => standard.Code);
        _quotas = Quotas.ToLookup(quota => (quota.StandardCode, quota.InstitutionKind, quota.Indicator));
        _adoptions = Adoptions.OrderByDescending(adoption => adoption.From).ToLookup(adoption => adoption.RegionCode);
    }

    public IReadOnlyList<QuotaStandard> Standards { get; }

    public IReadOnlyList<Quota> Quotas { get; }

    public IReadOnlyList<Adoption> Adoptions { get; }

    /// <summary>
    /// Adoptions in force on the first day of the year, the nearest region first, the latest adoption first; the first published standard
    /// that has rows for the kind and indicator decides. Heating rows ask for the one heating type of the subject (null: it has several).
    /// A class is looked up once; whoever belongs to it gets the same answer.
    /// </summary>
    public QuotaMatch Resolve(Institution institution, Indicator indicator, HeatingType? heating, int year) => _answers.GetOrAdd(
        new Question(institution.RegionPath, institution.Kind, institution.Level, institution.Grade, indicator, heating, year), Find);

    private QuotaMatch Find(Question question)
    {
        var steps = new List<AdoptionStep>();
        foreach (var adoption in RegionPaths.NearestFirst(question.RegionPath).SelectMany(region => _adoptions[region]))
        {
            var rows = _quotas[(adoption.StandardCode, question.Kind, question.Indicator)].ToArray();
            var outcome = Outcome(adoption, rows, question.Year);
            if (outcome != Decides)
            {
                steps.Add(new AdoptionStep(adoption, outcome));
                continue;
            }

            var looked = rows.Select(row => new RowStep(row, question.Refuses(row, adoption))).ToArray();
            steps.Add(new AdoptionStep(adoption, outcome) { Rows = looked });
            return Choose(looked, _standards[adoption.StandardCode], question) with { Steps = steps };
        }

        return QuotaMatch.None("quota.no-standard") with { Steps = steps };
    }

    private string Outcome(Adoption adoption, Quota[] rows, int year)
    {
        if (adoption.From > new DateOnly(year, 1, 1)) return AdoptionStep.Later;
        if (_standards.GetValueOrDefault(adoption.StandardCode) is not { MayJudge: true }) return "adoption.not-published";
        return rows.Length == 0 ? "adoption.kind-not-covered" : Decides;
    }

    private static QuotaMatch Choose(RowStep[] looked, QuotaStandard standard, Question question)
    {
        if (question.Heating is null && looked.Any(step => step.Row.HeatingType is not null))
            return QuotaMatch.None("quota.several-heating-types");
        var fitting = looked.Where(step => step.LeftOutFor is null).Select(step => step.Row).ToArray();
        return fitting switch
        {
            [{ CoefficientSet: { } set }] when set != standard.CoefficientSet => QuotaMatch.None("quota.coefficient-set-mismatch"),
            [var row] => new QuotaMatch(row, standard, ""),
            [] => QuotaMatch.None("quota.no-row-for-class"),
            _ => QuotaMatch.None("quota.class-ambiguous"),
        };
    }

    private sealed record Question(
        string RegionPath, InstitutionKind Kind, AdministrativeLevel Level, HospitalGrade? Grade, Indicator Indicator, HeatingType? Heating,
        int Year)
    {
        /// <summary>The first attribute of the row that is not the subject's.</summary>
        public string? Refuses(Quota row, Adoption adoption)
        {
            if (row.Level is not null && row.Level != Level) return "level";
            if (row.Grade is not null && row.Grade != Grade) return "grade";
            if (!string.IsNullOrEmpty(row.Zone) && row.Zone != adoption.Zone) return "zone";
            return row.HeatingType is not null && row.HeatingType != Heating ? "heating" : null;
        }
    }
}
