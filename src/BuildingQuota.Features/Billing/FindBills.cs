using BuildingQuota.Data;
using BuildingQuota.Domain.Billing;
using BuildingQuota.Domain.Metering;
using BuildingQuota.Features.Lists;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Billing;

/// <summary>One entry as it was recorded, counting or not.</summary>
public sealed record BillRow
{
    public required long Id { get; init; }

    public required string MeterCode { get; init; }

    public required string InstitutionCode { get; init; }

    public required string? BuildingCode { get; init; }

    public required Carrier Carrier { get; init; }

    public required DateOnly PeriodStart { get; init; }

    public required DateOnly PeriodEnd { get; init; }

    public required decimal Quantity { get; init; }

    public required string Unit { get; init; }

    public required decimal? CostCny { get; init; }

    public required ReadingType ReadingType { get; init; }

    public required string? BillNumber { get; init; }

    public required BillState State { get; init; }

    public required long? EndedById { get; init; }

    public required long ImportId { get; init; }

    public required int RowNumber { get; init; }

    /// <summary>How the quantity was come by from readings; null for a supplier's bill.</summary>
    public required string? Sum { get; init; }

    public int Days => PeriodEnd.DayNumber - PeriodStart.DayNumber;
}

/// <summary>Somebody looks at the bills of an institution, a building or a meter, newest first.</summary>
public sealed class FindBills(QuotaDb db)
{
    public sealed record Request
    {
        public string? Institution { get; init; }

        public string? Building { get; init; }

        public string? Meter { get; init; }

        public int? Year { get; init; }

        public Carrier? Carrier { get; init; }

        public BillState? State { get; init; }

        public int Page { get; init; } = 1;
    }

    public Task<Listing<BillRow>> Run(Request request, CancellationToken stop) => Filter(request)
        .OrderByDescending(bill => bill.PeriodStart).ThenBy(bill => bill.MeterCode).ThenBy(bill => bill.Id)
        .Select(bill => new BillRow
        {
            Id = bill.Id, MeterCode = bill.MeterCode, InstitutionCode = bill.InstitutionCode, BuildingCode = bill.BuildingCode,
                Carrier = bill.Carrier,
            PeriodStart = bill.PeriodStart, PeriodEnd = bill.PeriodEnd, Quantity = bill.Quantity, Unit = bill.Unit, CostCny = bill.CostCny,
            ReadingType = bill.ReadingType, BillNumber = bill.BillNumber, State = bill.State, EndedById = bill.EndedById,
            ImportId = bill.ImportId, RowNumber = bill.RowNumber, Sum = bill.RawQuantity.Contains(" × ") ? bill.RawQuantity : null,
        }).ToListing(request.Page, stop, 50);

    private IQueryable<Bill> Filter(Request request)
    {
        var found = db.Bills.AsNoTracking();
        if (!string.IsNullOrEmpty(request.Institution)) found = found.Where(bill => bill.InstitutionCode == request.Institution);
        if (!string.IsNullOrEmpty(request.Building)) found = found.Where(bill => bill.BuildingCode == request.Building);
        if (!string.IsNullOrEmpty(request.Meter)) found = found.Where(bill => bill.MeterCode == request.Meter);
        if (request.Carrier is { } carrier) found = found.Where(bill => bill.Carrier == carrier);
        if (request.State is { } state) found = found.Where(bill => bill.State == state);
        if (request.Year is not { } year) return found;
        var (from, until) = (new DateOnly(year, 1, 1), new DateOnly(year + 1, 1, 1));
        return found.Where(bill => bill.PeriodStart < until && bill.PeriodEnd > from);
    }
}
