using BuildingQuota.Domain.Budgets;
using BuildingQuota.Domain.Buildings;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Institutions;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;

namespace BuildingQuota.Features.Budgets;

/// <summary>
/// From what is recorded of a batch to the drafts of its forecasts: every limit of every institution and building, by the rules of its
/// region.
/// </summary>
internal sealed class ForecastMaker(ReferenceBook book, BudgetRules budgets, int year)
{
    private static readonly EvaluationRules Default = new();

    /// <summary>First reading: what the batch teaches about classes.</summary>
    public void Teach(BudgetRecords records, ClassBook classes)
    {
        var series = new SeriesOfPlaces(records, new Community(records.Places, book.Conversions), year);
        foreach (var institution in records.Places.Institutions)
            foreach (var one in series.Of(institution.Code, RulesOf(institution).Coverage))
                if (History(one, RulesOf(institution)).Shape is { } shape)
                    classes.Learn(ClassOf(institution, one, records), institution, shape);
        classes.Learn(Drafts(records, null));
    }

    /// <summary>Without a class book (first reading) a series of no whole year is laid over days.</summary>
    public IEnumerable<ForecastDraft> Drafts(BudgetRecords records, ClassBook? classes)
    {
        var community = new Community(records.Places, book.Conversions);
        var series = new SeriesOfPlaces(records, community, year);
        foreach (var institution in records.Places.Institutions)
        {
            var rules = RulesOf(institution);
            var limits = new YearLimits(
                book, rules, (subject, indicator, closed) => PlanActual(community, institution, records, subject, indicator, closed));
            foreach (var question in Questions(community, institution))
            {
                var used = (question.Subject.Kind == SubjectKind.Institution
                        ? series.Of(institution.Code, rules.Coverage)
                        : series.OfBuilding(question.Subject.Code, rules.Coverage))
                    .Select(one => (Series: one, Shape: ShapeOf(institution, one, records, classes))).ToArray();
                foreach (var limit in limits.Of(question))
                    if (Draft(question, limit, used, records) is { } draft) yield return draft;
            }
        }
    }

    /// <summary>As the evaluation had it: what is shown is rounded, and a target must not be rounded twice.</summary>
    private static decimal? PlanActual(
        Community community, Institution institution, BudgetRecords records, Subject subject, Indicator indicator, int closed)
    {
        if (records.StatNumerator(subject, indicator, closed) is not { } used) return null;
        var definition = IndicatorDefinition.Of(indicator);
        return definition.Value(used, new Denominators(community, institution, subject, closed).Of(definition.Denominator));
    }

    private IEnumerable<BudgetQuestion> Questions(Community community, Institution institution)
    {
        yield return Ask(new Subject(SubjectKind.Institution, institution.Code), institution.Name);
        foreach (var building in community.BuildingsOf[institution.Code])
            yield return Ask(new Subject(SubjectKind.Building, building.Code), building.Name);

        BudgetQuestion Ask(Subject subject, string name) =>
            new(institution, subject, name, year, new Denominators(community, institution, subject, year));
    }

    /// <summary>Null when nothing of the subject's counts for the indicator.</summary>
    private ForecastDraft? Draft(
        BudgetQuestion question, YearLimit limit, IEnumerable<(UseSeries Series, SeasonalShape Shape)> series, BudgetRecords records)
    {
        var rules = RulesOf(question.Institution);
        var measuring = new Measuring(limit.Definition.Measure, limit.Set, book.Conversions);
        var measure = new SeriesMeasure(measuring, rules.Budgets, rules.Coverage);
        var counting = series.Where(one => limit.Definition.Includes(one.Series.Key.Carrier, one.Series.Key.Purpose))
            .Select(one => SeriesOutlook.Of(
                one.Series, SeriesCut.Open(one.Series, year), one.Shape, measure.Of(one.Series.Key.Carrier), History(one.Series, rules)))
            .ToArray();
        if (counting.Length == 0) return null;
        var outlook = new YearOutlook(year, counting);
        return new ForecastDraft(question, limit, outlook)
        {
            Rules = rules.Budgets, OwnShape = OwnShape(question, limit, counting, measure, records), Tests = BackTest.Of(outlook, measure),
        };
    }

    private SeasonalShape? OwnShape(
        BudgetQuestion question, YearLimit limit, IReadOnlyList<SeriesOutlook> counting, SeriesMeasure measure, BudgetRecords records)
    {
        var whole = records.WholeYears(question.Subject, limit.Definition.Indicator)
            .Where(closed => !counting.Any(one => one.Series.Of(closed).IsOpen)).ToHashSet();
        return SeasonalShape.OfYears(Enumerable.Range(1, measure.Rules.HistoryYears).Select(back => year - back).Where(whole.Contains)
            .Select(closed => (IReadOnlyList<decimal>)
                [.. Enumerable.Range(0, 12).Select(month => counting.Sum(one => Amount(one.Series, closed, month)))]));

        decimal Amount(UseSeries series, int closed, int month) =>
            series.Of(closed).Months[month] is { } use ? measure.Measuring.Of(series.Key.Carrier, use) : 0;
    }

    private SeasonalShape ShapeOf(Institution institution, UseSeries series, BudgetRecords records, ClassBook? classes)
    {
        var rules = RulesOf(institution);
        return History(series, rules).Shape
            ?? classes?.ShapeOf(ClassOf(institution, series, records), institution.RegionPath, rules.Budgets)
            ?? SeasonalShape.OfDays(year);
    }

    private SeriesHistory History(UseSeries series, EvaluationRules rules) =>
        new(series.Before(year, rules.Budgets, rules.Coverage), rules.Budgets);

    private EvaluationRules RulesOf(Institution institution) =>
        (book.Rules.Find(institution.RegionPath, year)?.Rules ?? Default) with { Budgets = budgets };

    private static SeriesClass ClassOf(Institution institution, UseSeries series, BudgetRecords records) =>
        new(institution.Kind, HeatingOf(series.Key.BuildingCode, records), series.Key.Carrier, series.Key.Purpose);

    private static HeatingType? HeatingOf(string? building, BudgetRecords records) =>
        building is null ? null : records.Places.Buildings.FirstOrDefault(one => one.Code == building)?.HeatingType;
}
