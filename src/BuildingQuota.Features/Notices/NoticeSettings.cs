namespace BuildingQuota.Features.Notices;

/// <summary>What the law leaves to a bureau; the values in force are printed on the letter.</summary>
public sealed record NoticeSettings
{
    /// <summary>Working days to reply in; Decree 531 names none.</summary>
    public int ReplyWorkingDays { get; init; } = 15;

    /// <summary>Where the letters' wording lies.</summary>
    public string TemplateFolder { get; init; } = Path.Combine(AppContext.BaseDirectory, "seed", "templates");
}
