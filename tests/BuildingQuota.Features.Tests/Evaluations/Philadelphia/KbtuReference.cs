using BuildingQuota.Data;
using BuildingQuota.Domain.Conversion;
using BuildingQuota.Domain.Metering;

namespace BuildingQuota.Features.Tests.Evaluations.Philadelphia;

/// <summary>Reference data in which the engine's "kgce" is a kBtu, so that its intensities can be laid beside EPA's.</summary>
internal static class KbtuReference
{
    /// <summary>kBtu of a cubic metre of gas at 1,000 kBtu per 1,000 ft³.</summary>
    public const decimal KbtuOfGasM3 = 35.3147m;

    private static readonly (Carrier Carrier, string Unit, decimal Kbtu)[] Factors =
    [
        (Carrier.Electricity, "kWh", 3.412142m), (Carrier.NaturalGas, "m3", KbtuOfGasM3), (Carrier.OtherTce, "tce", 1),
    ];

    public static async Task Load(QuotaDb db)
    {
        db.Add(new CoefficientSet { Code = ConversionTable.Stat, Name = "kBtu", Source = "test" });
        foreach (var (carrier, unit, kbtu) in Factors)
        {
            db.Add(new Coefficient { SetCode = ConversionTable.Stat, Carrier = carrier, Unit = unit, KgcePerUnit = kbtu, Source = "test", Confidence = "sure" });
            db.Add(new UnitConversion { Carrier = carrier, Unit = unit, OwnUnit = unit, Numerator = 1, Denominator = 1, Source = "test", Confidence = "sure" });
        }

        await db.SaveChangesAsync();
    }
}
