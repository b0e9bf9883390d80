using BuildingQuota.Data;
using BuildingQuota.Domain.Metering;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Metering;

/// <summary>Somebody asks what a meter's dial showed, newest first; superseded readings stay to be seen.</summary>
public sealed class FindReadings(QuotaDb db)
{
    public async Task<IReadOnlyList<Reading>> Run(string? meter, CancellationToken stop) => string.IsNullOrEmpty(meter)
        ? []
        : await db.Readings.AsNoTracking().Where(reading => reading.MeterCode == meter)
            .OrderByDescending(reading => reading.ReadOn).ThenByDescending(reading => reading.Id).ToListAsync(stop);
}
