using System.Globalization;
using System.Text.Json;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quantities;
using BuildingQuota.Domain.Quotas;

namespace BuildingQuota.Features.Evaluations;

/// <summary>Writes the verdicts of a proof sheet; <paramref name="institution"/> is whose it is, null for a region.</summary>
internal sealed class VerdictWriter(ProofWriter sheet, Utf8JsonWriter json, string? institution)
{
    /// <summary>So that it can be done by hand: Σ lines = numerator; denominator days ÷ days of the year; one by the other; the limit's part.</summary>
    public void Write(Verdict verdict, IEnumerable<NumeratorLine> lines)
    {
        json.WriteString("subjectKind", verdict.Subject.Kind.ToString());
        json.WriteString("subject", verdict.Subject.Code);
        json.WriteString("name", verdict.SubjectName);
        json.WriteString("indicator", verdict.Definition.Indicator.ToString());
        json.WriteString("unit", verdict.Definition.Unit);
        json.WriteString("coefficientSet", verdict.CoefficientSet);
        sheet.Array("lines", lines, line =>
        {
            json.WriteString("carrier", line.Carrier.ToString());
            sheet.Number("quantity", line.Quantity);
            sheet.Number("perUnit", line.PerUnit);
            sheet.Number("amount", line.Amount);
        });
        sheet.Number("numerator", verdict.Numerator);
        sheet.Number("statNumerator", verdict.StatNumerator);
        sheet.Number("physicalAmount", verdict.PhysicalAmount);
        sheet.Number("denominatorDays", verdict.Denominator.Days);
        json.WriteNumber("yearDays", verdict.Denominator.YearDays);
        sheet.Number("denominator", verdict.Denominator.Average);
        sheet.Array("segments", verdict.Denominator.Segments, Segment);
        sheet.Number("actual", verdict.Actual);
        sheet.Number("lowerBound", verdict.LowerBound);
        sheet.Number("upperBound", verdict.UpperBound);
        json.WriteString("sufficiency", verdict.Sufficiency.ToString());
        json.WriteString("tier", verdict.Tier?.ToString());
        sheet.Number("allowed", verdict.Quota.Quota is { } quota ? verdict.Definition.Allowed(quota.Constraint, verdict.Denominator) : null);
        sheet.Number("overrun", verdict.OverrunAmount);
        sheet.Number("estimatedShare", verdict.EstimatedShare);
        json.WriteBoolean("provisional", verdict.Provisional);
        sheet.Array("deciding", verdict.Deciding, bill => Deciding(bill, verdict));
        Quota(verdict);
        Plan(verdict);
        Limit(verdict);
    }

    /// <summary>A neighbour's meter behind the same main meter stays unnamed.</summary>
    private void Deciding(MissingBill bill, Verdict verdict)
    {
        var isOwn = bill.Meter.Meter.InstitutionCode == institution || bill.AmountAtMost > 0;
        json.WriteString("meter", isOwn ? bill.Meter.Meter.Code : null);
        sheet.Days(bill.Days);
        sheet.Number("quantityAtMost", isOwn ? bill.QuantityAtMost : null);
        sheet.Number("amountAtMost", bill.AmountAtMost);
        json.WriteBoolean("alone", bill.DecidesAlone);
        json.WriteBoolean("together", bill.DecidesTogether);
    }

    private void Quota(Verdict verdict)
    {
        json.WriteStartObject("quota");
        json.WriteString("noQuotaBecause", verdict.Quota.Reason);
        json.WriteString("standard", verdict.Quota.Standard?.Code);
        json.WriteString("table", verdict.Quota.Quota?.Table);
        sheet.Number("constraint", verdict.Quota.Quota?.Constraint);
        sheet.Number("baseline", verdict.Quota.Quota?.Baseline);
        sheet.Number("guiding", verdict.Quota.Quota?.Guiding);
        sheet.Array("steps", verdict.Quota.Steps.Where(step => !step.IsLater), Step);
        json.WriteEndObject();
    }

    /// <summary>
    /// How the row was found: each adoption in force that was looked at, and of the one that decided every row and why it fits or not.
    /// </summary>
    private void Step(AdoptionStep step)
    {
        json.WriteString("region", step.Adoption.RegionCode);
        json.WriteString("standard", step.Adoption.StandardCode);
        json.WriteString("zone", step.Adoption.Zone);
        json.WriteString("from", step.Adoption.From.ToString("O", CultureInfo.InvariantCulture));
        json.WriteString("outcome", step.Outcome);
        sheet.Array("rows", step.Rows, row =>
        {
            json.WriteString("table", row.Row.Table);
            json.WriteString("level", row.Row.Level?.ToString());
            json.WriteString("grade", row.Row.Grade?.ToString());
            json.WriteString("zone", row.Row.Zone);
            json.WriteString("heating", row.Row.HeatingType?.ToString());
            sheet.Number("constraint", row.Row.Constraint);
            json.WriteString("leftOutFor", row.LeftOutFor);
        });
    }

    private void Plan(Verdict verdict)
    {
        if (verdict.Plan is not { } plan) return;
        json.WriteStartObject("plan");
        json.WriteString("plan", plan.Match.Plan.Code);
        json.WriteString("path", plan.Match.Plan.Path.ToString());
        sheet.Number("cumulativeRatePercent", plan.Match.Target.CumulativeRatePercent);
        sheet.Number("base", plan.BaseValue);
        json.WriteString("baseSource", plan.Base.Source.ToString());
        sheet.Number("lastActual", plan.LastActual);
        sheet.Number("target", plan.Target);
        sheet.Number("originalTarget", plan.OriginalTarget);
        json.WriteString("targetBasis", plan.Basis.ToString());
        if (plan.Order is { } order) Order(order);
        sheet.Number("actual", verdict.PlanActual);
        if (plan.Base.WouldBe is { } other) sheet.Number("baseWouldBe", other.Value);
        if (verdict.PlanProgress is { } progress) Score(progress);
        json.WriteEndObject();
    }

    private void Order(PlanOverride order)
    {
        json.WriteNumber("order", order.Id);
        json.WriteString("orderOf", order.RegionCode);
        sheet.Number(order.Kind == OverrideKind.Value ? "orderedValue" : "orderedRatePercent", order.Amount);
    }

    private void Score(PlanProgress progress)
    {
        sheet.Number("debt", progress.Debt);
        sheet.Number("completionPercent", progress.CompletionPercent);
        sheet.Number("progressPercent", progress.ProgressPercent);
        sheet.Number("modelA", progress.ModelA);
        sheet.Number("modelB", progress.ModelB);
        json.WriteString("grade", progress.Grade?.ToString());
        json.WriteString("scoreRules", progress.Plan.ScoreRules?.Code);
        json.WriteString("scoreParameters", progress.Plan.ScoreRules?.Parameters);
    }

    private void Limit(Verdict verdict)
    {
        if (verdict.PlanLimit is not { } limit) return;
        json.WriteStartObject("limit");
        json.WriteString("plan", limit.PlanCode);
        sheet.Number("value", limit.Value);
        if (limit.Order is { } order) Order(order);
        json.WriteEndObject();
    }

    private void Segment(Segment segment)
    {
        json.WriteString("of", segment.Source);
        json.WriteString("what", segment.What);
        sheet.Days(segment.Span);
        sheet.Number("value", segment.Value);
    }
}
