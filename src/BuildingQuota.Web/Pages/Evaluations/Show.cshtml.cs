using System.Globalization;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;
using BuildingQuota.Features.Access;
using BuildingQuota.Features.Evaluations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BuildingQuota.Web.Pages.Evaluations;

/// <summary>One verdict: its figures, its limits, the months that add up to its numerator.</summary>
[RequirePermission(Permission.ReadFigures)]
public sealed class VerdictPage(ShowVerdict show, ExplainChange explain) : PageModel
{
    public VerdictProfile Profile { get; private set; } = null!; // set by OnGet, or the answer is 404

    public ChangeExplanation Change { get; private set; } = null!; // likewise

    public IndicatorDefinition Definition => IndicatorDefinition.Of(Profile.Verdict.Indicator);

    public string NumeratorUnit => Definition.Measure switch
    {
        Measure.Kgce => "kgce",
        Measure.ElectricityKwh => "kWh",
        Measure.WaterM3 => "m³",
        _ => "kgCO2",
    };

    /// <summary>The page of the subject; a region has none.</summary>
    public string? SubjectUrl => Profile.Verdict.SubjectKind switch
    {
        SubjectKind.Institution => "/institutions/" + Profile.Verdict.SubjectCode,
        SubjectKind.Building => "/buildings/" + Profile.Verdict.SubjectCode,
        _ => null,
    };

    public string? BillsUrl => Profile.Verdict.SubjectKind == SubjectKind.Region
        ? null
        : string.Create(CultureInfo.InvariantCulture,
            $"/bills?{(Profile.Verdict.SubjectKind == SubjectKind.Institution ? "institution" : "building")}={Profile.Verdict.SubjectCode}"
            + $"&year={Profile.Verdict.Year}");

    public async Task<IActionResult> OnGet(long id, CancellationToken stop)
    {
        if (await show.Run(id, stop) is not { } profile || await explain.Run(id, stop) is not { } change) return NotFound();
        (Profile, Change) = (profile, change);
        return Page();
    }
}
