using BuildingQuota.Data;
using BuildingQuota.Domain.Buildings;
using BuildingQuota.Domain.Conversion;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Institutions;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;
using BuildingQuota.Domain.Rules;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Quotas.Trying;

/// <summary>A set of quotas, draft or not, in the place of another one or as the region's own adoption.</summary>
internal sealed class QuotaSetTrial : ITrial
{
    private readonly QuotaBook _book;
    private readonly string _tried;
    private readonly string? _inPlaceOf;
    private readonly NumeratorReader _numerators;
    private readonly HeatingReader _heating;

    private QuotaSetTrial(QuotaDb db, QuotaBook book, RunWhatIf.Request request) =>
        (_book, _tried, _inPlaceOf, _numerators, _heating) = (book, request.Tried, request.InPlaceOf, new NumeratorReader(db), new HeatingReader(db));

    public static async Task<QuotaSetTrial> Prepare(QuotaDb db, RunWhatIf.Request request, CancellationToken stop)
    {
        var present = await Standards.ReadBook(db, stop);
        var set = await Standards.Visible(db).AsNoTracking().SingleOrDefaultAsync(standard => standard.Code == request.Tried, stop)
            ?? throw new RuleBrokenException("what-if.not-found", $"There is no set {request.Tried}.", "Choose one of the list.");
        var rows = await db.Quotas.AsNoTracking().Where(row => row.StandardCode == set.Code).OrderBy(row => row.Id).ToListAsync(stop);
        return new QuotaSetTrial(db, new QuotaBook(
            present.Standards.Where(standard => standard.Code != set.Code).Append(AsPublished(set)),
            present.Quotas.Where(row => row.StandardCode != set.Code).Concat(rows), Adoptions(present, request)), request);
    }

    public async Task Read(string[] institutions, int year, CancellationToken stop)
    {
        await _heating.Read(institutions, year, stop);
        await _numerators.Read(institutions, year, stop);
    }

    public Tried? Try(YearVerdict verdict, Institution institution)
    {
        var heating = _heating.Of(verdict.SubjectKind, verdict.SubjectCode);
        var match = _book.Resolve(institution, verdict.Indicator, heating, verdict.Year);
        var decided = match.Steps.Count > 0 && match.Steps[^1].Outcome == "adoption.decides" ? match.Steps[^1].Adoption.StandardCode : null;
        if (decided != _tried && (_inPlaceOf is null || verdict.QuotaStandard != _inPlaceOf)) return null;
        var set = match.Standard?.CoefficientSet ?? ConversionTable.Stat;
        if (match.Tiers is not { } tiers) return Said(verdict, null, null, TierName.NoQuota, set, "");
        var definition = IndicatorDefinition.Of(verdict.Indicator);
        var (numerator, from) = _numerators.In(verdict, set);
        if (numerator is null || verdict.Denominator is not { } average)
            return Said(verdict, null, tiers.Constraint, null, set, from) with { Reason = "what-if.facts-differ" };
        if (verdict.Actual is null && from != NumeratorReader.FromVerdict)
            return Said(verdict, null, tiers.Constraint, null, set, from) with { Reason = "what-if.insufficient" };
        if (verdict.Actual is null) return ByBounds(verdict, tiers, set);
        var actual = definition.Value(numerator.Value, Denominator.OfAverage(verdict.Year, average));
        return Said(verdict, actual, tiers.Constraint, actual is { } value ? tiers.Judge(value) : null, set, from);
    }

    private static Tried ByBounds(YearVerdict verdict, QuotaTiers tiers, string set)
    {
        TierName? low = verdict.LowerBound is { } least ? tiers.Judge(least) : null;
        TierName? high = verdict.UpperBound is { } most ? tiers.Judge(most) : null;
        var tier = low == TierName.OverConstraint || low == high ? low : null;
        return Said(verdict, null, tiers.Constraint, tier, set, NumeratorReader.FromVerdict)
            with { Reason = tier is null ? "what-if.insufficient" : "" };
    }

    private static Tried Said(YearVerdict verdict, decimal? actual, decimal? limit, TierName? tier, string set, string from) =>
        new(actual, limit, tier, set, from)
        {
            IsOver = tier == TierName.OverConstraint, WasOver = verdict.TierName == TierName.OverConstraint, PresentLimit = verdict.Constraint,
        };

    private static IEnumerable<Adoption> Adoptions(QuotaBook present, RunWhatIf.Request request)
    {
        var taken = present.Adoptions.Where(adoption => adoption.StandardCode == request.InPlaceOf).ToArray();
        Adoption Instead(string region, string? zone, DateOnly from) =>
            new() { Id = 0, RegionCode = region, StandardCode = request.Tried, Zone = zone, From = from };
        var added = request.InPlaceOf is null
            ? [Instead(request.RegionCode, request.Zone, new DateOnly(request.Year, 1, 1))]
            : taken.Select(adoption => Instead(adoption.RegionCode, adoption.Zone, adoption.From));
        return added.Concat(present.Adoptions.Except(taken));
    }

    private static QuotaStandard AsPublished(QuotaStandard set) => new()
    {
        Code = set.Code, Name = set.Name, CoefficientSet = set.CoefficientSet, Zones = set.Zones, Source = set.Source, Confidence = set.Confidence,
    };
}
