using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Imports;
using BuildingQuota.Domain.Notices;
using BuildingQuota.Domain.Quotas;

namespace BuildingQuota.Features.Feeds;

/// <summary>A document about an overrun; its paper is the stream Pdf.</summary>
public sealed record NoticeRow
{
    public long Id { get; init; }
    public NoticeKind Kind { get; init; }
    public string InstitutionCode { get; init; } = "";
    public string InstitutionName { get; init; } = "";
    public string RegionCode { get; init; } = "";
    public string BureauRegionCode { get; init; } = "";
    public string BureauName { get; init; } = "";
    public int Year { get; init; }
    public IndicatorFamily Family { get; init; }
    public long EvaluationId { get; init; }
    public NoticeState State { get; init; }
    public string DraftedBy { get; init; } = "";
    public DateTimeOffset DraftedAt { get; init; }
    public string? IssuedBy { get; init; }
    public DateTimeOffset? IssuedAt { get; init; }
    public DateOnly? IssuedOn { get; init; }
    public DateOnly? ReplyBy { get; init; }
    public string? Number { get; init; }
    public string? PdfSha256 { get; init; }
}

/// <summary>What happened to a notice, when and by whom.</summary>
public sealed record NoticeEventRow
{
    public long Id { get; init; }
    public long NoticeId { get; init; }
    public string InstitutionCode { get; init; } = "";
    public string InstitutionName { get; init; } = "";
    public string? Number { get; init; }
    public string Action { get; init; } = "";
    public string Actor { get; init; } = "";
    public DateTimeOffset At { get; init; }
    public string? Detail { get; init; }
}

/// <summary>A notice and one verdict that it is about: what was used, what was allowed, by how much it is over.</summary>
public sealed record NoticeFactRow
{
    public long Id { get; init; }
    public long NoticeId { get; init; }
    public string? Number { get; init; }
    public NoticeKind Kind { get; init; }
    public NoticeState State { get; init; }
    public string InstitutionCode { get; init; } = "";
    public string InstitutionName { get; init; } = "";
    public string RegionCode { get; init; } = "";
    public string BureauName { get; init; } = "";
    public int Year { get; init; }
    public IndicatorFamily Family { get; init; }
    public Indicator Indicator { get; init; }
    public string Unit { get; init; } = "";
    public decimal? Actual { get; init; }
    public decimal? LowerBound { get; init; }
    public decimal? Constraint { get; init; }
    public decimal? Baseline { get; init; }
    public decimal? Guiding { get; init; }
    public decimal Numerator { get; init; }
    public decimal? Denominator { get; init; }
    public decimal? OverrunAmount { get; init; }
    public decimal? OverrunPercent { get; init; }
    public Sufficiency Sufficiency { get; init; }
    public string CoefficientSet { get; init; } = "";
    public string? QuotaStandard { get; init; }
    public long EvaluationId { get; init; }
    public DateOnly? IssuedOn { get; init; }
    public DateOnly? ReplyBy { get; init; }
}

/// <summary>One file that was offered, whatever became of it.</summary>
public sealed record ImportRow
{
    public long Id { get; init; }
    public string File { get; init; } = "";
    public string Kind { get; init; } = "";
    public string Sha256 { get; init; } = "";
    public long Bytes { get; init; }
    public ImportState State { get; init; }
    public int RowsRead { get; init; }
    public int RowsNew { get; init; }
    public int RowsChanged { get; init; }
    public int RowsUnchanged { get; init; }
    public int RowsRejected { get; init; }
    public string UploadedBy { get; init; } = "";
    public DateTimeOffset UploadedAt { get; init; }
}

/// <summary>Why one row of a file was not taken, and how to mend it.</summary>
public sealed record ImportProblemRow
{
    public long Id { get; init; }
    public long ImportId { get; init; }
    public string File { get; init; } = "";
    public string Sheet { get; init; } = "";
    public int Row { get; init; }
    public string Column { get; init; } = "";
    public string Value { get; init; } = "";
    public string RuleCode { get; init; } = "";
    public string Message { get; init; } = "";
    public string Remedy { get; init; } = "";
}

/// <summary>One line of the trail. Its hash covers the line before it.</summary>
public sealed record AuditEventRow
{
    public long Sequence { get; init; }
    public DateTimeOffset At { get; init; }
    public string Actor { get; init; } = "";
    public string Action { get; init; } = "";
    public string Subject { get; init; } = "";
    public string? Detail { get; init; }
    public string Hash { get; init; } = "";
}
