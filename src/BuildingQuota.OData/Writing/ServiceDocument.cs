using BuildingQuota.OData.Requests;

namespace BuildingQuota.OData.Writing;

/// <summary>The list of entity sets at the root, which is what Excel and Power BI are pointed at.</summary>
internal static class ServiceDocument
{
    public static async Task Answer(ODataRequest request)
    {
        request.Options.AllowOnly("the service document", "$format");
        var representation = request.Representation();
        await using var answer = await JsonAnswer.Begin(request, representation);
        var json = answer.Json;
        json.WriteStartObject();
        if (representation.WithMetadata) json.WriteString("@odata.context", $"{request.Root}/$metadata");
        json.WriteStartArray("value");
        foreach (var set in request.Model.Sets.Values)
        {
            json.WriteStartObject();
            json.WriteString("name", set.Name);
            json.WriteString("kind", "EntitySet");
            json.WriteString("url", set.Name);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await answer.Flush();
    }
}
