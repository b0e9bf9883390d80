using BuildingQuota.Data;
using BuildingQuota.Data.Bulk;
using BuildingQuota.Domain.Quotas;
using BuildingQuota.Domain.Rules;
using BuildingQuota.Features.Access;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Quotas;

/// <summary>
/// An officer copies a set of quotas into a draft of their own, to change and publish it in the place of the first. (The other way to a
/// draft is to import it.)
/// </summary>
public sealed class DraftStandard(QuotaDb db, CurrentPerson person, TimeProvider clock)
{
    public sealed record Request(string From, string Code, string Name);

    /// <summary>Breaks <c>quota-set.code-taken</c>, <c>quota-set.no-name</c>.</summary>
    public async Task Run(Request request, CancellationToken stop)
    {
        Standards.Require(person, Permission.DraftQuotas);
        var (code, name) = (request.Code.Trim(), request.Name.Trim());
        if (code.Length is 0 or > 64 || name.Length is 0 or > 400)
            throw new RuleBrokenException("quota-set.no-name", "A set has a code of at most 64 letters and a name.", "Give both.");
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await Standards.Lock(db, stop);
        var from = await Standards.Get(db, request.From, stop);
        if (await db.QuotaStandards.AnyAsync(standard => standard.Code == code, stop))
            throw new RuleBrokenException("quota-set.code-taken", $"There is a set {code} already.", "Give the new version another code.");

        var draft = new QuotaStandard
        {
            Code = code, Name = name, Issuer = from.Issuer, CoefficientSet = from.CoefficientSet, Zones = from.Zones, Source = from.Source,
            Confidence = from.Confidence,
        }.AsDraft(person.Name, db.Scope.Path, from.State == StandardState.Published ? from.Code : null);
        db.QuotaStandards.Add(draft);
        await Standards.Record(db, draft, new QuotaStandardEvent
        {
            Id = await db.TakeIds<QuotaStandardEvent>(1, stop), StandardCode = code, Action = "draft", Actor = person.Name,
            At = clock.GetUtcNow(), Note = from.Code,
        }, stop);
        await CopyRows(from.Code, code, stop);
        await transaction.CommitAsync(stop);
    }

    private async Task CopyRows(string from, string to, CancellationToken stop)
    {
        var rows = await db.Quotas.AsNoTracking().Where(row => row.StandardCode == from).OrderBy(row => row.Id).ToListAsync(stop);
        var id = rows.Count == 0 ? 0 : await db.TakeIds<Quota>(rows.Count, stop);
        await db.BulkInsert(rows.Select(row => new Quota
        {
            Id = id++, StandardCode = to, Table = row.Table, InstitutionKind = row.InstitutionKind, Level = row.Level, Grade = row.Grade,
            Zone = row.Zone, HeatingType = row.HeatingType, Indicator = row.Indicator, Unit = row.Unit, Constraint = row.Constraint,
            Baseline = row.Baseline, Guiding = row.Guiding, CoefficientSet = row.CoefficientSet, Source = row.Source,
            Confidence = row.Confidence,
        }), stop);
    }
}
