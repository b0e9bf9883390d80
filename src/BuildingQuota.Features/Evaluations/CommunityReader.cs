using BuildingQuota.Data;
using BuildingQuota.Domain.Billing;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Institutions;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Evaluations;

/// <summary>Finds who shares meters with whom, and reads what is recorded of a batch: one query a table.</summary>
internal sealed class CommunityReader(QuotaDb db)
{
    private const int BatchSize = 250;

    /// <summary>Groups of institution codes that no meter crosses, many small ones to a batch, in order of their codes.</summary>
    public async Task<IReadOnlyList<string[]>> Batches(CancellationToken stop)
    {
        var codes = await db.Institutions.OrderBy(i => i.Code).Select(i => i.Code).ToListAsync(stop);
        var groups = new SharingGroups(codes);
        foreach (var pair in await SharedMeters(stop)) groups.Join(pair.Owner, pair.User);
        return [.. groups.All.Aggregate(new List<List<string>> { new() }, AddTo).Where(batch => batch.Count > 0).Select(batch => batch.ToArray())];

        static List<List<string>> AddTo(List<List<string>> batches, IReadOnlyList<string> group)
        {
            if (batches[^1].Count > 0 && batches[^1].Count + group.Count > BatchSize) batches.Add([]);
            batches[^1].AddRange(group);
            return batches;
        }
    }

    public async Task<CommunityRecords> Read(string[] institutions, CancellationToken stop)
    {
        var owners = await db.Institutions.AsNoTracking().Where(i => institutions.Contains(i.Code)).OrderBy(i => i.Code).ToListAsync(stop);
        var buildings = await db.Buildings.AsNoTracking().Where(b => institutions.Contains(b.InstitutionCode)).ToListAsync(stop);
        var meters = await db.Meters.AsNoTracking().Where(m => institutions.Contains(m.InstitutionCode)).OrderBy(m => m.Code).ToListAsync(stop);
        return new CommunityRecords(owners, buildings, meters)
        {
            FloorAreas = await db.FloorAreas.AsNoTracking()
                .Where(a => institutions.Contains(a.InstitutionCode) && a.SupersededById == null).ToListAsync(stop),
            Headcounts = await db.Headcounts.AsNoTracking()
                .Where(h => institutions.Contains(h.InstitutionCode) && h.SupersededById == null).ToListAsync(stop),
            Occupancies = await db.Occupancies.AsNoTracking()
                .Where(use => institutions.Contains(use.InstitutionCode) && use.SupersededById == null).OrderBy(use => use.Id).ToListAsync(stop),
            Allocations = await db.Allocations.AsNoTracking()
                .Where(a => institutions.Contains(a.InstitutionCode)).OrderBy(a => a.Id).ToListAsync(stop),
            Bills = await LiveBills(institutions, stop),
        };
    }

    /// <summary>Only what the engine reads: the raw texts of a file stay where they are.</summary>
    private Task<List<Bill>> LiveBills(string[] institutions, CancellationToken stop) => db.Bills.AsNoTracking()
        .Where(bill => bill.State == BillState.Live && institutions.Contains(bill.InstitutionCode))
        .Select(bill => new Bill
        {
            Id = bill.Id, MeterCode = bill.MeterCode, InstitutionCode = bill.InstitutionCode, Carrier = bill.Carrier,
            PeriodStart = bill.PeriodStart, PeriodEnd = bill.PeriodEnd, Quantity = bill.Quantity, Unit = bill.Unit, CostCny = bill.CostCny,
            ReadingType = bill.ReadingType, BillNumber = bill.BillNumber, ImportId = bill.ImportId, RowNumber = bill.RowNumber,
            RecordedAt = bill.RecordedAt, State = bill.State, RawQuantity = "", RawUnit = "", ContentKey = "",
        }).ToListAsync(stop);

    private async Task<IEnumerable<(string Owner, string User)>> SharedMeters(CancellationToken stop)
    {
        var allocated = await db.Allocations
            .Join(db.Meters, a => a.MeterCode, m => m.Code, (a, m) => new { Owner = m.InstitutionCode, User = a.InstitutionCode })
            .Where(pair => pair.Owner != pair.User).Distinct().ToListAsync(stop);
        var nested = await db.Meters
            .Join(db.Meters, sub => sub.ParentCode, main => main.Code, (sub, main) => new { Owner = main.InstitutionCode, User = sub.InstitutionCode })
            .Where(pair => pair.Owner != pair.User).Distinct().ToListAsync(stop);
        var housed = await db.Occupancies.Where(use => use.SupersededById == null)
            .Join(db.Buildings, use => use.BuildingCode, b => b.Code, (use, b) => new { Owner = b.InstitutionCode, User = use.InstitutionCode })
            .Distinct().ToListAsync(stop);
        return allocated.Concat(nested).Concat(housed).Select(pair => (pair.Owner, pair.User));
    }
}

/// <summary>Joins codes into groups; who is joined with nobody is a group alone.</summary>
internal sealed class SharingGroups(IReadOnlyList<string> codes)
{
    private readonly Dictionary<string, string> _leaders = codes.ToDictionary(code => code);

    public IEnumerable<IReadOnlyList<string>> All => codes.GroupBy(Leader).Select(group => group.ToArray());

    public void Join(string one, string other)
    {
        if (_leaders.ContainsKey(one) && _leaders.ContainsKey(other)) _leaders[Leader(one)] = Leader(other);
    }

    private string Leader(string code)
    {
        while (_leaders[code] != code) code = _leaders[code] = _leaders[_leaders[code]];
        return code;
    }
}
