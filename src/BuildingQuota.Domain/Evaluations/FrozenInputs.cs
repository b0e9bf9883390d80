using BuildingQuota.Domain.Billing;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quantities;
using BuildingQuota.Domain.Quotas;

namespace BuildingQuota.Domain.Evaluations;

/// <summary>
/// All that the evaluation of one community in one year reads, and nothing else: from it alone the same run can be made again
/// (docs/rules/replay.md; field §4.1).
/// </summary>
public sealed record FrozenInputs(int Year, bool IsClosed)
{
    public required string EngineVersion { get; init; }

    public required EvaluationRules Rules { get; init; }

    public required ReferenceBook Book { get; init; }

    public required CommunityRecords Records { get; init; }

    /// <summary>What was asked of other years, and what was answered.</summary>
    public required IReadOnlyList<PastActual> History { get; init; }

    public IReadOnlyList<InstitutionYear> Evaluate() =>
        new YearEvaluator(Book, Rules).Evaluate(new Community(Records, Book.Conversions), Year, IsClosed, PastActual.ToHistory(History));

    /// <summary>
    /// Bills with a day in the year; of the year before only where the year has none of the meter, for then its bound is read from
    /// there (docs/rules/sufficiency.md).
    /// </summary>
    public static IEnumerable<Bill> ReadIn(int year, IReadOnlyList<Bill> bills)
    {
        var (span, before) = (DateSpan.OfYear(year), DateSpan.OfYear(year - 1));
        var billed = bills.Where(bill => bill.Covers.Overlaps(span)).Select(bill => bill.MeterCode).ToHashSet();
        return bills.Where(bill => bill.Covers.Overlaps(span) || (bill.Covers.Overlaps(before) && !billed.Contains(bill.MeterCode)));
    }
}

/// <summary>What a subject's indicator came to in another year, exact and in set STAT; null when that was not known.</summary>
public sealed record PastActual(SubjectKind SubjectKind, string SubjectCode, Indicator Indicator, int Year, decimal? Value)
{
    public static PlanHistory ToHistory(IEnumerable<PastActual> answers)
    {
        var values = answers.ToDictionary(one => (new Subject(one.SubjectKind, one.SubjectCode), one.Indicator, one.Year), one => one.Value);
        return (subject, indicator, year) => values.GetValueOrDefault((subject, indicator, year));
    }
}

/// <summary>Answers like the history behind it, and remembers what was asked.</summary>
public sealed class WatchedHistory(PlanHistory history)
{
    private readonly Dictionary<(Subject Subject, Indicator Indicator, int Year), decimal?> _asked = [];

    public decimal? Find(Subject subject, Indicator indicator, int year) => _asked[(subject, indicator, year)] = history(subject, indicator, year);

    /// <summary>In a fixed order.</summary>
    public IReadOnlyList<PastActual> AskedOf(IReadOnlySet<string> subjects) =>
    [
        .. _asked.Where(pair => subjects.Contains(pair.Key.Subject.Code))
            .OrderBy(pair => pair.Key.Subject.Kind).ThenBy(pair => pair.Key.Subject.Code, StringComparer.Ordinal)
            .ThenBy(pair => pair.Key.Indicator).ThenBy(pair => pair.Key.Year)
            .Select(pair => new PastActual(pair.Key.Subject.Kind, pair.Key.Subject.Code, pair.Key.Indicator, pair.Key.Year, pair.Value)),
    ];
}
