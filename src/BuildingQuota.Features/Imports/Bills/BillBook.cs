using BuildingQuota.Domain.Billing;
using BuildingQuota.Domain.Metering;
using BuildingQuota.Features.Imports.Kinds;
using BuildingQuota.Features.Imports.Problems;

namespace BuildingQuota.Features.Imports.Bills;

/// <summary>
/// Settles a file's bills with those stored. The steps go by what the rows say, never by where they stand: known rows, reversals,
/// overlaps of what is left, then corrections. So the same rows end in the same state in any order.
/// </summary>
internal sealed class BillBook(ImportSession session, IReadOnlyList<Entry> stored)
{
    private readonly ProblemList _problems = session.Problems;
    private readonly OverlapWording _wording = new(session.Problems);

    public Changes Settle(IReadOnlyList<(Entry Bill, Meter Meter)> entries)
    {
        var known = stored.Select(bill => bill.Content).ToHashSet();
        var fresh = entries.Where(entry => !known.Contains(entry.Bill.Content)).ToList();
        RejectDuplicates(fresh);

        var bills = fresh.Select(entry => entry.Bill).Where(IsAccepted).Concat(stored).GroupBy(bill => bill.MeterCode);
        foreach (var meter in bills) SettleMeter([.. meter]);

        var accepted = fresh.Where(entry => IsAccepted(entry.Bill)).ToList();
        return new(accepted.Count, 0, entries.Count - fresh.Count, () => BillWriting.Write(session, accepted, stored));
    }

    private bool IsAccepted(Entry bill) => bill.IsStored || !_problems.IsRejected(bill.Row);

    private void RejectDuplicates(IEnumerable<(Entry Bill, Meter Meter)> fresh)
    {
        var first = new Dictionary<BillContent, int>();
        foreach (var (bill, _) in fresh)
            if (!first.TryAdd(bill.Content, bill.Row)) _problems.Add(new(bill.Row), "row.duplicate", first[bill.Content]);
    }

    private void SettleMeter(IReadOnlyList<Entry> bills)
    {
        foreach (var reversal in bills.Where(bill => !bill.IsStored && bill.ReadingType == ReadingType.Reversal)
            .OrderBy(bill => bill.Covers.From))
            Reverse(reversal, bills);

        var live = bills.Where(bill => bill.IsLive && IsAccepted(bill))
            .ToLookup(bill => !bill.IsStored && bill.ReadingType == ReadingType.Correction);
        var (plain, corrections) = (live[false].ToList(), live[true].ToList());
        foreach (var (later, earlier) in Overlaps.Among(plain, bill => bill.Covers).ToList())
            _wording.Reject(later, earlier, "bill.overlap");
        if (corrections.Count > 0) Correct(corrections, [.. plain.Where(IsAccepted)]);
    }

    /// <summary>Takes back the live bill of that number, stored ones first; its period and amount must be those of the bill.</summary>
    private void Reverse(Entry reversal, IReadOnlyList<Entry> bills)
    {
        var numbered = bills.Where(bill => bill.IsLive && bill != reversal && bill.ReadingType != ReadingType.Reversal
            && bill.BillNumber == reversal.BillNumber && IsAccepted(bill)).OrderBy(bill => !bill.IsStored).ToList();
        var target = numbered.Find(bill => bill.Covers == reversal.Covers && Math.Abs(bill.Quantity) == Math.Abs(reversal.Quantity)
            && bill.Unit == reversal.Unit);
        if (target is not null)
        {
            (reversal.State, reversal.Reverses) = (BillState.Reversal, target);
            target.EndBy(reversal, BillState.Reversed);
        }
        else if (numbered.Count > 0)
            _problems.Add(new(reversal.Row, "quantity", reversal.RawQuantity), "bill.reversal-differs", reversal.BillNumber!,
                numbered[0].Covers, numbered[0].Quantity);
        else
            _problems.Add(new(reversal.Row, "bill_number", reversal.BillNumber!), "bill.reversal-unknown", reversal.BillNumber!,
                reversal.MeterCode);
    }

    /// <summary>
    /// A correction ends the live bills wholly inside its period; it may not cut one, nor meet another correction of the file.
    /// </summary>
    private void Correct(List<Entry> corrections, List<Entry> live)
    {
        foreach (var (later, earlier) in Overlaps.Among(corrections, bill => bill.Covers).ToList())
            _wording.Reject(later, earlier, "bill.overlap");
        live.Sort((left, right) => left.Covers.From.CompareTo(right.Covers.From));
        foreach (var correction in corrections.Where(IsAccepted))
        {
            var met = Met(live, correction);
            foreach (var cut in met.Where(bill => !correction.Covers.Contains(bill.Covers)))
                _wording.Reject(correction, cut, "bill.correction-cuts");
            if (!IsAccepted(correction)) continue;
            foreach (var bill in met) bill.EndBy(correction, BillState.Replaced);
        }
    }

    /// <summary>The live bills that the correction overlaps. They overlap nowhere, so they lie side by side.</summary>
    private static List<Entry> Met(List<Entry> live, Entry correction)
    {
        var (low, high) = (0, live.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (live[middle].Covers.Until <= correction.Covers.From) low = middle + 1;
            else high = middle;
        }

        return [.. live.Skip(low).TakeWhile(bill => bill.Covers.From < correction.Covers.Until)];
    }
}
