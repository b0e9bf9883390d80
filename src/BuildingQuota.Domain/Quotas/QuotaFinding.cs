using System.Globalization;
using BuildingQuota.Domain.Metering;

namespace BuildingQuota.Domain.Quotas;

/// <summary>An error cannot be true of any standard and stops publication; a warning is odd, and somebody has to say why it is right.</summary>
public enum FindingSeverity { Error, Warning }

/// <summary>
/// Something odd about a set of quotas (docs/rules/quota-set.md). <paramref name="Figures"/> fill its words: the value first, then what
/// it was compared with. Of the whole set when <paramref name="Row"/> is null.
/// </summary>
public sealed record QuotaFinding(string Code, FindingSeverity Severity, Quota? Row, IReadOnlyList<string> Figures)
{
    /// <summary>The same oddity of the same values: an acknowledgement holds while these stay, and not one value longer.</summary>
    public string Key => string.Join('|', [Code, Row is null ? "" : Row.Table + " " + QuotaClass.Of(Row), .. Figures]);

    internal static QuotaFinding Error(string code, Quota? row, params object?[] figures) => new(code, FindingSeverity.Error, row, Words(figures));

    internal static QuotaFinding Warning(string code, Quota? row, params object?[] figures) => new(code, FindingSeverity.Warning, row, Words(figures));

    private static string[] Words(object?[] figures) => [.. figures.Select(figure => figure is decimal number
        ? number.ToString("0.######", CultureInfo.InvariantCulture)
        : figure?.ToString() ?? "")];
}

/// <summary>A set of quotas as it is to be looked at: its head, its rows, and which carriers each coefficient set has.</summary>
public sealed record QuotaDraft(
    QuotaStandard Standard, IReadOnlyList<Quota> Rows, IReadOnlyDictionary<string, IReadOnlySet<Carrier>> CoefficientSets);
