using BuildingQuota.Data;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Quotas.Allocating;

/// <summary>Reads what the ladder stands on: verdicts of the year before, indicators given out for it, approved orders.</summary>
internal sealed class LastYears(QuotaDb db)
{
    public async Task<IReadOnlyList<LastYear>> Read(string regionPath, int lastYear, CancellationToken stop)
    {
        var members = db.Institutions.Where(one => one.RegionPath.StartsWith(regionPath)).Select(one => one.Code);
        var verdicts = await db.YearVerdicts.AsNoTracking()
            .Where(row => row.IsCurrent && row.Year == lastYear && row.SubjectKind == SubjectKind.Institution && row.Constraint != null
                && row.Denominator != null && members.Contains(row.InstitutionCode!))
            .OrderBy(row => row.SubjectCode).ThenBy(row => row.Indicator).ToListAsync(stop);
        var before = await db.YearIndicators.AsNoTracking()
            .Where(row => row.IsCurrent && row.Year == lastYear && members.Contains(row.InstitutionCode))
            .ToDictionaryAsync(row => (row.InstitutionCode, row.Indicator), row => row.Value, stop);
        var orders = (await db.IndicatorOverrides.AsNoTracking()
                .Where(row => row.Year == lastYear + 1 && row.ApprovedBy != null && members.Contains(row.InstitutionCode))
                .OrderBy(row => row.Id).ToListAsync(stop))
            .GroupBy(row => (row.InstitutionCode, row.Indicator)).ToDictionary(same => same.Key, same => same.Last());
        return
        [
            .. verdicts.Select(row => new LastYear(
                row.SubjectCode, row.Indicator, row.Actual, new QuotaTiers(row.Constraint!.Value, row.Baseline, row.Guiding!.Value),
                Denominator.OfAverage(lastYear, row.Denominator!.Value))
            {
                LastIndicator = before.GetValueOrDefault((row.SubjectCode, row.Indicator)),
                Order = orders.GetValueOrDefault((row.SubjectCode, row.Indicator)),
            }),
        ];
    }
}
