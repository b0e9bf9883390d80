using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Quantities;

namespace BuildingQuota.Features.Evaluations;

/// <summary>The missing bills of undetermined verdicts as rows. A neighbour's meter behind the same main meter stays unnamed.</summary>
internal static class DecidingRows
{
    /// <summary><paramref name="row"/> is the verdict as it is kept; <paramref name="next"/> gives the ids.</summary>
    public static IEnumerable<DecidingBill> Of(Verdict verdict, YearVerdict row, Func<long> next) => verdict.Deciding.Select((bill, i) =>
    {
        var meter = bill.Meter.Meter;
        var isOwn = meter.InstitutionCode == row.InstitutionCode || bill.AmountAtMost > 0;
        return new DecidingBill
        {
            Id = next(), VerdictId = row.Id, EvaluationId = row.EvaluationId, SubjectKind = row.SubjectKind, SubjectCode = row.SubjectCode,
            InstitutionCode = row.InstitutionCode!, Year = row.Year, Indicator = row.Indicator, Rank = i + 1,
            MeterCode = isOwn ? meter.Code : null,
            MissingFrom = bill.Days.From, MissingUntil = bill.Days.Until, MissingDays = bill.Days.Days,
            QuantityAtMost = isOwn ? Quantity(bill.QuantityAtMost) : null, AmountAtMost = Quantity(bill.AmountAtMost),
            IndicatorAtMost = bill.AmountAtMost is { } amount ? EvaluationRows.Shown(verdict.Definition.Value(amount, verdict.Denominator)) : null,
            DecidesAlone = bill.DecidesAlone, DecidesTogether = bill.DecidesTogether,
        };
    });

    private static decimal? Quantity(decimal? value) => value is { } exact ? Rounding.HalfUp(exact, Rounding.QuantityDecimals) : null;
}
