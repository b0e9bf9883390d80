using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Data.Backups;

/// <summary>The file behind an embedded database.</summary>
public static class DatabaseFile
{
    /// <summary>What is wrong with the file itself; null when it is sound, and always on PostgreSQL, which looks after its own.</summary>
    public static string? FaultOf(QuotaDb db) =>
        db.Database.IsSqlite() ? SqliteCopy.Fault(db.Database.GetConnectionString()!) : null;
}
