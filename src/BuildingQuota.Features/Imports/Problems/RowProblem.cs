namespace BuildingQuota.Features.Imports.Problems;

/// <summary>One reason why a row (0: the file) was not taken, worded in the language of the request.</summary>
public sealed record RowProblem
{
    public required string Sheet { get; init; }

    /// <summary>As the sheet numbers rows, header 1; 0 when the problem is the file's.</summary>
    public required int Row { get; init; }

    /// <summary>Canonical name of the column, or the title as it stands in the file when it is none of ours.</summary>
    public required string Column { get; init; }

    /// <summary>The cell as read.</summary>
    public required string Value { get; init; }

    public required string RuleCode { get; init; }

    public required string Message { get; init; }

    public required string Remedy { get; init; }
}

/// <summary>Where a problem stands.</summary>
internal readonly record struct Place(int Row, string Column = "", string Value = "");
