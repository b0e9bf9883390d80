using BuildingQuota.Features.Imports.Problems;

namespace BuildingQuota.Features.Imports.Bills;

/// <summary>Says of two bills that collide which they are: the rows of this file, or a stored bill with its number and import.</summary>
internal sealed class OverlapWording(ProblemList problems)
{
    /// <summary>Rejects whichever of the two is a row of this file, naming the other: nobody can tell which of them is wrong.</summary>
    public void Reject(Entry one, Entry other, string code)
    {
        if (!one.IsStored) Reject(one, code, other);
        if (!other.IsStored && code == "bill.overlap") Reject(other, code, one);
    }

    private void Reject(Entry rejected, string code, Entry other) =>
        problems.Add(new(rejected.Row, "period_start", rejected.Covers.ToString()), code, rejected.MeterCode, rejected.Covers, Name(other));

    private string Name(Entry bill) => bill.IsStored
        ? problems.Say("name.stored-bill", bill.BillNumber ?? "–", bill.Covers, bill.ImportId!, bill.Row)
        : problems.Say("name.row", bill.Row, bill.Covers);
}
