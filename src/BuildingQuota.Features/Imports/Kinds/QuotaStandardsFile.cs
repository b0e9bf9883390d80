using BuildingQuota.Domain.Quotas;
using BuildingQuota.Features.Imports.Cells;
using BuildingQuota.Features.Imports.Columns;
using BuildingQuota.Features.Quotas;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Imports.Kinds;

internal sealed record QuotaStandardRow(
    string Code, string Name, string? Issuer, DateOnly? IssuedOn, DateOnly? EffectiveFrom, string CoefficientSet, string? Zones,
    string? Supersedes, string Source, string Confidence);

/// <summary>Heads of quota standards. A new one is its importer's draft; one that is published stays as it is (docs/rules/quota-set.md).</summary>
internal sealed class QuotaStandardsFile : FileKind<QuotaStandardRow>
{
    /// <summary>What is said of a value that somebody copied out and nobody has compared yet.</summary>
    internal const string Copied = "likely";

    public override FileLayout Layout => Layouts.QuotaStandards;

    public override bool IsInstitutions => false;

    public override bool IsDrafting => true;

    protected override QuotaStandardRow Read(RowReader row) => new(
        row.Code("code"), row.Text("name"), row.OptionalText("issuer"), row.OptionalDate("issued_on"), row.OptionalDate("effective_from"),
        row.Code("coefficient_set"), row.OptionalText("zones")?.Replace(';', ' '), row.OptionalCode("supersedes"), row.Text("source"),
        row.OptionalText("confidence", 40) ?? Copied);

    protected override async Task<Changes> Settle(ImportSession session, IReadOnlyList<Numbered<QuotaStandardRow>> rows)
    {
        await Standards.Lock(session.Db, session.Stop);
        var standards = await session.Db.QuotaStandards.AsNoTracking().ToDictionaryAsync(standard => standard.Code, session.Stop);
        var sets = await session.Db.CoefficientSets.Select(set => set.Code).ToHashSetAsync(session.Stop);
        var merged = new Merged<string, QuotaStandardRow>(session.Problems, rows, row => row.Code,
            standards.Values.ToDictionary(standard => standard.Code, RowOf));
        merged.Require("code", row => row.Code, row => !standards.TryGetValue(row.Code, out var old) || IsMine(old, session),
            "quota-set.not-a-draft");
        merged.Require("coefficient_set", row => row.CoefficientSet, row => sets.Contains(row.CoefficientSet),
            "quota-set.coefficient-set-unknown");
        merged.Require("supersedes", row => row.Supersedes,
            row => row.Supersedes is null || standards.GetValueOrDefault(row.Supersedes)?.State == StandardState.Published,
            "quota-set.supersedes-not-published");
        return merged.Changes(() => Write(session, merged, standards));
    }

    /// <summary>The importer's own draft: whoever changed rows would else be free to review them.</summary>
    internal static bool IsMine(QuotaStandard standard, ImportSession session) => standard.State == StandardState.Draft
        && string.Equals(standard.DraftedBy, session.Actor, StringComparison.OrdinalIgnoreCase)
        && standard.OwnerPath!.StartsWith(session.Db.Scope.Path, StringComparison.Ordinal);

    private static async Task Write(
        ImportSession session, Merged<string, QuotaStandardRow> rows, Dictionary<string, QuotaStandard> standards)
    {
        var added = rows.New.ToList();
        await session.Insert([.. added.Select(row => EntityOf(row.Value).AsDraft(session.Actor, session.Db.Scope.Path, row.Value.Supersedes))]);
        await session.Update([.. rows.Changed.Select(row => EntityOf(row.Value)
            .AsDraft(standards[row.Value.Code].DraftedBy!, standards[row.Value.Code].OwnerPath!, row.Value.Supersedes))]);
        var first = await session.TakeIds<QuotaStandardEvent>(added.Count);
        await session.Insert([.. added.Select((row, at) => new QuotaStandardEvent
        {
            Id = first + at, StandardCode = row.Value.Code, Action = "draft", Actor = session.Actor, At = session.Now,
            Note = FormattableString.Invariant($"imports/{session.BatchId}"),
        })]);
    }

    private static QuotaStandardRow RowOf(QuotaStandard stored) => new(
        stored.Code, stored.Name, stored.Issuer, stored.IssuedOn, stored.EffectiveFrom, stored.CoefficientSet, stored.Zones,
        stored.SupersedesCode, stored.Source, stored.Confidence);

    private static QuotaStandard EntityOf(QuotaStandardRow row) => new()
    {
        Code = row.Code, Name = row.Name, Issuer = row.Issuer, IssuedOn = row.IssuedOn, EffectiveFrom = row.EffectiveFrom,
        CoefficientSet = row.CoefficientSet, Zones = row.Zones, Source = row.Source, Confidence = row.Confidence,
    };
}
