using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BuildingQuota.Domain.Budgets;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Metering;
using BuildingQuota.Features.Notices.Content;

namespace BuildingQuota.Features.Budgets;

/// <summary>
/// How a forecast was found, so that it can be done again by hand: limit, shapes, what each series holds and is expected to hold, the
/// tests of closed years, and the errors that gave the interval. Twelve places are months; parts are of calendar months, 0 to 1.
/// </summary>
public sealed record ForecastTrace
{
    /// <summary>The month that the rest of the year is counted from, as <c>yyyy-MM</c>.</summary>
    public required string AsOfMonth { get; init; }

    public required BudgetRules Rules { get; init; }

    public required LimitPart Limit { get; init; }

    public required ShapePart Budget { get; init; }

    public required IReadOnlyList<SeriesPart> Series { get; init; }

    public required IReadOnlyList<TestPart> Tests { get; init; }

    public required ErrorsPart Errors { get; init; }

    /// <summary>Null in traces of before it was kept.</summary>
    public OutcomePart? Outcome { get; init; }

    public static ForecastTrace Read(byte[] stored) => JsonSerializer.Deserialize<ForecastTrace>(Text(stored), CanonicalJson.Options)!;

    public static string Text(byte[] stored)
    {
        using var brotli = new BrotliStream(new MemoryStream(stored), CompressionMode.Decompress);
        using var reader = new StreamReader(brotli, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    internal (string Hash, byte[] Stored) Stored()
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(this, CanonicalJson.Options);
        using var target = new MemoryStream();
        using (var brotli = new BrotliStream(target, CompressionLevel.Fastest)) brotli.Write(json);
        return (Convert.ToHexStringLower(SHA256.HashData(json)), target.ToArray());
    }
}

/// <summary>The year's limit: <see cref="Value"/> of the indicator × <see cref="Denominator"/>, from a standard or a plan.</summary>
public sealed record LimitPart(LimitKind Kind, string Source, decimal Value, decimal Denominator, decimal Amount);

public sealed record ShapePart(ShapeBasis Basis, int Sources, IReadOnlyList<decimal> Weights);

/// <summary>One carrier and purpose in one building.</summary>
public sealed record SeriesPart(string? BuildingCode, Carrier Carrier, MeterPurpose Purpose, ForecastMethod Method)
{
    public required ShapePart Shape { get; init; }

    public required DateOnly CoveredUntil { get; init; }

    public required IReadOnlyList<decimal> CoveredParts { get; init; }

    public required IReadOnlyList<decimal> ActiveParts { get; init; }

    public required IReadOnlyList<decimal?> Used { get; init; }

    public required decimal ShareToDate { get; init; }

    public required IReadOnlyList<decimal> Expected { get; init; }
}

/// <summary>A closed year forecast at the same cut-off by what was known before it.</summary>
public sealed record TestPart(int Year, decimal Forecast, decimal Actual, decimal ErrorPercent);

/// <summary>How many errors gave the interval, of the class in which region (none: its own), and their tenths.</summary>
public sealed record ErrorsPart(int Count, string? RegionCode, IReadOnlyList<decimal> TenthsPercent);

/// <summary>What the forecast says and the parts above do not show to the last digit: a change of any of it is a new forecast.</summary>
public sealed record OutcomePart(string SubjectName, decimal? Low, decimal? High, decimal? ChanceToExceed, TierName? YearEndTier);
