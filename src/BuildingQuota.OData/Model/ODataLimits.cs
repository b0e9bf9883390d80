namespace BuildingQuota.OData;

/// <summary>What one request may cost. A query beyond a limit is refused with a code, never cut short.</summary>
public sealed class ODataLimits
{
    /// <summary>Rows of a page when the client does not ask for fewer.</summary>
    public int PageSize { get; set; } = 1_000;

    /// <summary>The most that <see cref="PageSize"/> may be set to.</summary>
    public int PageSizeCap { get; set; } = 5_000;

    /// <summary>Operators, functions, properties and literals in $filter and $orderby together.</summary>
    public int Nodes { get; set; } = 1_000;

    /// <summary>Nesting of operators and functions; a chain of one operator (a or b or c) counts once.</summary>
    public int Depth { get; set; } = 10;

    public int OrderTerms { get; set; } = 8;

    /// <summary>Values between the brackets of one <c>in</c>.</summary>
    public int ListItems { get; set; } = 1_000;

    /// <summary>any and all within each other.</summary>
    public int LambdaDepth { get; set; } = 2;

    /// <summary>$expand within $expand, $levels included.</summary>
    public int ExpandDepth { get; set; } = 4;

    /// <summary>Navigations of one $expand, nested ones included: each is a statement of its own.</summary>
    public int ExpandItems { get; set; } = 12;

    /// <summary>Rows of one expanded collection before it goes on behind a link of its own.</summary>
    public int NestedPageSize { get; set; } = 1_000;

    /// <summary>Rows that one expansion may bring to one page; collections beyond it are handed out as links.</summary>
    public int ExpandedRows { get; set; } = 20_000;

    /// <summary>Characters of path and query. Kestrel's own MaxRequestLineSize (8 KB) must be raised with it.</summary>
    public int UrlLength { get; set; } = 16_384;

    /// <summary>Bytes of options in the body of <c>POST Set/$query</c>.</summary>
    public int QueryLength { get; set; } = 262_144;

    /// <summary>Bytes of a $batch.</summary>
    public int BatchLength { get; set; } = 1_048_576;

    /// <summary>Requests in a $batch.</summary>
    public int BatchParts { get; set; } = 100;

    /// <summary>Until the first row of an answer is there.</summary>
    public TimeSpan QueryTime { get; set; } = TimeSpan.FromSeconds(30);
}
