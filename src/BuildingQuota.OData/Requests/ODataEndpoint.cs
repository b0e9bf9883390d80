using BuildingQuota.OData.Errors;
using BuildingQuota.OData.Model;
using BuildingQuota.OData.Requests.Batches;
using BuildingQuota.OData.Writing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace BuildingQuota.OData.Requests;

/// <summary>The one door: whatever happens behind it, the answer is OData.</summary>
internal sealed class ODataEndpoint(ODataModel model, MetadataDocument metadata, ILogger<ODataEndpoint> log)
{
    public async Task Answer(HttpContext http, string prefix)
    {
        try
        {
            if (HttpMethods.IsHead(http.Request.Method)) DiscardBody(http);
            if (HttpMethods.IsPost(http.Request.Method) && http.Request.RouteValues["path"] is "$batch")
                await Batch.Answer(http, model, prefix, Answer);
            else await Dispatch(await ODataRequest.Read(http, model, prefix));
        }
        catch (Exception) when (http.RequestAborted.IsCancellationRequested)
        {
            log.LogDebug("The client left before the answer was complete.");
        }
        catch (Exception failure)
        {
            await Refuse(http, failure);
        }
    }

    /// <summary>A caller's mistake is told to the caller only; what the database or we could not do is told to the operator too.</summary>
    private void Log(Exception failure, ODataRefusal? refusal, string traceId)
    {
        if (refusal is null) log.LogError(failure, "OData request failed: {TraceId}", traceId);
        else if (refusal.Status == StatusCodes.Status503ServiceUnavailable || failure is not ODataRefusal)
            log.LogWarning(failure, "OData request refused with {Code}: {TraceId}", refusal.Code, traceId);
    }

    private static void DiscardBody(HttpContext http) =>
        http.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(Stream.Null));

    private Task Dispatch(ODataRequest request) => request.Path.Kind switch
    {
        ResourceKind.ServiceDocument => ServiceDocument.Answer(request),
        ResourceKind.Metadata => metadata.Answer(request),
        _ => RequestCost.Charge(request, () => AnswerOfSet(request)),
    };

    /// <summary>204 where a to-one navigation leads to nothing, as the protocol says.</summary>
    private static async Task AnswerOfSet(ODataRequest request)
    {
        if (await request.FollowPath()) await request.Path.Set!.Answer(request); // the other kinds have a set
        else EntityAnswer.NoContent(request);
    }

    /// <summary>After the first byte an error can no longer be told: the connection is cut, so that no half answer looks whole.</summary>
    private async Task Refuse(HttpContext http, Exception failure)
    {
        var refusal = Failures.Explain(failure);
        Log(failure, refusal, http.TraceIdentifier);
        if (http.Response.HasStarted)
        {
            log.LogWarning("An answer broke off after it had begun: {TraceId}", http.TraceIdentifier);
            http.Abort();
            return;
        }

        http.Response.Headers.Remove("Preference-Applied");
        await ODataErrors.WriteAsync(http, refusal ?? new(500, ErrorCodes.ServerFailure,
            $"The service failed. Nothing is wrong with the request; tell the operator this trace id: {http.TraceIdentifier}"));
    }
}
