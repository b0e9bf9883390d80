namespace BuildingQuota.Domain.Quantities;

/// <summary>The one way this system rounds: half away from zero (四舍五入), once, at the last step.</summary>
public static class Rounding
{
    /// <summary>Decimals of a physical quantity, of kgce and of kgCO2 in a row.</summary>
    public const int QuantityDecimals = 6;

    /// <summary>Decimals of an indicator, a limit, a target, a denominator and a percentage as shown.</summary>
    public const int IndicatorDecimals = 4;

    public static decimal HalfUp(decimal value, int decimals) => Math.Round(value, decimals, MidpointRounding.AwayFromZero);
}
