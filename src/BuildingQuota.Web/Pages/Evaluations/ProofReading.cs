using System.Text.Json;
using System.Text.Json.Serialization;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;
using BuildingQuota.Features.Quotas;

namespace BuildingQuota.Web.Pages.Evaluations;

/// <summary>
/// A proof sheet as the page reads it: the canonical JSON by its names. What an older sheet does not have is empty here, so that a run
/// of any engine can still be read.
/// </summary>
public sealed record ProofReading
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public SubjectKind SubjectKind { get; init; }

    public string Subject { get; init; } = "";

    public string Name { get; init; } = "";

    public string? FactorSet { get; init; }

    public string? RuleSet { get; init; }

    public decimal? CoverageRequired { get; init; }

    public decimal? ProvisionalShare { get; init; }

    public IReadOnlyList<ProofMeter> Meters { get; init; } = [];

    public IReadOnlyList<ProofCoefficient> Coefficients { get; init; } = [];

    public IReadOnlyList<ProofRow> Rows { get; init; } = [];

    public IReadOnlyList<ProofMember> Members { get; init; } = [];

    public IReadOnlyList<ProofVerdict> Verdicts { get; init; } = [];

    public static ProofReading Read(string json) => JsonSerializer.Deserialize<ProofReading>(json, Json)!;

    /// <summary>The unit in which a carrier is counted; of a region there is none, it adds up its members' figures.</summary>
    public string UnitOf(string carrier) => Coefficients.FirstOrDefault(row => row.Carrier == carrier)?.Unit ?? "";

    /// <summary>What is missing in any meter, so that a whole year needs no word.</summary>
    public int MissingDays => Meters.Sum(meter => meter.ActiveDays - meter.CoveredDays);
}

/// <summary>A meter that feeds the sums; <paramref name="Share"/> is the subject's part of it (0 to 1).</summary>
public sealed record ProofMeter(
    string Code, string? Parent, string? Building, string Carrier, string Purpose, int ActiveDays, int CoveredDays, decimal? MostMissing,
    decimal? Share, IReadOnlyList<ProofTakenOut>? TakenOut, IReadOnlyList<ProofSlice>? Slices);

/// <summary>What sub-meters take out of a main meter in a month.</summary>
public sealed record ProofTakenOut(int Month, decimal Quantity);

/// <summary>The part of a bill that lies in the year: <paramref name="Billed"/> is the whole bill in the supplier's unit.</summary>
public sealed record ProofSlice(
    long Bill, string? Number, string Type, DateOnly From, DateOnly Until, int Days, decimal? Billed, string? BilledUnit, decimal Quantity,
    decimal? Cost);

/// <summary>Kilograms of coal equivalent per unit in each set (by the set's name), and of CO2.</summary>
public sealed record ProofCoefficient(string Carrier, string Unit, decimal? KgCo2)
{
    [JsonExtensionData]
    public Dictionary<string, JsonElement> Sets { get; init; } = [];

    public string Of(string set) => Sets.TryGetValue(set, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetRawText() : "–";
}

/// <summary>A month of a carrier and purpose in a building.</summary>
public sealed record ProofRow(
    string? Building, string Carrier, string Purpose, int Month, decimal Quantity, string Unit, decimal? Kgce, decimal? KgCo2, decimal? Cost,
    int CoveredDays);

/// <summary>An institution's verdict that a region adds up.</summary>
public sealed record ProofMember(
    string Institution, Indicator Indicator, long Evaluation, decimal? StatNumerator, decimal? Denominator, string Sufficiency);
