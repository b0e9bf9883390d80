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
    /// <summary>Dividing by it takes a decimal's trailing zeros away.</summary>
    private const decimal One = 1.000000000000000000000000000m;

    public void Head(string kind, string code, string name, int year)
    {
        json.WriteString("subjectKind", kind);
        json.WriteString("subject", code);
        json.WriteString("name", name);
        json.WriteNumber("year", year);
    }

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
        Number("denominator", member.Denominator);
        json.WriteString("sufficiency", member.Sufficiency.ToString());
    }

    public void Verdict(Verdict verdict)
    {
        json.WriteString("subjectKind", verdict.Subject.Kind.ToString());
        json.WriteString("subject", verdict.Subject.Code);
        json.WriteString("indicator", verdict.Definition.Indicator.ToString());
        json.WriteString("unit", verdict.Definition.Unit);
        json.WriteString("coefficientSet", verdict.CoefficientSet);
        Number("numerator", verdict.Numerator);
        Number("statNumerator", verdict.StatNumerator);
        Number("physicalAmount", verdict.PhysicalAmount);
        Number("denominatorDays", verdict.Denominator.Days);
        Number("denominator", verdict.Denominator.Average);
        Array("segments", verdict.Denominator.Segments, Segment);
        Number("actual", verdict.Actual);
        Number("lowerBound", verdict.LowerBound);
        Number("upperBound", verdict.UpperBound);
        json.WriteString("sufficiency", verdict.Sufficiency.ToString());
        json.WriteString("tier", verdict.Tier?.ToString());
        Quota(verdict);
        Plan(verdict);
        Limit(verdict);
    }

    private void Quota(Verdict verdict)
    {
        json.WriteStartObject("quota");
        json.WriteString("noQuotaBecause", verdict.Quota.Reason);
        json.WriteString("standard", verdict.Quota.Standard?.Code);
        json.WriteString("table", verdict.Quota.Quota?.Table);
        Number("constraint", verdict.Quota.Quota?.Constraint);
        Number("baseline", verdict.Quota.Quota?.Baseline);
        Number("guiding", verdict.Quota.Quota?.Guiding);
        Array("steps", verdict.Quota.Steps, Step);
        json.WriteEndObject();
    }

    /// <summary>How the row was found: each adoption that was looked at, and of the one that decided every row and why it fits or not.</summary>
    private void Step(AdoptionStep step)
    {
        json.WriteString("region", step.Adoption.RegionCode);
        json.WriteString("standard", step.Adoption.StandardCode);
        json.WriteString("zone", step.Adoption.Zone);
        json.WriteString("from", step.Adoption.From.ToString("O", CultureInfo.InvariantCulture));
        json.WriteString("outcome", step.Outcome);
        Array("rows", step.Rows, row =>
        {
            json.WriteString("table", row.Row.Table);
            json.WriteString("level", row.Row.Level?.ToString());
            json.WriteString("grade", row.Row.Grade?.ToString());
            json.WriteString("zone", row.Row.Zone);
            json.WriteString("heating", row.Row.HeatingType?.ToString());
            Number("constraint", row.Row.Constraint);
            json.WriteString("leftOutFor", row.LeftOutFor);
        });
    }

    private void Plan(Verdict verdict)
    {
        if (verdict.Plan is not { } plan) return;
        json.WriteStartObject("plan");
        json.WriteString("plan", plan.Match.Plan.Code);
        json.WriteString("path", plan.Match.Plan.Path.ToString());
        Number("cumulativeRatePercent", plan.Match.Target.CumulativeRatePercent);
        Number("base", plan.BaseValue);
        json.WriteString("baseSource", plan.Base.Source.ToString());
        Number("lastActual", plan.LastActual);
        Number("target", plan.Target);
        Number("originalTarget", plan.OriginalTarget);
        json.WriteString("targetBasis", plan.Basis.ToString());
        if (plan.Order is { } order) Order(order);
        Number("actual", verdict.PlanActual);
        if (plan.Base.WouldBe is { } other) Number("baseWouldBe", other.Value);
        if (verdict.PlanProgress is { } progress) Score(progress);
        json.WriteEndObject();
    }

    private void Order(PlanOverride order)
    {
        json.WriteNumber("order", order.Id);
        json.WriteString("orderOf", order.RegionCode);
        Number(order.Kind == OverrideKind.Value ? "orderedValue" : "orderedRatePercent", order.Amount);
    }

    private void Score(PlanProgress progress)
    {
        Number("debt", progress.Debt);
        Number("completionPercent", progress.CompletionPercent);
        Number("progressPercent", progress.ProgressPercent);
        Number("modelA", progress.ModelA);
        Number("modelB", progress.ModelB);
        json.WriteString("grade", progress.Grade?.ToString());
        json.WriteString("scoreRules", progress.Plan.ScoreRules?.Code);
        json.WriteString("scoreParameters", progress.Plan.ScoreRules?.Parameters);
    }

    private void Limit(Verdict verdict)
    {
        if (verdict.PlanLimit is not { } limit) return;
        json.WriteStartObject("limit");
        json.WriteString("plan", limit.PlanCode);
        Number("value", limit.Value);
        if (limit.Order is { } order) Order(order);
        json.WriteEndObject();
    }

    private void Segment(Segment segment)
    {
        json.WriteString("of", segment.Source);
        json.WriteString("what", segment.What);
        Days(segment.Span);
        Number("value", segment.Value);
    }

    private void Days(DateSpan span)
    {
        json.WriteString("from", span.From.ToString("O", CultureInfo.InvariantCulture));
        json.WriteString("until", span.Until.ToString("O", CultureInfo.InvariantCulture));
        json.WriteNumber("days", span.Days);
    }

    private void Number(string name, decimal? value)
    {
        if (value is { } number) json.WriteNumber(name, number / One);
        else json.WriteNull(name);
    }
}
