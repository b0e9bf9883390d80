using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BuildingQuota.Domain.Billing;
using BuildingQuota.Domain.Quantities;

namespace BuildingQuota.Features.Imports.Bills;

/// <summary>
/// What a bill says, by which the same bill is known in any file. The sign and cost of a reversal follow from what it takes back and
/// are no part of it.
/// </summary>
internal readonly record struct BillContent(
    string MeterCode, DateSpan Covers, decimal Quantity, string Unit, decimal? CostCny, ReadingType ReadingType, string? BillNumber)
{
    public BillContent(Entry bill) : this(bill.MeterCode, bill.Covers, bill.Quantity, bill.Unit, bill.CostCny, bill.ReadingType,
        bill.BillNumber)
    {
        if (ReadingType == ReadingType.Reversal) (Quantity, CostCny) = (Math.Abs(Quantity), null);
    }

    /// <summary>SHA-256 (hex) of the canonical line.</summary>
    public string Key()
    {
        var line = string.Join('|', MeterCode, Covers, Number(Quantity), Unit, CostCny is { } cost ? Number(cost) : "", ReadingType,
            BillNumber);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(line)));
    }

    private static string Number(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);
}
