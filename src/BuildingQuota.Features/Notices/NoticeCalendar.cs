using BuildingQuota.Data;
using BuildingQuota.Domain.Notices;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Notices;

/// <summary>Days as letters count them: today in China, and the reply date by the published calendar.</summary>
public sealed class NoticeCalendar(QuotaDb db, TimeProvider clock)
{
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    public DateTimeOffset Now => clock.GetUtcNow();

    public DateOnly Today => DateOnly.FromDateTime(Now.ToOffset(China).DateTime);

    public async Task<WorkingDay> ReplyBy(DateOnly issued, int workingDays, CancellationToken stop)
    {
        var calendar = await db.CalendarDays.AsNoTracking().Where(day => day.Date >= new DateOnly(issued.Year, 1, 1)).ToListAsync(stop);
        return new WorkingDays(calendar).After(issued, workingDays);
    }
}
