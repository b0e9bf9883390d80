namespace BuildingQuota.OData.Errors;

/// <summary>A request that is answered with an OData error: what was wrong, where (target), and how to mend it (message).</summary>
internal sealed class ODataRefusal(int status, string code, string message, string? target = null, string? suggestion = null)
    : Exception(message)
{
    public int Status { get; } = status;
    public string Code { get; } = code;
    public string? Target { get; } = target;

    /// <summary>The nearest right name, when the mistake looks like a misspelling.</summary>
    public string? Suggestion { get; } = suggestion;

    /// <summary>Headers that belong to the answer, such as Allow or Retry-After.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    public static ODataRefusal BadRequest(string code, string message, string? target = null) => new(400, code, message, target);

    public static ODataRefusal NotFound(string code, string message, string? target = null) => new(404, code, message, target);

    public static ODataRefusal NotImplemented(string code, string message, string? target = null) => new(501, code, message, target);

    /// <summary>A name that does not exist, with the nearest of those that do.</summary>
    public static ODataRefusal UnknownName(
        int status, string code, string message, string name, IEnumerable<string> known, string? target = null)
    {
        var nearest = Spelling.Nearest(name, known);
        return new(status, code, nearest is null ? message : $"{message} Did you mean '{nearest}'?", target, nearest);
    }
}
