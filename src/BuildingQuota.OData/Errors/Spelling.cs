namespace BuildingQuota.OData.Errors;

/// <summary>Finds the name that was probably meant: the fewest edits, letter case counting for nothing.</summary>
internal static class Spelling
{
    public static string? Nearest(string name, IEnumerable<string> known)
    {
        if (name.Length > 64) return null;
        var tolerance = Math.Max(2, name.Length / 3);
        return known
            .Select(candidate => (candidate, distance: Distance(name.ToUpperInvariant(), candidate.ToUpperInvariant())))
            .Where(pair => pair.distance <= tolerance && pair.distance < pair.candidate.Length)
            .OrderBy(pair => pair.distance)
            .Select(pair => pair.candidate)
            .FirstOrDefault();
    }

    private static int Distance(string left, string right)
    {
        var previous = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var current = new int[right.Length + 1];
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var replaced = previous[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                current[j] = Math.Min(replaced, Math.Min(previous[j], current[j - 1]) + 1);
            }

            previous = current;
        }

        return previous[^1];
    }
}
