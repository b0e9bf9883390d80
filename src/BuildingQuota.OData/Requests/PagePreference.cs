using System.Globalization;
using BuildingQuota.OData.Errors;
using Microsoft.AspNetCore.Http;

namespace BuildingQuota.OData.Requests;

/// <summary>
/// Prefer: odata.maxpagesize=N makes pages smaller, never larger, and never turns paging off: 0, negative, wordy and
/// bare values are ignored, as RFC 7240 asks for preferences that cannot be honoured (field: CWE-770 in other servers).
/// </summary>
internal static class PagePreference
{
    public static int Apply(HttpContext context, int pageSize)
    {
        if (Asked(context.Request.Headers["Prefer"]) is not { } asked) return pageSize;
        var applied = Math.Min(asked, pageSize);
        context.Response.Headers["Preference-Applied"] = string.Create(CultureInfo.InvariantCulture, $"odata.maxpagesize={applied}");
        return applied;
    }

    private static int? Asked(IEnumerable<string?> headers)
    {
        foreach (var preference in headers.SelectMany(header => (header ?? "").Split(',', StringSplitOptions.TrimEntries)))
        {
            var pair = preference.Split(';')[0].Split('=', 2, StringSplitOptions.TrimEntries);
            if (pair is not [var name, var value] || !IsPageSize(name)) continue;
            if (int.TryParse(value.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) && asked > 0) return asked;
        }

        return null;
    }

    private static bool IsPageSize(string name) =>
        name.Equals("odata.maxpagesize", StringComparison.OrdinalIgnoreCase)
            || name.Equals("maxpagesize", StringComparison.OrdinalIgnoreCase);
}
