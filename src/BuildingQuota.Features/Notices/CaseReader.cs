using BuildingQuota.Data;
using BuildingQuota.Domain.Conversion;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Institutions;
using BuildingQuota.Domain.Notices;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;
using BuildingQuota.Domain.Rules;
using BuildingQuota.Features.Notices.Content;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Notices;

/// <summary>Reads what cases are drafted from, many institutions at a time.</summary>
internal sealed class CaseReader(QuotaDb db, int year)
{
    private Dictionary<string, Bureau> _bureaus = [];

    /// <summary>Every overrun of the year within the scope, in a fixed order.</summary>
    public async Task<IReadOnlyList<OverrunCase>> Overruns(string? institution, CancellationToken stop)
    {
        var over = await db.YearVerdicts.AsNoTracking()
            .Where(verdict => verdict.Year == year && verdict.IsCurrent && verdict.SubjectKind == SubjectKind.Institution)
            .Where(verdict => verdict.TierName == TierName.OverConstraint && (institution == null || verdict.SubjectCode == institution))
            .Where(verdict => verdict.Sufficiency == Sufficiency.Sufficient || verdict.Sufficiency == Sufficiency.OverWhateverIsMissing)
            .Select(verdict => new { verdict.SubjectCode, verdict.Indicator, verdict.EvaluationId }).ToListAsync(stop);
        return [.. over.Select(row => new OverrunCase(row.SubjectCode, OverrunRule.FamilyOf(row.Indicator), row.EvaluationId)).Distinct()
            .OrderBy(one => one.InstitutionCode, StringComparer.Ordinal).ThenBy(one => one.Family)];
    }

    public async Task<ContentWriter> Writer(NoticeSettings settings, CancellationToken stop)
    {
        _bureaus = await db.Bureaus.AsNoTracking().ToDictionaryAsync(bureau => bureau.RegionCode, stop);
        var conversions = new ConversionTable(
            await db.UnitConversions.AsNoTracking().ToListAsync(stop), await db.Coefficients.AsNoTracking().ToListAsync(stop), []);
        var quotas = new PublishedQuotas(
            await db.QuotaStandards.AsNoTracking().ToListAsync(stop), await db.Quotas.AsNoTracking().ToListAsync(stop));
        return new ContentWriter(new MonthsAgainstBudget(conversions), quotas, settings);
    }

    /// <summary>The records of these cases, by case.</summary>
    public async Task<IReadOnlyDictionary<OverrunCase, CaseRecords>> Read(IReadOnlyCollection<OverrunCase> cases, CancellationToken stop)
    {
        var codes = cases.Select(one => one.InstitutionCode).Distinct().ToArray();
        var institutions = await db.Institutions.AsNoTracking().Where(row => codes.Contains(row.Code))
            .ToDictionaryAsync(row => row.Code, stop);
        var verdicts = await db.YearVerdicts.AsNoTracking()
            .Where(row => row.IsCurrent && row.SubjectKind == SubjectKind.Institution && codes.Contains(row.SubjectCode))
            .Where(row => row.Year == year || row.Year == year - 1).ToListAsync(stop);
        var months = await db.MonthlyFacts.AsNoTracking()
            .Where(row => codes.Contains(row.InstitutionCode) && (row.Year == year || row.Year == year - 1)).ToListAsync(stop);
        var facts = months.ToLookup(row => (row.InstitutionCode, row.Year));
        var ids = cases.Select(one => one.EvaluationId).Distinct().ToArray();
        var evaluations = await db.Evaluations.AsNoTracking().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, stop);
        var byInstitution = verdicts.ToLookup(row => row.SubjectCode);
        return cases.Where(one => BureauOf(institutions[one.InstitutionCode]) is not null).ToDictionary(one => one, one => new CaseRecords(
            institutions[one.InstitutionCode], BureauOf(institutions[one.InstitutionCode])!, evaluations[one.EvaluationId])
        {
            Family = one.Family,
            Verdicts = [.. byInstitution[one.InstitutionCode].Where(row => row.Year == year && IsOf(one, row))],
            Facts = [.. facts[(one.InstitutionCode, year)]],
            WholeBefore = byInstitution[one.InstitutionCode].Where(row => row.Year == year - 1 && row.Sufficiency == Sufficiency.Sufficient)
                .Select(row => row.Indicator).ToHashSet(),
            FactsBefore = [.. facts[(one.InstitutionCode, year - 1)]],
        });
    }

    public static RuleBrokenException NoBureau(string institution) => new(
        "notice.no-bureau", $"No bureau serves the region of {institution} or any region above it.",
        "Enter a bureau for one of its regions.");

    private static bool IsOf(OverrunCase one, YearVerdict verdict) =>
        OverrunRule.IsNoticed(verdict) && OverrunRule.FamilyOf(verdict.Indicator) == one.Family && verdict.EvaluationId == one.EvaluationId;

    /// <summary>The bureau of the nearest region that has one.</summary>
    private Bureau? BureauOf(Institution institution) => RegionPaths.NearestFirst(institution.RegionPath)
        .Select(code => _bureaus.GetValueOrDefault(code)).FirstOrDefault(bureau => bureau is not null);
}
