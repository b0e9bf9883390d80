namespace BuildingQuota.Web.Pages.Evaluations;

/// <summary>One sum of a proof sheet, with the sheet that its units come from.</summary>
public sealed record ProofSum(ProofReading Sheet, ProofVerdict Of);
