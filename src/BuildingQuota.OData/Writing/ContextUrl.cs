using BuildingQuota.OData.Requests;

namespace BuildingQuota.OData.Writing;

/// <summary>@odata.context, to the letter: clients read from it what they are given.</summary>
internal static class ContextUrl
{
    /// <param name="request">Rows that a navigation leads to are rows of its target set.</param>
    /// <param name="selectList">Names in brackets, or nothing.</param>
    public static string OfCollection(ODataRequest request, string selectList) =>
        $"{request.Root}/$metadata#{request.Path.Set!.Name}{selectList}";

    public static string OfEntity(ODataRequest request, string selectList) => OfCollection(request, selectList) + "/$entity";

    public static string OfProperty(ODataRequest request, string address) => $"{request.Root}/$metadata#{address}/{request.Path.Member}";

    public static string OfReferences(ODataRequest request) => $"{request.Root}/$metadata#Collection($ref)";

    public static string OfReference(ODataRequest request) => $"{request.Root}/$metadata#$ref";
}
