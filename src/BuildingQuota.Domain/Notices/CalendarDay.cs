namespace BuildingQuota.Domain.Notices;

/// <summary>A day that is not as the week says: a public holiday or a make-up working day.</summary>
public sealed class CalendarDay
{
    public required DateOnly Date { get; init; }

    public required bool IsHoliday { get; init; }

    public required string Name { get; init; }

    public required string Source { get; init; }
}
