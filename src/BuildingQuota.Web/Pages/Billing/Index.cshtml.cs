using BuildingQuota.Domain.Billing;
using BuildingQuota.Domain.Metering;
using BuildingQuota.Features.Access;
using BuildingQuota.Features.Billing;
using BuildingQuota.Features.Lists;
using BuildingQuota.Features.Metering;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BuildingQuota.Web.Pages.Billing;

/// <summary>Bills as they were recorded: those that count, and those that were corrected or taken back, shown as such.</summary>
[RequirePermission(Permission.ReadFigures)]
public sealed class BillsPage(FindBills find, FindReadings readings) : PageModel
{
    public sealed record Filters(string? Institution, string? Building, string? Meter, int? Year, Carrier? Carrier, BillState? State);

    public Filters Filter { get; private set; } = new(null, null, null, null, null, null);

    public Listing<BillRow> List { get; private set; } = new([], 0, 1, 1);

    /// <summary>Of the one meter that was asked about.</summary>
    public IReadOnlyList<Reading> Readings { get; private set; } = [];

    public async Task OnGet([FromQuery] Filters filter, [FromQuery(Name = "page")] int number, CancellationToken stop)
    {
        Filter = filter;
        Readings = await readings.Run(filter.Meter?.Trim(), stop);
        List = await find.Run(new()
        {
            Institution = filter.Institution?.Trim(), Building = filter.Building?.Trim(), Meter = filter.Meter?.Trim(),
            Year = filter.Year is > 1 and < 9999 ? filter.Year : null, Carrier = filter.Carrier, State = filter.State, Page = number,
        }, stop);
    }
}
