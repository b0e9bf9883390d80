using BuildingQuota.Domain.Buildings;
using BuildingQuota.Domain.Institutions;
using BuildingQuota.Domain.Quotas;
using BuildingQuota.Features.Imports.Cells;
using BuildingQuota.Features.Imports.Columns;
using BuildingQuota.Features.Quotas;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Imports.Kinds;

internal sealed record QuotaKey(string StandardCode, string Table, InstitutionKind Kind, AdministrativeLevel? Level, HospitalGrade? Grade,
    string? Zone, HeatingType? Heating, Indicator Indicator);

internal sealed record QuotaRow(QuotaKey Key, string Unit, decimal Constraint, decimal? Baseline, decimal Guiding)
{
    public string? CoefficientSet { get; init; }

    public string Source { get; init; } = "";

    public string Confidence { get; init; } = "";
}

/// <summary>
/// Rows of quota standards, into drafts only. What is odd about the values is said on the page of the draft: here a row is taken as it
/// was given (docs/rules/quota-set.md).
/// </summary>
internal sealed class QuotasFile : FileKind<QuotaRow>
{
    public override FileLayout Layout => Layouts.Quotas;

    public override bool IsInstitutions => false;

    public override bool IsDrafting => true;

    protected override QuotaRow Read(RowReader row)
    {
        var key = new QuotaKey(
            row.Code("standard_code"), row.Code("table"), row.Word<InstitutionKind>("institution_kind"),
            row.OptionalWord<AdministrativeLevel>("level"), row.OptionalWord<HospitalGrade>("grade"), row.OptionalCode("zone"),
            row.OptionalWord<HeatingType>("heating_type"), row.Word<Indicator>("indicator"));
        return new QuotaRow(
            key, row.Text("unit"), row.Number("constraint"), row.OptionalNumber("baseline"), row.Number("guiding"))
        {
            CoefficientSet = row.OptionalCode("coefficient_set"), Source = row.Text("source"),
            Confidence = row.OptionalText("confidence", 40) ?? QuotaStandardsFile.Copied,
        };
    }

    protected override async Task<Changes> Settle(ImportSession session, IReadOnlyList<Numbered<QuotaRow>> rows)
    {
        await Standards.Lock(session.Db, session.Stop);
        var standards = await session.Db.QuotaStandards.AsNoTracking().ToDictionaryAsync(standard => standard.Code, session.Stop);
        var codes = rows.Select(row => row.Value.Key.StandardCode).Distinct().ToArray();
        var stored = await session.Db.Quotas.AsNoTracking().Where(quota => codes.Contains(quota.StandardCode)).ToListAsync(session.Stop);
        var merged = new Merged<QuotaKey, QuotaRow>(session.Problems, rows, row => row.Key, stored.Select(RowOf).ToDictionary(row => row.Key));
        merged.Require("standard_code", row => row.Key.StandardCode, row => standards.ContainsKey(row.Key.StandardCode),
            "adoption.standard-not-found");
        merged.Require("standard_code", row => row.Key.StandardCode,
            row => !standards.TryGetValue(row.Key.StandardCode, out var standard) || QuotaStandardsFile.IsMine(standard, session),
            "quota-set.not-a-draft");
        return merged.Changes(() => Write(session, merged, stored.ToDictionary(quota => RowOf(quota).Key, quota => quota.Id)));
    }

    private static async Task Write(ImportSession session, Merged<QuotaKey, QuotaRow> rows, Dictionary<QuotaKey, long> ids)
    {
        var added = rows.New.ToList();
        var first = await session.TakeIds<Quota>(added.Count);
        await session.Insert([.. added.Select((row, at) => EntityOf(row.Value, first + at))]);
        await session.Update([.. rows.Changed.Select(row => EntityOf(row.Value, ids[row.Value.Key]))]);
    }

    private static QuotaRow RowOf(Quota stored) => new(
        new QuotaKey(stored.StandardCode, stored.Table, stored.InstitutionKind, stored.Level, stored.Grade, stored.Zone, stored.HeatingType,
            stored.Indicator), stored.Unit, stored.Constraint, stored.Baseline, stored.Guiding)
    {
        CoefficientSet = stored.CoefficientSet, Source = stored.Source, Confidence = stored.Confidence,
    };

    private static Quota EntityOf(QuotaRow row, long id) => new()
    {
        Id = id, StandardCode = row.Key.StandardCode, Table = row.Key.Table, InstitutionKind = row.Key.Kind, Level = row.Key.Level,
        Grade = row.Key.Grade, Zone = row.Key.Zone, HeatingType = row.Key.Heating, Indicator = row.Key.Indicator, Unit = row.Unit,
        Constraint = row.Constraint, Baseline = row.Baseline, Guiding = row.Guiding, CoefficientSet = row.CoefficientSet,
        Source = row.Source, Confidence = row.Confidence,
    };
}
