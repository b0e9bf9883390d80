namespace BuildingQuota.OData.Model;

/// <summary>A named stream of a set and how it is opened for one key.</summary>
internal sealed record RowStream(string Name, Func<IServiceProvider, object, CancellationToken, Task<ODataDocument?>> Open);
