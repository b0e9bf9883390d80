namespace BuildingQuota.Domain.Notices;

/// <summary>发文字号: 机关代字〔年〕N号, the year in full, no leading zeros (GB/T 9704-2012 7.2.5; docs/rules/notice-issue.md).</summary>
public sealed record DocumentNumber(string DocumentCode, int Year, long Sequence)
{
    /// <summary>The series that numbers are taken from: one for each 机关代字 and year.</summary>
    public static string Series(string documentCode, int year) => FormattableString.Invariant($"notice/{documentCode}/{year}");

    public override string ToString() => FormattableString.Invariant($"{DocumentCode}〔{Year}〕{Sequence}号");
}
