using BuildingQuota.Oracle.Exact;

namespace BuildingQuota.Oracle.Calculation;

/// <summary>
/// What a year can have been when bills are missing (design §4.3 "Sufficient"): each family of meters that feeds the indicator,
/// each of its members covered or not, its missing days at nothing and at its high day.
/// </summary>
public sealed class Bounds(YearUse use, YearUse before, Standing standing)
{
    private readonly Dictionary<string, List<MeterYear>> _standing = [];
    private readonly Dictionary<(MeterYear, MeterYear), List<SortedDictionary<(string Institution, string? Building), Fraction>>> _onMissing = [];
    private readonly Dictionary<MeterYear, SortedDictionary<(string Institution, string? Building), Fraction>> _places = [];

    /// <summary>Every member of every family of which some part enters.</summary>
    public bool IsSufficient(Subject subject, Func<MeterYear, bool> enters) =>
        Families(subject, enters).SelectMany(use.FamilyOf).All(meter => meter.IsSufficient);

    /// <summary>Null when nothing of the subject counts: then there is nothing to say.</summary>
    public bool Counts(Subject subject, Func<MeterYear, bool> enters) =>
        Families(subject, enters).SelectMany(use.FamilyOf).Any(meter => meter.Active.Count > 0);

    /// <summary>
    /// What the missing days may take away and add, in the measure of the indicator. What is missing on a sub-meter is in its main meter's
    /// bill, so that it only moves there: its own part adds, its main meter's part takes away. Null: nothing bounds it.
    /// </summary>
    public (Fraction? Less, Fraction? More) Missing(Subject subject, Func<MeterYear, bool> enters, Func<MeterYear, Fraction> worth)
    {
        var (less, more) = ((Fraction?)Fraction.Zero, (Fraction?)Fraction.Zero);
        foreach (var meter in Families(subject, enters).SelectMany(use.FamilyOf).Where(meter => meter.MissingDays > 0))
        {
            var most = MostMissing(meter);
            var net = Part(meter, meter) - (meter.Meter.Parent is { } parent ? Part(use.Meters[parent], meter) : Fraction.Zero);
            if (net.Sign > 0) more += most * net;
            if (net.Sign < 0) less -= most * net;
        }

        return (less, more);

        Fraction Part(MeterYear of, MeterYear missing) => enters(of) ? ShareOf(of, missing, subject) * worth(of) : Fraction.Zero;
    }

    private Fraction? MostMissing(MeterYear meter) =>
        (meter.HighDay ?? before.Meters[meter.Meter.Code].HighDay) is { } day ? day * meter.MissingDays : null;

    /// <summary>Each missing day goes where the use of that day would have gone.</summary>
    private Fraction ShareOf(MeterYear of, MeterYear missing, Subject subject)
    {
        if (standing.StaysWhole(of.Meter)) return subject.Has(of.Meter.Institution, of.Meter.Building) ? 1m : Fraction.Zero;
        if (!_onMissing.TryGetValue((of, missing), out var days))
            _onMissing[(of, missing)] = days = [.. missing.Missing.Select(day => standing.Over(of.Meter, [day]))];
        return days.SelectMany(day => day).Where(place => subject.Has(place.Key.Institution, place.Key.Building))
            .Aggregate(Fraction.Zero, (sum, place) => sum + place.Value) / days.Count;
    }

    private SortedDictionary<(string Institution, string? Building), Fraction> PlacesOf(MeterYear meter)
    {
        if (!_places.TryGetValue(meter, out var places)) _places[meter] = places = standing.Over(meter.Meter, use.Year.Days);
        return places;
    }

    private IEnumerable<MeterYear> Families(Subject subject, Func<MeterYear, bool> enters) =>
        MetersOf(subject).Where(enters).Select(use.RootOf).Distinct();

    private List<MeterYear> MetersOf(Subject subject)
    {
        if (!_standing.TryGetValue(subject.Kind + subject.Code, out var known))
            _standing[subject.Kind + subject.Code] = known = [.. use.Meters.Values
                .Where(meter => PlacesOf(meter).Keys.Any(place => subject.Has(place.Institution, place.Building)))];
        return known;
    }
}
