using BuildingQuota.Data;
using BuildingQuota.Domain.Billing;
using BuildingQuota.Domain.Conversion;
using BuildingQuota.Domain.Metering;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Feeds;

/// <summary>Bills and what they come to, as rows.</summary>
internal static class BillFeeds
{
    private const string FactorSet = "CN-2023";

    public static IQueryable<BillRow> Bills(QuotaDb db) =>
        from bill in db.Bills.AsNoTracking()
        join institution in db.Institutions on bill.InstitutionCode equals institution.Code
        select new BillRow
        {
            Id = bill.Id, MeterCode = bill.MeterCode, InstitutionCode = bill.InstitutionCode, InstitutionName = institution.Name,
            BuildingCode = bill.BuildingCode, Carrier = bill.Carrier, PeriodStart = bill.PeriodStart, PeriodEnd = bill.PeriodEnd,
            Quantity = bill.Quantity, Unit = bill.Unit, CostCny = bill.CostCny, ReadingType = bill.ReadingType,
            BillNumber = bill.BillNumber, State = bill.State, EndedById = bill.EndedById, RawQuantity = bill.RawQuantity,
            RawUnit = bill.RawUnit, ImportId = bill.ImportId, RowNumber = bill.RowNumber, RecordedAt = bill.RecordedAt,
        };

    public static IQueryable<ReadingRow> Readings(QuotaDb db) => db.Readings.AsNoTracking().Select(reading => new ReadingRow
    {
        Id = reading.Id, MeterCode = reading.MeterCode, InstitutionCode = reading.InstitutionCode, ReadOn = reading.ReadOn,
        Value = reading.Value, Kind = reading.Kind, Multiplier = reading.Multiplier, Digits = reading.Digits, RolledOver = reading.RolledOver,
        ImportId = reading.ImportId, RowNumber = reading.RowNumber, RecordedAt = reading.RecordedAt, IsCurrent = reading.SupersededById == null,
    });

    /// <summary>
    /// Kgce and KgCo2 are rounded in the database, half away from zero at six decimals, to the last digit as Rounding.HalfUp does it on
    /// either provider: <c>halves</c> counts half steps of 0.000001, doubled and raised by one half; what is left over a whole step is
    /// taken off by remainder, and the division that follows has no remainder left to round. (SQL's own round is binary on SQLite.)
    /// </summary>
    public static IQueryable<BillFactRow> BillFacts(QuotaDb db) =>
        from bill in db.Bills.AsNoTracking()
        where bill.State == BillState.Live
        join institution in db.Institutions on bill.InstitutionCode equals institution.Code
        join meter in db.Meters on bill.MeterCode equals meter.Code
        join unit in db.UnitConversions on new { bill.Carrier, bill.Unit } equals new { unit.Carrier, unit.Unit }
        join coefficient in db.Coefficients.Where(one => one.SetCode == ConversionTable.Stat) on bill.Carrier equals coefficient.Carrier
        join one in db.Buildings on bill.BuildingCode equals one.Code into any
        from building in any.DefaultIfEmpty()
        join near in NearestFactors(db) on new { bill.InstitutionCode, bill.Carrier } equals new { near.InstitutionCode, near.Carrier }
            into nearest
        from emission in nearest.DefaultIfEmpty()
        let factor = (decimal?)emission.KgCo2PerUnit ?? 0m
        let half = unit.Denominator * (bill.Quantity < 0m ? -0.000001m : 0.000001m)
        let step = unit.Denominator * 0.000002m
        let coal = bill.Quantity * unit.Numerator * coefficient.KgcePerUnit * 2m + half
        let carbon = bill.Quantity * unit.Numerator * factor * 2m + half
        select new BillFactRow
        {
            Id = bill.Id, InstitutionCode = bill.InstitutionCode, InstitutionName = institution.Name, RegionCode = institution.RegionCode,
            BuildingCode = bill.BuildingCode, BuildingName = building.Name, MeterCode = bill.MeterCode, Carrier = bill.Carrier,
            Purpose = meter.Purpose, PeriodStart = bill.PeriodStart, PeriodEnd = bill.PeriodEnd,
            Days = bill.PeriodEnd.DayNumber - bill.PeriodStart.DayNumber, Quantity = bill.Quantity, Unit = bill.Unit,
            CostCny = bill.CostCny, ReadingType = bill.ReadingType, BillNumber = bill.BillNumber, IsSubMeter = meter.ParentCode != null,
            Kgce = (coal - coal % step) / step * 0.000001m,
            KgCo2 = (carbon - carbon % step) / step * 0.000001m,
        };

    /// <summary>
    /// As ConversionTable.KgCo2 finds it, wherever the tree of regions has its root: the code of the nearest stands furthest back in the
    /// path; the nation's, which is empty, is found nowhere in it and gives way to any other. Few rows, so that it is worked out once.
    /// </summary>
    private static IQueryable<PlaceFactor> NearestFactors(QuotaDb db) =>
        from institution in db.Institutions
        from factor in Factors(db)
        let path = "/" + institution.RegionPath
        let place = path.IndexOf("/" + factor.RegionCode + "/")
        where factor.RegionCode == "" || place >= 0
        where !Factors(db).Any(other => other.Carrier == factor.Carrier && path.IndexOf("/" + other.RegionCode + "/") > place)
        select new PlaceFactor { InstitutionCode = institution.Code, Carrier = factor.Carrier, KgCo2PerUnit = factor.KgCo2PerUnit };

    private static IQueryable<EmissionFactor> Factors(QuotaDb db) => db.EmissionFactors.Where(factor => factor.SetCode == FactorSet);

    public static IQueryable<MonthlyFactRow> MonthlyFacts(QuotaDb db) =>
        from fact in db.MonthlyFacts.AsNoTracking()
        join institution in db.Institutions on fact.InstitutionCode equals institution.Code
        join one in db.Buildings on fact.BuildingCode equals one.Code into any
        from building in any.DefaultIfEmpty()
        select new MonthlyFactRow
        {
            Id = fact.Id, InstitutionCode = fact.InstitutionCode, InstitutionName = institution.Name, RegionCode = institution.RegionCode,
            BuildingCode = fact.BuildingCode, BuildingName = building.Name, Carrier = fact.Carrier, Purpose = fact.Purpose,
            Year = fact.Year, Month = fact.Month, MonthStart = fact.MonthStart, Quantity = fact.Quantity, Unit = fact.Unit,
            Kgce = fact.Kgce, KgCo2 = fact.KgCo2, CoefficientSet = fact.CoefficientSet, CostCny = fact.CostCny,
            CoveredDays = fact.CoveredDays, DaysInMonth = fact.DaysInMonth, EstimatedShare = fact.EstimatedShare,
            InPerArea = fact.InPerArea, InPerCapita = fact.InPerCapita, InTotal = fact.InTotal,
        };

    /// <summary>What a unit of a carrier emits where the institution is.</summary>
    private sealed record PlaceFactor
    {
        public string InstitutionCode { get; init; } = "";
        public Carrier Carrier { get; init; }
        public decimal KgCo2PerUnit { get; init; }
    }
}
