using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Quotas;
using BuildingQuota.Features.Imports.Cells;
using BuildingQuota.Features.Imports.Columns;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Imports.Kinds;

internal sealed record RuleSetRow(
    string Code, string RegionCode, int FromYear, decimal Coverage, decimal ProvisionalShare, string PvDeductedIn, bool Relax,
    string? ScoreRules, string Source);

/// <summary>What regions choose otherwise than the defaults. A set is never edited: other values come under another code and supersede it.</summary>
internal sealed class RuleSetsFile : FileKind<RuleSetRow>
{
    private const string None = "none";

    private static readonly EvaluationRules Default = new();

    public override FileLayout Layout => Layouts.RuleSets;

    public override bool IsInstitutions => false;

    protected override RuleSetRow Read(RowReader row)
    {
        var set = new RuleSetRow(row.Code("code"), row.Code("region_code"), YearOf(row), row.OptionalNumber("coverage") ?? Default.Coverage,
            row.OptionalNumber("provisional_share") ?? Default.ProvisionalShare, IndicatorsOf(row),
            row.OptionalWord<YesNo>("relax_after_over_achievement") == YesNo.Yes, row.OptionalText("score_rules"), row.Text("source"));
        if (!row.IsGood) return set;
        if (set.Coverage is not (> 0 and <= 1)) row.Bad("coverage", "rule-set.coverage-out-of-range");
        if (set.ProvisionalShare is not (>= 0 and <= 1)) row.Bad("provisional_share", "rule-set.provisional-out-of-range");
        return set;
    }

    protected override async Task<Changes> Settle(ImportSession session, IReadOnlyList<Numbered<RuleSetRow>> rows)
    {
        var regions = await session.Db.Regions.Select(region => region.Code).ToHashSetAsync(session.Stop);
        var all = await session.Db.RuleSets.AsNoTracking().ToListAsync(session.Stop);
        var byCode = all.ToDictionary(set => set.Code, RowOf);
        var current = all.Where(set => set.SupersededById is null).ToList();
        var merged = new Merged<(string, int), RuleSetRow>(session.Problems, rows, KeyOf, current.Select(RowOf).ToDictionary(KeyOf));
        merged.Require("region_code", row => row.RegionCode, row => regions.Contains(row.RegionCode), "region.not-found");
        merged.Require("code", row => row.Code, row => !byCode.ContainsKey(row.Code), "rule-set.code-used");
        var scores = await session.Db.ScoreRules.Select(rule => rule.SetCode).Distinct().ToHashSetAsync(session.Stop);
        merged.Require("score_rules", row => row.ScoreRules ?? "", row => row.ScoreRules is null || scores.Contains(row.ScoreRules),
            "rule-set.score-rules-unknown");
        RequireOwnCodes(merged);
        var versions = new Versions<(string, int), RuleSet>(session)
        {
            Current = current.ToDictionary(set => KeyOf(RowOf(set)), set => set.Id), SupersededBy = set => set.SupersededById,
        };
        return merged.Changes(() => versions.Write(merged, (row, id) => EntityOf(row, id, session.BatchId)));
    }

    /// <summary>The same code twice in one file with different places: neither is taken.</summary>
    private static void RequireOwnCodes(Merged<(string, int), RuleSetRow> merged)
    {
        var shared = merged.Rows.GroupBy(row => row.Value.Code).Where(same => same.Count() > 1).Select(same => same.Key).ToHashSet();
        merged.Require("code", row => row.Code, row => !shared.Contains(row.Code), "rule-set.code-used");
    }

    private static int YearOf(RowReader row)
    {
        if (row.OptionalNumber("from_year") is not { } year) return (int)row.Number("from_year");
        if (year is >= 2000 and <= 2100 && year == decimal.Truncate(year)) return (int)year;
        row.Bad("from_year", "rule-set.not-a-year");
        return 0;
    }

    /// <summary>Indicators in the order of the contract; <c>none</c> deducts nowhere, empty is the default.</summary>
    private static string IndicatorsOf(RowReader row)
    {
        var words = (row.OptionalText("pv_deducted_in") ?? string.Join(' ', Default.PvDeductedIn))
            .Split([' ', ';', '；', '、'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words is [None]) return "";
        var found = new HashSet<Indicator>();
        foreach (var word in words)
            if (WordTable<Indicator>.TryParse(word, out var indicator)) found.Add(indicator);
            else row.Bad("pv_deducted_in", "rule-set.indicator-unknown", word);
        return string.Join(' ', found.Order());
    }

    private static (string, int) KeyOf(RuleSetRow row) => (row.RegionCode, row.FromYear);

    private static RuleSetRow RowOf(RuleSet stored) => new(stored.Code, stored.RegionCode, stored.FromYear, stored.Coverage,
        stored.ProvisionalShare, stored.PvDeductedIn, stored.RelaxAfterOverAchievement, stored.ScoreRules, stored.Source);

    private static RuleSet EntityOf(RuleSetRow row, long id, long importId) => new()
    {
        Id = id, Code = row.Code, RegionCode = row.RegionCode, FromYear = row.FromYear, Coverage = row.Coverage,
        ProvisionalShare = row.ProvisionalShare, PvDeductedIn = row.PvDeductedIn, RelaxAfterOverAchievement = row.Relax,
        ScoreRules = row.ScoreRules, Source = row.Source, ImportId = importId,
    };
}
