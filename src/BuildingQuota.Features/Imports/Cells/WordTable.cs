using BuildingQuota.Domain.Rules;
using BuildingQuota.Features.Imports.Columns;

namespace BuildingQuota.Features.Imports.Cells;

/// <summary>
/// The words of an enum, as files write them or as the wire does (<c>data_centre</c>, <c>DataCentre</c>); looked up for every cell.
/// </summary>
internal static class WordTable<T> where T : struct, Enum
{
    private static readonly Dictionary<string, T> Values =
        Enum.GetValues<T>().ToDictionary(value => FileLayout.Token(Words.ToWord(value)), StringComparer.OrdinalIgnoreCase);

    public static string All { get; } = string.Join(", ", Words.All<T>());

    public static bool TryParse(string word, out T value) =>
        Values.TryGetValue(word, out value) || Values.TryGetValue(FileLayout.Token(word), out value);
}
