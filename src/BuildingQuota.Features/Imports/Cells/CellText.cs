using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace BuildingQuota.Features.Imports.Cells;

/// <summary>
/// Reads dates and numbers out of a cell's text, in the forms of the contract and in no other: a guess would be silent damage.
/// </summary>
internal static partial class CellText
{
    /// <summary><c>yyyy-MM-dd</c>, <c>yyyy/M/d</c>, <c>yyyy.M.d</c>; full-width digits are digits.</summary>
    public static bool TryDate(string text, out DateOnly date)
    {
        text = HalfWidth(text);
        date = default;
        if (text.Length is < 8 or > 10 || text[4] is not ('-' or '/' or '.')) return false;
        var second = text.IndexOf(text[4], 5);
        if (second < 0) return false;
        return int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && int.TryParse(text.AsSpan(5, second - 5), NumberStyles.None, CultureInfo.InvariantCulture, out var month)
            && int.TryParse(text.AsSpan(second + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var day)
            && TryDate(year, month, day, out date);
    }

    /// <summary>Digits with a decimal point, a leading sign, and commas by thousands.</summary>
    public static bool TryNumber(string text, out decimal number)
    {
        text = HalfWidth(text).Replace('−', '-');
        number = 0;
        if (text.Contains(',', StringComparison.Ordinal) && !Thousands().IsMatch(text)) return false;
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands;
        return decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out number);
    }

    public static string HalfWidth(string text) => Ascii.IsValid(text) ? text : text.Normalize(NormalizationForm.FormKC);

    private static bool TryDate(int year, int month, int day, out DateOnly date)
    {
        date = default;
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return false;
        date = new DateOnly(year, month, day);
        return true;
    }

    [GeneratedRegex(@"^[+-]?\d{1,3}(,\d{3})+(\.\d*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Thousands();
}
