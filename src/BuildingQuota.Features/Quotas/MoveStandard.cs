using BuildingQuota.Data;
using BuildingQuota.Data.Bulk;
using BuildingQuota.Domain.Quotas;
using BuildingQuota.Domain.Rules;
using BuildingQuota.Features.Access;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Quotas;

/// <summary>
/// Somebody reviews a set, sends it back or publishes it (docs/rules/quota-set.md). Publication supersedes the bureau's own set whose
/// place it takes; what was judged by that one stays judged by it.
/// </summary>
public sealed class MoveStandard(QuotaDb db, CurrentPerson person, TimeProvider clock)
{
    public sealed record Request(string Code, StandardAction Action, string? Note);

    /// <summary>Breaks <c>quota-set.has-errors</c>, <c>quota-set.warnings-open</c>, <c>quota-set.no-reason</c> and those of the life.</summary>
    public async Task Run(Request request, CancellationToken stop)
    {
        if (request.Action == StandardAction.Supersede)
            throw new RuleBrokenException("quota-set.wrong-state", "A set is superseded by publishing another.", "Publish the new version.");
        Standards.Require(person, request.Action == StandardAction.Publish ? Permission.PublishQuotas : Permission.ReviewQuotas);
        if (request.Action == StandardAction.Return && string.IsNullOrWhiteSpace(request.Note))
            throw new RuleBrokenException("quota-set.no-reason", "A set is not sent back without a reason.", "Say what is to be mended.");
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await Standards.Lock(db, stop);
        var standard = await Standards.Get(db, request.Code, stop);
        Standards.RequireOwn(db, standard);
        standard.Take(request.Action, person.Name);
        if (request.Action != StandardAction.Return) await RequireSound(standard, request.Action, stop);
        await Keep(standard, request.Action, request.Note, stop);
        if (request.Action == StandardAction.Publish && standard.SupersedesCode is { } old) await Supersede(old, standard.Code, stop);
        await transaction.CommitAsync(stop);
    }

    private async Task RequireSound(QuotaStandard standard, StandardAction action, CancellationToken stop)
    {
        var reading = await ShowStandard.Read(db, standard, stop);
        if (reading.OpenErrors > 0)
            throw new RuleBrokenException("quota-set.has-errors", FormattableString.Invariant($"{standard.Code} has {reading.OpenErrors} errors."),
                "Mend the rows that the page lists.");
        if (action == StandardAction.Publish && reading.OpenWarnings > 0)
            throw new RuleBrokenException("quota-set.warnings-open",
                FormattableString.Invariant($"{reading.OpenWarnings} warnings about {standard.Code} are not acknowledged."),
                "Mend the rows, or say of each why it is right.");
    }

    /// <summary>Reference data and another bureau's set stay as they are: the new one stands beside them, for whoever adopts it.</summary>
    private async Task Supersede(string code, string by, CancellationToken stop)
    {
        var old = await db.QuotaStandards.SingleAsync(standard => standard.Code == code, stop);
        if (!db.Scope.SeesEverything && old.OwnerPath?.StartsWith(db.Scope.Path, StringComparison.Ordinal) != true) return;
        if (old.State == StandardState.Superseded)
            throw new RuleBrokenException("quota-set.superseded-already", $"Another set took the place of {code} already.",
                "Copy that one, so that the newest is superseded.");
        old.Take(StandardAction.Supersede, person.Name);
        await Keep(old, StandardAction.Supersede, by, stop);
    }

    private async Task Keep(QuotaStandard standard, StandardAction action, string? note, CancellationToken stop) =>
        await Standards.Record(db, standard, new QuotaStandardEvent
        {
            Id = await db.TakeIds<QuotaStandardEvent>(1, stop), StandardCode = standard.Code, Action = Words.ToWord(action),
            Actor = person.Name, At = clock.GetUtcNow(), Note = string.IsNullOrWhiteSpace(note) ? null : note.Trim(),
        }, stop);
}
