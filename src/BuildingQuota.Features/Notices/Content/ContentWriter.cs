using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Institutions;
using BuildingQuota.Domain.Notices;
using BuildingQuota.Domain.Quotas;

namespace BuildingQuota.Features.Notices.Content;

/// <summary>What one case is drafted from.</summary>
internal sealed record CaseRecords(Institution Institution, Bureau Bureau, Evaluation Evaluation)
{
    public required IndicatorFamily Family { get; init; }

    /// <summary>The family's verdicts that are noticed.</summary>
    public required IReadOnlyList<YearVerdict> Verdicts { get; init; }

    public required IReadOnlyList<MonthlyFact> Facts { get; init; }

    /// <summary>Indicators whose bills of the year before were whole.</summary>
    public required IReadOnlySet<Indicator> WholeBefore { get; init; }

    public required IReadOnlyList<MonthlyFact> FactsBefore { get; init; }
}

/// <summary>Freezes what a notice will say.</summary>
internal sealed class ContentWriter(MonthsAgainstBudget months, PublishedQuotas quotas, NoticeSettings settings)
{
    public NoticeContent Write(CaseRecords records)
    {
        var leading = OverrunRule.Leading(records.Verdicts);
        var others = records.Verdicts.Where(verdict => verdict != leading).OrderBy(verdict => verdict.Indicator);
        return new NoticeContent
        {
            Version = NoticeContent.PresentVersion,
            Kind = NoticeKind.OverrunNotice,
            Family = records.Family,
            Year = leading.Year,
            Bureau = From(records.Bureau),
            Addressee = new AddresseePart(records.Institution.Code, records.Institution.Name),
            Rows = [.. others.Prepend(leading).Select(verdict => Row(verdict, records.Institution))],
            Months = months.Of(leading, records.Facts, records.WholeBefore.Contains(leading.Indicator) ? records.FactsBefore : null),
            Evaluation = From(records.Evaluation),
            PartialYear = leading.PartialYear,
            ReplyDays = settings.ReplyWorkingDays,
            Clauses = records.Family == IndicatorFamily.Energy ? ["公共机构节能条例#17", "公共机构节能条例#37.5"] : [],
        };
    }

    private OverrunRow Row(YearVerdict verdict, Institution institution)
    {
        var definition = IndicatorDefinition.Of(verdict.Indicator);
        return new OverrunRow
        {
            Indicator = verdict.Indicator, Unit = verdict.Unit, Actual = verdict.Actual,
            LowerBound = verdict.Actual is null ? verdict.LowerBound : null,
            Constraint = verdict.Constraint!.Value, Baseline = verdict.Baseline, Guiding = verdict.Guiding,
            OverrunAmount = verdict.OverrunAmount, OverrunPercent = verdict.OverrunPercent ?? AtLeastPercent(verdict),
            Numerator = verdict.Numerator, NumeratorUnit = definition.Measure.InUnit(),
            Denominator = verdict.Denominator, DenominatorKind = definition.Denominator,
            CoefficientSet = SetOf(verdict, definition.Measure), QuotaStandard = verdict.QuotaStandard!,
            QuotaStandardName = quotas.NameOf(verdict), QuotaTable = quotas.TableOf(verdict, institution),
            EstimatedShare = verdict.EstimatedShare, Sufficiency = verdict.Sufficiency,
        };
    }

    /// <summary>Cut off after two decimals: "at least" must not promise more than is known.</summary>
    private static decimal AtLeastPercent(YearVerdict verdict)
    {
        var percent = (verdict.LowerBound!.Value / verdict.Constraint!.Value - 1) * 100;
        return decimal.Truncate(percent * 100) / 100;
    }

    private static string? SetOf(YearVerdict verdict, Measure measure) => measure switch
    {
        Measure.WaterM3 => null,
        Measure.KgCo2 => verdict.FactorSet,
        _ => verdict.CoefficientSet,
    };

    private static BureauPart From(Bureau bureau) => new(bureau.Name, bureau.NameEn, bureau.DocumentCode)
    {
        Address = bureau.Address, Contact = bureau.Contact, Phone = bureau.Phone,
    };

    private static EvaluationPart From(Evaluation evaluation) =>
        new(evaluation.Id, evaluation.InputHash, evaluation.EngineVersion, evaluation.EvaluatedAt);
}
