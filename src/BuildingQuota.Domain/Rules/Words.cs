using System.Text;

namespace BuildingQuota.Domain.Rules;

/// <summary>The contract's words: <c>lower_case</c> in files, <c>PascalCase</c> in code and on the wire.</summary>
public static class Words
{
    public static string ToWord<T>(T value) where T : struct, Enum => ToWord(value.ToString());

    /// <summary>Finds the member for a file's word; false when there is none. Numbers are no words.</summary>
    public static bool TryParse<T>(string word, out T value) where T : struct, Enum
    {
        foreach (var candidate in Enum.GetValues<T>())
        {
            value = candidate;
            if (string.Equals(ToWord(candidate), word, StringComparison.OrdinalIgnoreCase)) return true;
        }

        value = default;
        return false;
    }

    public static IEnumerable<string> All<T>() where T : struct, Enum => Enum.GetValues<T>().Select(value => ToWord(value));

    private static string ToWord(string name)
    {
        var word = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && word.Length > 0) word.Append('_');
            word.Append(char.ToLowerInvariant(letter));
        }

        return word.ToString();
    }
}
