using BuildingQuota.Data;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Budgets;

/// <summary>How a forecast in scope was found, as JSON text; null when there is none to be seen.</summary>
public sealed class ReadForecastTrace(QuotaDb db)
{
    public async Task<string?> Run(long forecast, CancellationToken stop)
    {
        var stored = await db.Forecasts.Where(row => row.Id == forecast).Select(row => row.Trace).SingleOrDefaultAsync(stop);
        return stored is null ? null : ForecastTrace.Text(stored);
    }
}
