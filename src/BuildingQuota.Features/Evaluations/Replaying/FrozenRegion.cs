using System.Text.Json;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Institutions;

namespace BuildingQuota.Features.Evaluations.Replaying;

/// <summary>
/// What a region's run reads: the runs of its institutions, by their numbers, for these are never edited; and what its plan asks.
/// </summary>
internal sealed record FrozenRegion(Region Region, int Year, IReadOnlyList<long> Members)
{
    public required string EngineVersion { get; init; }

    public required EvaluationRules Rules { get; init; }

    public required string FactorSet { get; init; }

    public required IReadOnlyList<PastActual> History { get; init; }

    /// <summary>The one order in which a sheet names members, whatever the database sorts by.</summary>
    public static IReadOnlyList<YearVerdict> InOrder(IEnumerable<YearVerdict> members) =>
        [.. members.OrderBy(member => member.SubjectCode, StringComparer.Ordinal).ThenBy(member => member.Indicator)];

    public static FrozenDocument Write(FrozenRegion inputs, FrozenReference reference) =>
        FrozenDocument.Write(inputs.Region.Path, reference.Document.Hash, json =>
        {
            json.WritePropertyName("region");
            JsonSerializer.Serialize(json, inputs, FrozenRows.Options);
            reference.WriteFiled(json, [inputs.Region.Code]);
        });

    public static FrozenRegion Read(JsonElement document) => document.GetProperty("region").Deserialize<FrozenRegion>(FrozenRows.Options)!;
}
