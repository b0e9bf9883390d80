namespace BuildingQuota.Domain.Quantities;

/// <summary>Roots in decimals, for geometric target paths: no binary floating point comes near a target.</summary>
public static class Roots
{
    /// <summary>The <paramref name="degree"/>-th root of a value above zero, by Newton's method to the last digits of decimal.</summary>
    public static decimal Root(decimal value, int degree)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
        ArgumentOutOfRangeException.ThrowIfLessThan(degree, 1);
        if (degree == 1) return value;

        var root = Math.Max(1m, value);
        for (var step = 0; step < 200; step++)
        {
            var next = ((degree - 1) * root + value / Power(root, degree - 1)) / degree;
            if (next >= root) break;
            root = next;
        }

        return root;
    }

    public static decimal Power(decimal value, int exponent)
    {
        var power = 1m;
        for (var i = 0; i < exponent; i++) power *= value;
        return power;
    }
}
