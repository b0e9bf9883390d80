using BuildingQuota.Data;
using BuildingQuota.Data.Bulk;
using BuildingQuota.Domain.Quotas;
using BuildingQuota.Domain.Rules;
using BuildingQuota.Features.Access;

namespace BuildingQuota.Features.Quotas;

/// <summary>
/// Somebody says why what looks odd about a set is right. It holds for that row with those values; another value is odd anew.
/// </summary>
public sealed class AcknowledgeFinding(QuotaDb db, CurrentPerson person, TimeProvider clock)
{
    public sealed record Request(string Code, string FindingKey, string Reason);

    /// <summary>Breaks <c>quota-set.no-reason</c>, <c>quota-set.finding-gone</c>, <c>quota-set.not-acknowledgeable</c>.</summary>
    public async Task Run(Request request, CancellationToken stop)
    {
        Standards.Require(person, Permission.ReviewQuotas);
        if (string.IsNullOrWhiteSpace(request.Reason))
            throw new RuleBrokenException("quota-set.no-reason", "A warning is not acknowledged without a reason.", "Say why the value is right.");
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await Standards.Lock(db, stop);
        var standard = await Standards.Get(db, request.Code, stop);
        Standards.RequireOwn(db, standard);
        var found = QuotaSanity.Check(await Standards.Read(db, standard, stop)).FirstOrDefault(finding => finding.Key == request.FindingKey)
            ?? throw new RuleBrokenException("quota-set.finding-gone", "The set has no such finding any more.", "Look at the page again.");
        if (found.Severity == FindingSeverity.Error)
            throw new RuleBrokenException("quota-set.not-acknowledgeable", "An error is mended, not acknowledged.", "Mend the row.");
        await Standards.Record(db, standard, new QuotaStandardEvent
        {
            Id = await db.TakeIds<QuotaStandardEvent>(1, stop), StandardCode = standard.Code, Action = "acknowledge", Actor = person.Name,
            At = clock.GetUtcNow(), Note = request.Reason.Trim(), FindingKey = found.Key,
        }, stop);
        await transaction.CommitAsync(stop);
    }
}
