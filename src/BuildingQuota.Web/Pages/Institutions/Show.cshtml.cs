using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;
using BuildingQuota.Features.Access;
using BuildingQuota.Features.Evaluations;
using BuildingQuota.Features.Institutions;
using BuildingQuota.Features.Planning;
using BuildingQuota.Features.Quotas;
using BuildingQuota.Features.Quotas.Allocating;
using BuildingQuota.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BuildingQuota.Web.Pages.Institutions;

/// <summary>One institution: verdicts, months, buildings, meters, people.</summary>
[RequirePermission(Permission.ReadFigures)]
public sealed class InstitutionPage(
    ShowInstitution show, ShowEnergyMonths months, JudgedYears years, ShowBindingQuotas binding, FindYearIndicators given,
    ShowCourse courses) : PageModel
{
    public InstitutionProfile Institution { get; private set; } = null!; // set by OnGet, or the answer is 404

    public EnergyMonths Months { get; private set; } = null!; // as above

    public YearLinks Years { get; private set; } = null!; // as above

    public IReadOnlyList<YearIndicator> Indicators { get; private set; } = [];

    public BindingQuotas Quotas { get; private set; } = null!; // as above

    public IReadOnlyList<PlanCourse> Courses { get; private set; } = [];

    public async Task<IActionResult> OnGet(string code, int? year, CancellationToken stop)
    {
        if (await show.Run(code, stop) is not { } institution) return NotFound();
        Institution = institution;
        Years = YearLinks.Until(years.ThisYear, year);
        Months = await months.Run(SubjectKind.Institution, code, Years.Chosen, stop);
        Indicators = await given.Of(code, stop);
        Quotas = new BindingQuotas(years.ThisYear, await binding.Run(code, years.ThisYear, stop) ?? []);
        Courses = await courses.AllOf(new Subject(SubjectKind.Institution, code), stop);
        return Page();
    }
}
