using BuildingQuota.Data;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Metering;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Features.Quotas;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Evaluations;

/// <summary>One month of one carrier and purpose that entered a numerator; <see cref="Amount"/> is in the numerator's unit.</summary>
public sealed record NumeratorRow(
    int Month, string? BuildingCode, Carrier Carrier, MeterPurpose Purpose, decimal Quantity, string Unit, decimal Amount,
        int CoveredDays, int DaysInMonth);

/// <summary>A verdict with all that was said and the months that it comes from.</summary>
public sealed record VerdictProfile
{
    public required YearVerdict Verdict { get; init; }

    public required Evaluation Run { get; init; }

    public required IReadOnlyList<NumeratorRow> Months { get; init; }

    /// <summary>Sum of <see cref="Months"/>: equal to the verdict's numerator while its facts are those of today.</summary>
    public decimal MonthsSum => Months.Sum(row => row.Amount);

    public required IReadOnlyList<VerdictRow> OtherYears { get; init; }

    /// <summary>How the run found the quota, as its proof sheet keeps it.</summary>
    public required IReadOnlyList<StepReading> QuotaSteps { get; init; }

    /// <summary>The missing bills that decide an undetermined verdict, heaviest first.</summary>
    public required IReadOnlyList<DecidingBill> Deciding { get; init; }
}

/// <summary>Somebody asks where a verdict comes from; null when there is none in their scope.</summary>
public sealed class ShowVerdict(QuotaDb db, ReadTrace trace)
{
    public async Task<VerdictProfile?> Run(long id, CancellationToken stop)
    {
        var verdict = await db.YearVerdicts.AsNoTracking().FirstOrDefaultAsync(v => v.Id == id, stop);
        if (verdict is null) return null;
        var years = await db.YearVerdicts.AsNoTracking()
            .Where(v => v.IsCurrent && v.SubjectKind == verdict.SubjectKind && v.SubjectCode == verdict.SubjectCode
                && v.Indicator == verdict.Indicator)
            .OrderBy(v => v.Year).Select(VerdictRow.From).ToListAsync(stop);
        return new VerdictProfile
        {
            Verdict = verdict, Run = await db.Evaluations.AsNoTracking().FirstAsync(e => e.Id == verdict.EvaluationId, stop),
            Months = verdict.SubjectKind == SubjectKind.Region ? [] : await MonthsOf(verdict, stop), OtherYears = years,
            QuotaSteps = verdict.SubjectKind == SubjectKind.Region ? [] : StepReading.OfSheet(
                await trace.Run(verdict.EvaluationId, stop) ?? "{}", verdict.SubjectCode, verdict.Indicator),
            Deciding = await db.DecidingBills.AsNoTracking().Where(bill => bill.VerdictId == id).OrderBy(bill => bill.Rank).ToListAsync(stop),
        };
    }

    private async Task<IReadOnlyList<NumeratorRow>> MonthsOf(YearVerdict verdict, CancellationToken stop) =>
    [
        .. (await NumeratorFacts.Of(verdict, db, stop)).Rows
            .OrderBy(row => row.Fact.Month).ThenBy(row => row.Fact.BuildingCode, StringComparer.Ordinal).ThenBy(row => row.Fact.Carrier)
                .ThenBy(row => row.Fact.Purpose)
            .Select(row => new NumeratorRow(row.Fact.Month, row.Fact.BuildingCode, row.Fact.Carrier, row.Fact.Purpose, row.Fact.Quantity,
                row.Fact.Unit, row.Amount, row.Fact.CoveredDays, row.Fact.DaysInMonth)),
    ];
}
