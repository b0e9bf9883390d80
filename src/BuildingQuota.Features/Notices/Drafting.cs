using BuildingQuota.Domain.Notices;

namespace BuildingQuota.Features.Notices;

/// <summary>
/// The latest closed year unless said otherwise; one institution when a person asks for it, who then also gets back what was discarded.
/// </summary>
public sealed record DraftRequest(int? Year = null, string Actor = DraftRequest.System)
{
    /// <summary>The name that drafts of the machine bear, so that any approver may issue them.</summary>
    public const string System = "system";

    public string? InstitutionCode { get; init; }
}

/// <summary>Cases looked at, of all.</summary>
public sealed record DraftProgress(int Done, int Total);

/// <summary>A case that no notice can be drafted for, and the rule that says so.</summary>
public sealed record RefusedCase(string InstitutionCode, IndicatorFamily Family, string Code, string Message);

/// <summary>What a run came to: drafts made, drafts dropped with their evaluation, cases left as they are.</summary>
public sealed record DraftSummary(int Year, int Drafted, int Discarded, int Unchanged, IReadOnlyList<RefusedCase> Refused);

/// <summary>An overrun of one institution, year and family: the thread that documents belong to.</summary>
internal sealed record OverrunCase(string InstitutionCode, IndicatorFamily Family, long EvaluationId);

/// <summary>What is done about a case, given the notices that it already has.</summary>
internal enum CaseStep { Draft, Leave, Redraft }

/// <summary>A notice as far as drafting looks at it.</summary>
internal sealed record KnownNotice(long Id, string InstitutionCode, IndicatorFamily Family, NoticeState State, long EvaluationId)
{
    /// <summary>
    /// An issued notice stands. A draft of the present evaluation stays; one of an older evaluation is drafted anew. What somebody
    /// discarded stays discarded until the evaluation changes, unless a person asks for this institution.
    /// </summary>
    public static CaseStep StepFor(OverrunCase one, IEnumerable<KnownNotice> known, bool isAskedFor)
    {
        var notices = known.ToArray();
        if (notices.Any(notice => notice.State == NoticeState.Issued)) return CaseStep.Leave;
        if (notices.FirstOrDefault(notice => notice.State == NoticeState.Draft) is { } draft)
            return draft.EvaluationId == one.EvaluationId ? CaseStep.Leave : CaseStep.Redraft;
        var wasDropped = notices.Any(notice => notice.State == NoticeState.Discarded && notice.EvaluationId == one.EvaluationId);
        return wasDropped && !isAskedFor ? CaseStep.Leave : CaseStep.Draft;
    }
}
