using BuildingQuota.OData.Requests;

namespace BuildingQuota.OData.Writing;

/// <summary>@odata.context, to the letter: clients read from it what they are given.</summary>
internal static class ContextUrl
{
    public static string OfCollection(ODataRequest request, IReadOnlyList<string>? selection) =>
        $"{request.Root}/$metadata#{request.Path.Set!.Name}{Selected(selection)}";

    public static string OfEntity(ODataRequest request, IReadOnlyList<string>? selection) => OfCollection(request, selection) + "/$entity";

    public static string OfProperty(ODataRequest request, string address) => $"{request.Root}/$metadata#{address}/{request.Path.Member}";

    private static string Selected(IReadOnlyList<string>? selection) => selection is null ? "" : $"({string.Join(',', selection)})";
}
