using BuildingQuota.Domain.Conversion;
using BuildingQuota.Domain.Institutions;
using BuildingQuota.Domain.Metering;
using BuildingQuota.Domain.Quotas;

namespace BuildingQuota.Domain.Evaluations;

/// <summary>
/// What one building (or the institution as a whole) used of one carrier for one purpose in a year: its monthly rows and their exact
/// sums. Rows are added up once, here; every indicator is the sum of those that it includes (docs/rules/indicators.md).
/// </summary>
public sealed class YearUse
{
    private (string Set, decimal Kgce) _other = ("", 0);

    private YearUse(string institution, UseKey key, IReadOnlyList<MonthlyUse> rows)
    {
        (InstitutionCode, BuildingCode, Carrier, Purpose, Rows) = (institution, key.BuildingCode, key.Carrier, key.Purpose, rows);
        foreach (var row in rows)
        {
            Quantity += row.Quantity;
            Kgce += row.Kgce;
            KgCo2 += row.KgCo2;
            if (row.EstimatedShare == 0) continue;
            EstimatedQuantity += row.EstimatedShare * row.Quantity;
            EstimatedKgce += row.EstimatedShare * row.Kgce;
        }
    }

    /// <summary>Who used it.</summary>
    public string InstitutionCode { get; }

    public string? BuildingCode { get; }

    public Carrier Carrier { get; }

    public MeterPurpose Purpose { get; }

    /// <summary>By month; a month that no bill touches has none.</summary>
    public IReadOnlyList<MonthlyUse> Rows { get; }

    public decimal Quantity { get; }

    /// <summary>In STAT.</summary>
    public decimal Kgce { get; }

    public decimal KgCo2 { get; }

    /// <summary>Σ estimated share × quantity of the rows.</summary>
    public decimal EstimatedQuantity { get; }

    /// <summary>Σ estimated share × kgce of the rows.</summary>
    public decimal EstimatedKgce { get; }

    /// <summary>What the uses come to above the line of an indicator.</summary>
    public decimal Amount(Measure measure, string set, ConversionTable conversions) => measure switch
    {
        Measure.Kgce => KgceIn(set, conversions),
        Measure.KgCo2 => KgCo2,
        _ => Quantity,
    };

    /// <summary>The uses of one institution in one year, by building, carrier and purpose; what no bill touches is not there.</summary>
    public static IReadOnlyList<YearUse> Of(Institution institution, IEnumerable<UseLine> lines, ReferenceBook book)
    {
        var uses = new List<YearUse>();
        foreach (var same in lines.GroupBy(line => new UseKey(line.BuildingCode, line.Meter.Meter.Carrier, line.Meter.Meter.Purpose, 0)))
        {
            var own = same.ToArray();
            if (Array.TrueForAll(own, line => line.Meter.Slices.Count == 0)) continue;
            var carrier = WeightsOf(same.Key.Carrier, institution, book);
            var rows = new List<MonthlyUse>(12);
            for (var month = 1; month <= 12; month++)
                if (MonthlyUse.Of(same.Key with { Month = month }, own, carrier) is { } row) rows.Add(row);
            if (rows.Count > 0) uses.Add(new YearUse(institution.Code, same.Key, rows));
        }

        uses.Sort(InOrder);
        return uses;
    }

    private decimal KgceIn(string set, ConversionTable conversions)
    {
        if (set == ConversionTable.Stat) return Kgce;
        if (_other.Set != set) _other = (set, Rows.Sum(row => row.KgceIn(set, conversions)));
        return _other.Kgce;
    }

    private static CarrierWeights WeightsOf(Carrier carrier, Institution institution, ReferenceBook book) => new(
        book.Conversions.OwnUnit(carrier), book.Conversions.Kgce(ConversionTable.Stat, carrier),
        book.Conversions.KgCo2(book.FactorSet, carrier, institution.RegionPath));

    private static int InOrder(YearUse one, YearUse other) =>
        (string.CompareOrdinal(one.BuildingCode, other.BuildingCode), one.Carrier.CompareTo(other.Carrier)) switch
        {
            (not 0 and var building, _) => building,
            (_, not 0 and var carrier) => carrier,
            _ => one.Purpose.CompareTo(other.Purpose),
        };
}
