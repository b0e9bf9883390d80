namespace BuildingQuota.OData;

/// <summary>A document to send: its bytes (disposed after sending) and what it says of itself.</summary>
/// <param name="Content">Seekable streams can be asked for in ranges.</param>
/// <param name="ContentType">For instance application/pdf.</param>
public sealed record ODataDocument(Stream Content, string ContentType)
{
    /// <summary>Identifies these bytes, without quotes; a hash of them is best.</summary>
    public string? ETag { get; init; }

    /// <summary>Given: the browser saves under this name; null: it may show the document in place.</summary>
    public string? FileName { get; init; }
}
