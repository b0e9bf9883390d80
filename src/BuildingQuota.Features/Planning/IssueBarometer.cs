using System.Globalization;
using BuildingQuota.Data;
using BuildingQuota.Data.Audit;
using BuildingQuota.Data.Bulk;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Rules;

namespace BuildingQuota.Features.Planning;

/// <summary>
/// An officer issues a region's barometer: number, date and rows are frozen together, with what the issue before said
/// (docs/rules/barometer.md).
/// </summary>
public sealed class IssueBarometer(QuotaDb db, TimeProvider clock)
{
    private static readonly TimeSpan ChinaOffset = TimeSpan.FromHours(8);

    public sealed record Request(string RegionCode, int Year, string? Note, string Actor);

    public async Task<long> Run(Request request, CancellationToken stop)
    {
        var region = await PlanRefusals.Own(db, request.RegionCode, "barometer.region-out-of-scope", stop);
        var now = clock.GetUtcNow();
        var today = DateOnly.FromDateTime(now.ToOffset(ChinaOffset).DateTime);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var sequence = await db.TakeNumber(string.Create(CultureInfo.InvariantCulture, $"barometer {region.Code} {today.Year}"), stop);
        var lines = await new BarometerReading(db).Read(region, request.Year, stop);
        if (!lines.Any(line => line.Levels.AreKnown))
            throw new RuleBrokenException("barometer.nothing-to-say",
                FormattableString.Invariant($"Nothing in {region.Code} has a warning level for {request.Year}."),
                "Evaluate a closed year under a plan first.");

        var issue = new BarometerIssue
        {
            Id = await db.TakeIds<BarometerIssue>(1, stop), RegionCode = region.Code, RegionName = region.Name, Year = request.Year,
            Number = FormattableString.Invariant($"{today.Year}-{sequence}"), IssuedOn = today, IssuedBy = request.Actor, IssuedAt = now,
            Note = string.IsNullOrWhiteSpace(request.Note) ? null : request.Note.Trim(),
        };
        var id = await db.TakeIds<BarometerRow>(lines.Count, stop);
        await db.BulkInsert([issue], stop);
        await db.BulkInsert(lines.Select(line => RowOf(line, id++, issue.Id)), stop);
        var said = FormattableString.Invariant($"{issue.Number}, {request.Year}, {lines.Count} rows");
        await AuditTrail.Append(db, new AuditEntry(request.Actor, "barometer.issue", $"barometer {region.Code}", said, region.Path), now, stop);
        await transaction.CommitAsync(stop);
        return issue.Id;
    }

    private static BarometerRow RowOf(BarometerLine line, long id, long issue) => new()
    {
        Id = id, IssueId = issue, SubjectKind = line.SubjectKind, SubjectCode = line.SubjectCode, SubjectName = line.SubjectName,
        InstitutionCode = line.InstitutionCode, Indicator = line.Indicator, PlanCode = line.PlanCode, AnnualLevel = line.Levels.Annual,
        PlanLevel = line.Levels.Plan, TotalLevel = line.Levels.Total, PreviousAnnualLevel = line.Previous?.Annual,
        PreviousPlanLevel = line.Previous?.Plan, PreviousTotalLevel = line.Previous?.Total, ScoreId = line.ScoreId,
    };
}
