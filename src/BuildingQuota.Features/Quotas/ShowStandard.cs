using BuildingQuota.Data;
using BuildingQuota.Domain.Quotas;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Quotas;

/// <summary>A row by its place in the set, from 1.</summary>
public sealed record NumberedQuota(int Number, Quota Row);

/// <summary>A finding, the place of its row (null: of the whole set), and who acknowledged it, if anybody did.</summary>
public sealed record FindingReading(QuotaFinding Finding, int? Number, QuotaStandardEvent? Acknowledged)
{
    /// <summary>Stands in the way of publication.</summary>
    public bool IsOpen => Finding.Severity == FindingSeverity.Error || Acknowledged is null;
}

/// <summary>A set of quotas, what is odd about it, what happened to it and who judges by it.</summary>
public sealed record StandardReading(QuotaStandard Standard)
{
    public required IReadOnlyList<NumberedQuota> Rows { get; init; }

    public required IReadOnlyList<FindingReading> Findings { get; init; }

    public required IReadOnlyList<QuotaStandardEvent> Events { get; init; }

    public required IReadOnlyList<Adoption> Adoptions { get; init; }

    public int OpenErrors => Findings.Count(finding => finding.Finding.Severity == FindingSeverity.Error);

    public int OpenWarnings => Findings.Count(finding => finding.IsOpen) - OpenErrors;
}

/// <summary>Somebody opens a set of quotas; null when there is none that they may see.</summary>
public sealed class ShowStandard(QuotaDb db)
{
    public async Task<StandardReading?> Run(string code, CancellationToken stop)
    {
        var standard = await Standards.Visible(db).AsNoTracking().SingleOrDefaultAsync(one => one.Code == code, stop);
        return standard is null ? null : await Read(db, standard, stop);
    }

    internal static async Task<StandardReading> Read(QuotaDb db, QuotaStandard standard, CancellationToken stop)
    {
        var draft = await Standards.Read(db, standard, stop);
        var events = await Standards.Events(db, standard.Code, stop);
        var numbers = draft.Rows.Select((row, at) => (row, at)).ToDictionary(pair => pair.row, pair => pair.at + 1);
        return new StandardReading(standard)
        {
            Rows = [.. numbers.Select(pair => new NumberedQuota(pair.Value, pair.Key))],
            Findings = [.. QuotaSanity.Check(draft).Select(finding => new FindingReading(
                finding, finding.Row is null ? null : numbers[finding.Row], events.FindLast(happened => happened.FindingKey == finding.Key)))],
            Events = events,
            Adoptions = await db.Adoptions.AsNoTracking().Where(row => row.StandardCode == standard.Code)
                .OrderBy(row => row.From).ThenBy(row => row.RegionCode).ToListAsync(stop),
        };
    }
}
