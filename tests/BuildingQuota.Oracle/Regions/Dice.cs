using System.Globalization;

namespace BuildingQuota.Oracle.Regions;

/// <summary>Chance that repeats itself: the same seed, the same region.</summary>
internal sealed class Dice(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>Both ends included.</summary>
    public int Between(int low, int high) => _random.Next(low, high + 1);

    public bool OneIn(int many) => _random.Next(many) == 0;

    public bool Chance(int percent) => _random.Next(100) < percent;

    public T Of<T>(params T[] choices) => choices[_random.Next(choices.Length)];

    public T Among<T>(IReadOnlyList<T> choices) => choices[_random.Next(choices.Count)];

    /// <summary>A decimal with a few digits behind the point.</summary>
    public decimal Decimal(decimal low, decimal high, int digits)
    {
        var scale = 1L;
        for (var i = 0; i < digits; i++) scale *= 10;
        return (decimal)_random.NextInt64((long)(low * scale), (long)(high * scale) + 1) / scale;
    }

    public static string Text(decimal value) => value.ToString("0.######", CultureInfo.InvariantCulture);

    public static string Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
