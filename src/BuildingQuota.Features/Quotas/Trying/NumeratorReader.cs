using BuildingQuota.Data;
using BuildingQuota.Domain.Conversion;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Metering;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quantities;
using BuildingQuota.Domain.Quotas;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Quotas.Trying;

/// <summary>
/// A verdict's numerator in any coefficient set. The verdict has it in its own set and in STAT; for another one the monthly facts are
/// multiplied by that set's coefficients, row by row as the engine does. They have to give the verdict's own numerator first: where they
/// do not, nothing is said.
/// </summary>
internal sealed class NumeratorReader(QuotaDb db)
{
    public const string FromVerdict = "verdict", FromFacts = "monthly-facts";

    private Dictionary<(string, Carrier), decimal>? _coefficients;
    private ILookup<string, MonthlyFact> _facts = Array.Empty<MonthlyFact>().ToLookup(_ => "");

    public async Task Read(string[] institutions, int year, CancellationToken stop)
    {
        _coefficients ??= await db.Coefficients.AsNoTracking().ToDictionaryAsync(row => (row.SetCode, row.Carrier), row => row.KgcePerUnit, stop);
        _facts = (await db.MonthlyFacts.AsNoTracking()
                .Where(fact => fact.Year == year && institutions.Contains(fact.InstitutionCode)).ToListAsync(stop))
            .ToLookup(fact => fact.InstitutionCode);
    }

    public (decimal? Numerator, string From) In(YearVerdict verdict, string set)
    {
        var definition = IndicatorDefinition.Of(verdict.Indicator);
        if (definition.Measure != Measure.Kgce || set == verdict.CoefficientSet) return (verdict.Numerator, FromVerdict);
        var rows = _facts[verdict.InstitutionCode!].Where(fact => definition.Includes(fact.Carrier, fact.Purpose)
            && (verdict.SubjectKind == SubjectKind.Institution || fact.BuildingCode == verdict.SubjectCode)).ToArray();
        if (Sum(rows, verdict.CoefficientSet) != verdict.Numerator)
            rows = [.. rows.Where(fact => fact.Carrier != Carrier.PvSelfUse)]; // a rule set may deduct it
        return Sum(rows, verdict.CoefficientSet) == verdict.Numerator ? (Sum(rows, set), FromFacts) : (null, FromFacts);
    }

    private decimal? Sum(IEnumerable<MonthlyFact> rows, string set)
    {
        var sum = 0m;
        foreach (var row in rows)
        {
            if (!_coefficients!.TryGetValue((set, row.Carrier), out var coefficient)) return null;
            sum += set == ConversionTable.Stat ? row.Kgce : Rounding.HalfUp(row.Quantity * coefficient, Rounding.QuantityDecimals);
        }

        return sum;
    }
}
