namespace BuildingQuota.Documents.Fonts;

/// <summary>A font file that cannot be used; <see cref="Code"/> is <c>font.missing</c>, <c>font.unreadable</c> or
/// <c>font.not-truetype</c>.</summary>
public sealed class TypefaceException(string code, string message) : Exception(message)
{
    /// <summary>Stable code, <c>noun.reason</c>.</summary>
    public string Code { get; } = code;
}
