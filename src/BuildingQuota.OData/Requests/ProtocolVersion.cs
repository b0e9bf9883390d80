using System.Globalization;
using BuildingQuota.OData.Errors;
using Microsoft.AspNetCore.Http;

namespace BuildingQuota.OData.Requests;

/// <summary>We speak 4.0. A client that takes at most less than that cannot be answered.</summary>
internal static class ProtocolVersion
{
    public static void Check(IHeaderDictionary headers)
    {
        if (headers["OData-MaxVersion"] is not [{ } asked]) return;
        if (decimal.TryParse(asked.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var version)
            && version >= 4) return;
        throw ODataRefusal.BadRequest(ErrorCodes.BadVersion, $"OData-MaxVersion '{asked}' is not a version from 4.0 up. Ask for 4.0.",
            "OData-MaxVersion");
    }
}
