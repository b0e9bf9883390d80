using BuildingQuota.OData.Errors;

namespace BuildingQuota.OData.Requests.Batches;

/// <summary>One request of a batch, as it was written there.</summary>
internal sealed record BatchPart(string? Id, string Method, string Url, IReadOnlyList<KeyValuePair<string, string>> Headers, byte[] Body)
{
    /// <summary>Parts that must have succeeded before.</summary>
    public IReadOnlyList<string> DependsOn { get; init; } = [];

    /// <summary>Why it is not even tried.</summary>
    public ODataRefusal? Refusal { get; init; }
}

/// <summary>What a part got.</summary>
internal sealed record BatchAnswer(int Status, IReadOnlyList<KeyValuePair<string, string>> Headers, ReadOnlyMemory<byte> Body)
{
    public bool IsFailure => Status >= 400;
}

/// <summary>How a batch is written: in JSON or in parts of a message.</summary>
internal interface IBatchFormat
{
    string ContentType { get; }

    IReadOnlyList<BatchPart> Read(ReadOnlyMemory<byte> body);

    ReadOnlyMemory<byte> Begin();

    ReadOnlyMemory<byte> Write(BatchPart part, BatchAnswer answer, bool isFirst);

    ReadOnlyMemory<byte> End();
}
