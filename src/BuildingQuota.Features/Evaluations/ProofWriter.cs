using System.Globalization;
using System.Text.Json;
using BuildingQuota.Domain.Conversion;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Institutions;
using BuildingQuota.Domain.Metering;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quantities;
using BuildingQuota.Domain.Quotas;

namespace BuildingQuota.Features.Evaluations;

/// <summary>Writes the parts of a proof sheet, always in the same order; decimals without trailing zeros, so that no database shows through.</summary>
internal sealed class ProofWriter(Utf8JsonWriter json)
{
    public void Head(string kind, string code, string name, int year)
    {
        json.WriteString("subjectKind", kind);
        json.WriteString("subject", code);
        json.WriteString("name", name);
        json.WriteNumber("year", year);
    }

    public VerdictWriter Verdicts(string? institution) => new(this, json, institution);

    /// <summary>A region is added up and not assessed: no rules.</summary>
    public void Run(string factorSet, EvaluationRules? rules)
    {
        json.WriteString("engineVersion", YearEvaluator.EngineVersion);
        json.WriteString("factorSet", factorSet);
        if (rules is null) return;
        json.WriteString("ruleSet", rules.RuleSet);
        Number("coverageRequired", rules.Coverage);
        Number("provisionalShare", rules.ProvisionalShare);
        json.WriteString("pvDeductedIn", string.Join(' ', rules.PvDeductedIn.Order()));
        json.WriteBoolean("relaxAfterOverAchievement", rules.RelaxAfterOverAchievement);
    }

    public void Institution(Institution institution)
    {
        json.WriteString("kind", institution.Kind.ToString());
        json.WriteString("level", institution.Level.ToString());
        json.WriteString("grade", institution.Grade?.ToString());
        json.WriteString("regionPath", institution.RegionPath);
    }

    public void Array<T>(string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public void Meter(MeterYear meter, MeterShares shares)
    {
        json.WriteString("code", meter.Meter.Code);
        json.WriteString("parent", meter.Meter.ParentCode);
        json.WriteString("building", meter.Meter.BuildingCode);
        json.WriteString("carrier", meter.Meter.Carrier.ToString());
        json.WriteString("purpose", meter.Meter.Purpose.ToString());
        json.WriteNumber("activeDays", meter.ActiveDays);
        json.WriteNumber("coveredDays", meter.CoveredDays);
        Number("mostMissing", meter.MostMissing);
        Number("share", shares.ShareOf(meter.Meter));
        Array("takenOut", shares.TakenOut(meter.Meter).Select((quantity, i) => (Month: i + 1, Quantity: quantity)), part =>
        {
            json.WriteNumber("month", part.Month);
            Number("quantity", part.Quantity);
        });
        Array("slices", meter.Slices, slice =>
        {
            json.WriteNumber("bill", slice.Bill.Id);
            json.WriteString("number", slice.Bill.BillNumber);
            json.WriteString("type", slice.Bill.ReadingType.ToString());
            Days(slice.Span);
            Number("billed", slice.Bill.Quantity);
            json.WriteString("billedUnit", slice.Bill.Unit);
            Number("quantity", slice.Quantity);
            Number("cost", slice.Cost);
        });
    }

    public void Coefficient(Carrier carrier, IEnumerable<string> sets, ReferenceBook book, string regionPath)
    {
        json.WriteString("carrier", carrier.ToString());
        json.WriteString("unit", book.Conversions.OwnUnit(carrier));
        foreach (var set in sets.Append(ConversionTable.Stat).Distinct().Order(StringComparer.Ordinal))
            Number(set, book.Conversions.Kgce(set, carrier));
        Number("kgCo2", book.Conversions.KgCo2(book.FactorSet, carrier, regionPath));
    }

    public void Row(MonthlyUse row)
    {
        json.WriteString("building", row.Key.BuildingCode);
        json.WriteString("carrier", row.Key.Carrier.ToString());
        json.WriteString("purpose", row.Key.Purpose.ToString());
        json.WriteNumber("month", row.Key.Month);
        Number("quantity", row.Quantity);
        json.WriteString("unit", row.Unit);
        Number("kgce", row.Kgce);
        Number("kgCo2", row.KgCo2);
        Number("cost", row.Cost);
        json.WriteNumber("coveredDays", row.CoveredDays);
        Number("estimatedShare", row.EstimatedShare);
    }

    public void Member(YearVerdict member)
    {
        json.WriteString("institution", member.SubjectCode);
        json.WriteString("indicator", member.Indicator.ToString());
        json.WriteNumber("evaluation", member.EvaluationId);
        Number("statNumerator", member.StatNumerator);
        if (member.StatNumeratorLow is { } low)
        {
            Number("statNumeratorLow", low);
            Number("statNumeratorHigh", member.StatNumeratorHigh);
        }

        Number("denominator", member.Denominator);
        json.WriteString("sufficiency", member.Sufficiency.ToString());
    }

    public void Days(DateSpan span)
    {
        json.WriteString("from", span.From.ToString("O", CultureInfo.InvariantCulture));
        json.WriteString("until", span.Until.ToString("O", CultureInfo.InvariantCulture));
        json.WriteNumber("days", span.Days);
    }

    public void Number(string name, decimal? value)
    {
        json.WritePropertyName(name);
        if (value is { } number) PlainNumbers.Write(json, number);
        else json.WriteNullValue();
    }
}
