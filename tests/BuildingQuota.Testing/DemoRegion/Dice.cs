namespace BuildingQuota.Testing.DemoRegion;

/// <summary>
/// Chance that never changes: FNV-1a of a name feeds SplitMix64, so each meter and bill has its own dice and an edit to one institution
/// leaves every other figure as it was, on any runtime.
/// </summary>
internal sealed class Dice(string name)
{
    private ulong _state = Hash(name);

    public decimal Between(decimal low, decimal high) => low + (high - low) * (Next() >> 34) / ((1UL << 30) - 1);

    public int Whole(int low, int high) => low + (int)(Next() % (ulong)(high - low + 1));

    private ulong Next()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15;
            var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return mixed ^ (mixed >> 31);
        }
    }

    private static ulong Hash(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in text) hash = unchecked((hash ^ letter) * 1099511628211UL);
        return hash;
    }
}
