namespace BuildingQuota.Domain.Evaluations;

/// <summary>
/// How a verdict moved when a correction took an earlier one's place: by its tier, the worst first over, undetermined, within constraint,
/// within baseline, better than guiding. A value that moved inside its tier leaves the verdict unchanged (docs/rules/revisions.md).
/// </summary>
public enum RevisionDirection { Unchanged, InFavour, Against }
