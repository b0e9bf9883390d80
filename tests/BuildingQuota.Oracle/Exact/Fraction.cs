using System.Globalization;
using System.Numerics;

namespace BuildingQuota.Oracle.Exact;

/// <summary>A number without rounding: two whole numbers. Slow, and never wrong in the last digit.</summary>
public readonly struct Fraction : IEquatable<Fraction>, IComparable<Fraction>
{
    private readonly BigInteger _above;
    private readonly BigInteger _below;

    private Fraction(BigInteger above, BigInteger below)
    {
        var common = BigInteger.GreatestCommonDivisor(above, below);
        (_above, _below) = below.Sign < 0 ? (-above / common, -below / common) : (above / common, below / common);
    }

    public static Fraction Zero => Of(0);

    private BigInteger Below => _below.IsZero ? BigInteger.One : _below; // the default value is nought

    public int Sign => _above.Sign;

    public static Fraction Of(decimal value)
    {
        var digits = value.ToString(CultureInfo.InvariantCulture);
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        return point < 0
            ? new(BigInteger.Parse(digits, CultureInfo.InvariantCulture), 1)
            : new(BigInteger.Parse(digits.Remove(point, 1), CultureInfo.InvariantCulture), BigInteger.Pow(10, digits.Length - point - 1));
    }

    public static implicit operator Fraction(decimal value) => Of(value);

    public static Fraction operator +(Fraction left, Fraction right) =>
        new((left._above * right.Below) + (right._above * left.Below), left.Below * right.Below);

    public static Fraction operator -(Fraction left, Fraction right) => left + (right * -1m);

    public static Fraction operator *(Fraction left, Fraction right) => new(left._above * right._above, left.Below * right.Below);

    public static Fraction operator /(Fraction left, Fraction right) => new(left._above * right.Below, left.Below * right._above);

    public static bool operator <(Fraction left, Fraction right) => left.CompareTo(right) < 0;

    public static bool operator >(Fraction left, Fraction right) => left.CompareTo(right) > 0;

    public static bool operator <=(Fraction left, Fraction right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Fraction left, Fraction right) => left.CompareTo(right) >= 0;

    public static bool operator ==(Fraction left, Fraction right) => left.Equals(right);

    public static bool operator !=(Fraction left, Fraction right) => !left.Equals(right);

    /// <summary>Half-up: a half goes away from nought.</summary>
    public decimal Round(int decimals)
    {
        var scale = BigInteger.Pow(10, decimals);
        var twice = BigInteger.Abs(_above) * scale * 2;
        return (decimal)(((twice / Below) + 1) / 2 * _above.Sign) / (decimal)scale;
    }

    /// <summary>Towards nought, on a grid of so many decimals.</summary>
    public decimal Cut(int decimals)
    {
        var scale = BigInteger.Pow(10, decimals);
        return (decimal)(_above * scale / Below) / (decimal)scale;
    }

    /// <summary>The n-th root of a positive number: exact where it is a fraction, else to forty decimals.</summary>
    public Fraction Root(int n)
    {
        var (above, below) = (WholeRoot(_above, n), WholeRoot(Below, n));
        if (BigInteger.Pow(above, n) == _above && BigInteger.Pow(below, n) == Below) return new(above, below);
        var scale = BigInteger.Pow(10, 40);
        return new(WholeRoot(_above * BigInteger.Pow(scale, n) / Below, n), scale);
    }

    /// <summary>By halving, towards nought.</summary>
    private static BigInteger WholeRoot(BigInteger value, int n)
    {
        var (low, high) = (BigInteger.Zero, value + 1);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            if (BigInteger.Pow(middle, n) <= value) low = middle;
            else high = middle;
        }

        return low;
    }

    public Fraction Power(int n) => new(BigInteger.Pow(_above, n), BigInteger.Pow(Below, n));

    public int CompareTo(Fraction other) => (_above * other.Below).CompareTo(other._above * Below);

    public bool Equals(Fraction other) => CompareTo(other) == 0;

    public override bool Equals(object? obj) => obj is Fraction other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(_above, Below);

    public override string ToString() => Round(10).ToString(CultureInfo.InvariantCulture);
}
