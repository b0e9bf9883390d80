using System.Text.Json;
using System.Text.Json.Serialization;
using BuildingQuota.Domain.Buildings;
using BuildingQuota.Domain.Institutions;
using BuildingQuota.Domain.Quotas;

namespace BuildingQuota.Features.Quotas;

/// <summary>An adoption that was looked at on the way to a quota, as pages show it: from a proof sheet or from the book of today.</summary>
public sealed record StepReading(string Region, string Standard, string? Zone, DateOnly From, string Outcome, IReadOnlyList<RowReading> Rows)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static IReadOnlyList<StepReading> Of(QuotaMatch match) =>
    [
        .. match.Steps.Select(step => new StepReading(
            step.Adoption.RegionCode, step.Adoption.StandardCode, step.Adoption.Zone, step.Adoption.From, step.Outcome,
            [.. step.Rows.Select(row => new RowReading(
                row.Row.Table, row.Row.Level, row.Row.Grade, row.Row.Zone, row.Row.HeatingType, row.Row.Constraint, row.LeftOutFor))])),
    ];

    /// <summary>The steps that a proof sheet keeps of one verdict; none in a sheet of before they were kept.</summary>
    public static IReadOnlyList<StepReading> OfSheet(string sheet, string subject, Indicator indicator)
    {
        using var json = JsonDocument.Parse(sheet);
        if (!json.RootElement.TryGetProperty("verdicts", out var verdicts)) return [];
        var verdict = verdicts.EnumerateArray().FirstOrDefault(row =>
            row.GetProperty("subject").GetString() == subject && row.GetProperty("indicator").GetString() == indicator.ToString());
        return verdict.ValueKind == JsonValueKind.Object && verdict.TryGetProperty("quota", out var quota)
            && quota.TryGetProperty("steps", out var steps) ? steps.Deserialize<StepReading[]>(Json)! : [];
    }
}

/// <summary>A row of the standard that decided; <paramref name="LeftOutFor"/> (level, grade, zone, heating) is why it does not fit.</summary>
public sealed record RowReading(
    string Table, AdministrativeLevel? Level, HospitalGrade? Grade, string? Zone, HeatingType? Heating, decimal Constraint, string? LeftOutFor);
