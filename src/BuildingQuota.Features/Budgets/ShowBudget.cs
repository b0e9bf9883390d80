using BuildingQuota.Data;
using BuildingQuota.Domain.Budgets;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Budgets;

/// <summary>The open year of one subject against one of its limits, and how it stands against the others.</summary>
public sealed record BudgetProfile(Forecast Forecast, IReadOnlyList<BudgetMonth> Months, ForecastTrace Trace)
{
    /// <summary>All limits of the subject's year, the worst first; this one among them.</summary>
    public required IReadOnlyList<WarningRow> Limits { get; init; }

    public required string InstitutionName { get; init; }
}

/// <summary>Somebody opens the energy calendar of a subject: of the limit they ask for, else of the worst.</summary>
public sealed class ShowBudget(QuotaDb db, FindWarnings warnings)
{
    /// <summary>Null when the subject has no forecast in the scope, or none against that limit.</summary>
    public async Task<BudgetProfile?> Run(SubjectKind kind, string code, Indicator? indicator, LimitKind? limit, CancellationToken stop)
    {
        var limits = await warnings.Of(kind, code, stop);
        var chosen = limits.FirstOrDefault(row =>
            (indicator is null || row.Indicator == indicator) && (limit is null || row.LimitKind == limit));
        if (chosen is null) return null;
        var forecast = await db.Forecasts.AsNoTracking().FirstAsync(row => row.Id == chosen.Id, stop);
        var months = await db.BudgetMonths.AsNoTracking().Where(month => month.ForecastId == chosen.Id).OrderBy(month => month.Month)
            .ToListAsync(stop);
        var institution = await db.Institutions.Where(one => one.Code == forecast.InstitutionCode).Select(one => one.Name).FirstAsync(stop);
        return new BudgetProfile(forecast, months, ForecastTrace.Read(forecast.Trace)) { Limits = limits, InstitutionName = institution };
    }
}
