namespace BuildingQuota.Domain.Notices;

/// <summary>Kinds of documents (domain §6.1); the overrun notice (N2) is the first to be built.</summary>
public enum NoticeKind { OverrunNotice }

/// <summary>Life of a document: drafted by a machine or a person, issued with a number, or dropped before it was.</summary>
public enum NoticeState { Draft, Issued, Discarded, Withdrawn }

/// <summary>Which indicators one thread of documents is about.</summary>
public enum IndicatorFamily { Energy, Water, Carbon }

/// <summary>文书: one document about one overrun of an institution, a year and a family of indicators. Once issued it is never edited.</summary>
public sealed class Notice
{
    public required long Id { get; init; }

    public required NoticeKind Kind { get; init; }

    public required string InstitutionCode { get; init; }

    public required string InstitutionName { get; init; }

    public required string RegionCode { get; init; }

    /// <summary>Region of the issuing bureau.</summary>
    public required string BureauRegionCode { get; init; }

    public required string BureauName { get; init; }

    public required int Year { get; init; }

    public required IndicatorFamily Family { get; init; }

    public required long EvaluationId { get; init; }

    /// <summary>Everything the letter says, as canonical JSON: the PDF is drawn from it and from nothing else.</summary>
    public required string Content { get; init; }

    public NoticeState State { get; private set; } = NoticeState.Draft;

    public required string DraftedBy { get; init; }

    public required DateTimeOffset DraftedAt { get; init; }

    public string? IssuedBy { get; private set; }

    public DateTimeOffset? IssuedAt { get; private set; }

    public DateOnly? IssuedOn { get; private set; }

    public DateOnly? ReplyBy { get; private set; }

    /// <summary>机关代字〔年〕N号, given at issue.</summary>
    public string? Number { get; private set; }

    public string? PdfSha256 { get; private set; }

    /// <summary>Gives the document its number, dates and paper. The drafter may not approve (four eyes), and only a draft can be issued.</summary>
    public void Issue(NoticeIssue issue)
    {
        if (State != NoticeState.Draft)
            throw new Rules.RuleBrokenException("notice.not-a-draft", $"Notice {Id} is {State}.", "Only a draft can be issued.");
        if (string.Equals(issue.Approver, DraftedBy, StringComparison.OrdinalIgnoreCase))
            throw new Rules.RuleBrokenException("notice.same-person", "The drafter cannot approve the notice.", "Let another approver issue it.");
        (State, IssuedBy, IssuedAt, IssuedOn) = (NoticeState.Issued, issue.Approver, issue.At, issue.On);
        (ReplyBy, Number, PdfSha256) = (issue.ReplyBy, issue.Number, issue.PdfSha256);
    }

    public void Discard()
    {
        if (State != NoticeState.Draft)
            throw new Rules.RuleBrokenException("notice.not-a-draft", $"Notice {Id} is {State}.", "Only a draft can be discarded.");
        State = NoticeState.Discarded;
    }
}

/// <summary>What issuing adds to a draft.</summary>
public sealed record NoticeIssue(string Approver, DateTimeOffset At, DateOnly On, DateOnly ReplyBy, string Number, string PdfSha256);

/// <summary>The paper of an issued notice, kept apart so that lists never read it.</summary>
public sealed class NoticePdf
{
    public required long NoticeId { get; init; }

    /// <summary>The notice's institution, for row scope.</summary>
    public required string InstitutionCode { get; init; }

    public required byte[] Pdf { get; init; }
}

/// <summary>What happened to a notice, when and by whom.</summary>
public sealed class NoticeEvent
{
    public required long Id { get; init; }

    public required long NoticeId { get; init; }

    public required string InstitutionCode { get; init; }

    public required string Action { get; init; }

    public required string Actor { get; init; }

    public required DateTimeOffset At { get; init; }

    public string? Detail { get; init; }
}
