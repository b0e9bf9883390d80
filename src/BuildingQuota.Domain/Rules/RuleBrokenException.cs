namespace BuildingQuota.Domain.Rules;

/// <summary>
/// A rule says no. <paramref name="code"/> is stable, of the form <c>noun.reason</c>, and names a page in docs/rules;
/// <paramref name="message"/> says what and why; <paramref name="remedy"/> how to mend it, in one sentence.
/// </summary>
public sealed class RuleBrokenException(string code, string message, string remedy = "") : Exception(message)
{
    public string Code { get; } = code;

    public string Remedy { get; } = remedy;
}
