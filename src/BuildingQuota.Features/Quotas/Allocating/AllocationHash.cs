using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BuildingQuota.Domain.Quotas;

namespace BuildingQuota.Features.Quotas.Allocating;

/// <summary>Everything that an allocation reads, as one hash: equal hashes are the same run.</summary>
internal static class AllocationHash
{
    public static string Of(IReadOnlyList<LastYear> years, IndicatorLadder ladder, AllocationCap? cap)
    {
        var text = new StringBuilder();
        Line(text, ladder.Code, ladder.OverPercent, ladder.WithinPercent, ladder.BetterPercent, ladder.Decimals);
        Line(text, cap?.Indicator, cap?.Amount, cap?.ReservePercent);
        foreach (var year in years)
            Line(text, year.InstitutionCode, year.Indicator, year.Actual, year.Tiers.Constraint, year.Tiers.Baseline, year.Tiers.Guiding,
                year.Denominator.Average, year.LastIndicator, year.Order?.Id, year.Order?.Value);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static void Line(StringBuilder text, params object?[] parts) => text.AppendJoin('|', parts.Select(part => part is decimal number
        ? number.ToString("0.############################", CultureInfo.InvariantCulture)
        : Convert.ToString(part, CultureInfo.InvariantCulture))).Append('\n');
}
