using BuildingQuota.Data;
using BuildingQuota.Data.Audit;
using BuildingQuota.Data.Bulk;
using BuildingQuota.Domain.Quotas;
using BuildingQuota.Domain.Rules;
using BuildingQuota.Features.Access;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Quotas;

/// <summary>What every use case on a set of quotas asks and keeps.</summary>
internal static class Standards
{
    /// <summary>Drafts are the bureaus': somebody who sees one institution meets what is published, and nothing else.</summary>
    public static IQueryable<QuotaStandard> Visible(QuotaDb db) => db.Scope.SeesEverything || db.Scope.RegionPath is not null
        ? db.QuotaStandards
        : db.QuotaStandards.Where(standard => standard.State == StandardState.Published || standard.State == StandardState.Superseded);

    /// <summary>Breaks <c>quota-set.not-found</c>.</summary>
    public static async Task<QuotaStandard> Get(QuotaDb db, string code, CancellationToken stop) =>
        await Visible(db).SingleOrDefaultAsync(standard => standard.Code == code, stop)
        ?? throw new RuleBrokenException("quota-set.not-found", $"There is no quota standard {code}.", "Look for it in the list.");

    /// <summary>Breaks <c>quota-set.not-yours</c>: a draft is moved within the region whose bureau made it, or above.</summary>
    public static void RequireOwn(QuotaDb db, QuotaStandard standard)
    {
        if (db.Scope.InstitutionCode is not null || standard.OwnerPath?.StartsWith(db.Scope.Path, StringComparison.Ordinal) != true)
            throw new RuleBrokenException("quota-set.not-yours", $"{standard.Code} is another bureau's.", "Copy it into a draft of your own.");
    }

    public static void Require(CurrentPerson person, Permission permission)
    {
        if (!person.May(permission))
            throw new RuleBrokenException("quota-set.not-allowed", $"{person.Name} may not do this.", "Ask an officer or an approver.");
    }

    /// <summary>Others who change a set wait here, so that what was checked is still true when it is written.</summary>
    public static Task<long> Lock(QuotaDb db, CancellationToken stop) => db.TakeNumber("quota-standards", stop);

    /// <summary>Keeps the tracked changes, one event and one line of the trail.</summary>
    public static async Task Record(QuotaDb db, QuotaStandard standard, QuotaStandardEvent happened, CancellationToken stop)
    {
        db.QuotaStandardEvents.Add(happened);
        await db.SaveChangesAsync(stop);
        var entry = new AuditEntry(
            happened.Actor, "quota-set." + happened.Action, "quotas/" + standard.Code,
            string.Join(' ', new[] { happened.FindingKey, happened.Note }.Where(text => text is not null)), standard.OwnerPath ?? "");
        await AuditTrail.Append(db, entry, happened.At, stop);
    }

    /// <summary>The set with everything that its findings depend on.</summary>
    public static async Task<QuotaDraft> Read(QuotaDb db, QuotaStandard standard, CancellationToken stop)
    {
        var rows = await db.Quotas.AsNoTracking().Where(row => row.StandardCode == standard.Code).OrderBy(row => row.Id).ToListAsync(stop);
        var carriers = await db.Coefficients.Select(row => new { row.SetCode, row.Carrier }).ToListAsync(stop);
        return new QuotaDraft(standard, rows, carriers.GroupBy(row => row.SetCode).ToDictionary(
            set => set.Key, set => (IReadOnlySet<Domain.Metering.Carrier>)set.Select(row => row.Carrier).ToHashSet()));
    }

    /// <summary>What judges: sets that were published, and who adopted them. A draft is nobody's input.</summary>
    public static async Task<QuotaBook> ReadBook(QuotaDb db, CancellationToken stop)
    {
        var judging = db.QuotaStandards.AsNoTracking()
            .Where(standard => standard.State == StandardState.Published || standard.State == StandardState.Superseded);
        return new QuotaBook(
            await judging.OrderBy(standard => standard.Code).ToListAsync(stop),
            await db.Quotas.AsNoTracking().Where(row => judging.Any(standard => standard.Code == row.StandardCode))
                .OrderBy(row => row.Id).ToListAsync(stop),
            await db.Adoptions.AsNoTracking().OrderBy(adoption => adoption.Id).ToListAsync(stop));
    }

    public static Task<List<QuotaStandardEvent>> Events(QuotaDb db, string code, CancellationToken stop) =>
        db.QuotaStandardEvents.AsNoTracking().Where(happened => happened.StandardCode == code).OrderBy(happened => happened.Id).ToListAsync(stop);
}
