using BuildingQuota.Data;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Feeds;

/// <summary>Master data as rows. Names stand beside codes, so that a pivot table needs no second request.</summary>
internal static class MasterFeeds
{
    public static IQueryable<RegionRow> Regions(QuotaDb db) => db.Regions.AsNoTracking().Select(region => new RegionRow
    {
        Code = region.Code, Name = region.Name, Level = region.Level, ParentCode = region.ParentCode,
    });

    public static IQueryable<InstitutionRow> Institutions(QuotaDb db) =>
        from institution in db.Institutions.AsNoTracking()
        join region in db.Regions on institution.RegionCode equals region.Code
        select new InstitutionRow
        {
            Code = institution.Code, Name = institution.Name, Kind = institution.Kind, Level = institution.Level, Grade = institution.Grade,
            RegionCode = institution.RegionCode, RegionName = region.Name, ParentCode = institution.ParentCode,
            ClimateZone = institution.ClimateZone,
        };

    public static IQueryable<BuildingRow> Buildings(QuotaDb db) =>
        from building in db.Buildings.AsNoTracking()
        join institution in db.Institutions on building.InstitutionCode equals institution.Code
        select new BuildingRow
        {
            Code = building.Code, Name = building.Name, InstitutionCode = building.InstitutionCode, InstitutionName = institution.Name,
            RegionCode = institution.RegionCode, Kind = building.Kind, GrossAreaM2 = building.GrossAreaM2,
            HeatedAreaM2 = building.HeatedAreaM2, HeatingType = building.HeatingType, InServiceFrom = building.InServiceFrom,
            InServiceTo = building.InServiceTo,
        };

    public static IQueryable<MeterRow> Meters(QuotaDb db) =>
        from meter in db.Meters.AsNoTracking()
        join institution in db.Institutions on meter.InstitutionCode equals institution.Code
        join one in db.Buildings on meter.BuildingCode equals one.Code into any
        from building in any.DefaultIfEmpty()
        select new MeterRow
        {
            Code = meter.Code, InstitutionCode = meter.InstitutionCode, InstitutionName = institution.Name,
            RegionCode = institution.RegionCode, BuildingCode = meter.BuildingCode, BuildingName = building.Name,
            ParentCode = meter.ParentCode, Carrier = meter.Carrier, Unit = meter.Unit, Purpose = meter.Purpose,
            Multiplier = meter.Multiplier, ActiveFrom = meter.ActiveFrom, ActiveTo = meter.ActiveTo,
        };

    /// <summary>Segments that count; those that were replaced are told by the audit trail and their imports.</summary>
    public static IQueryable<FloorAreaRow> FloorAreas(QuotaDb db) =>
        from area in db.FloorAreas.AsNoTracking()
        where area.SupersededById == null
        join building in db.Buildings on area.BuildingCode equals building.Code
        join institution in db.Institutions on area.InstitutionCode equals institution.Code
        select new FloorAreaRow
        {
            Id = area.Id, BuildingCode = area.BuildingCode, BuildingName = building.Name, InstitutionCode = area.InstitutionCode,
            InstitutionName = institution.Name, From = area.From, GrossAreaM2 = area.GrossAreaM2, HeatedAreaM2 = area.HeatedAreaM2,
            DataCentreAreaM2 = area.DataCentreAreaM2, CanteenAreaM2 = area.CanteenAreaM2, LetAreaM2 = area.LetAreaM2,
            Reason = area.Reason, ImportId = area.ImportId,
        };

    /// <summary>As FloorAreas; an occupier outside the reader's scope has no name.</summary>
    public static IQueryable<OccupancyRow> Occupancies(QuotaDb db) =>
        from use in db.Occupancies.AsNoTracking()
        where use.SupersededById == null
        join occupier in db.Institutions on use.InstitutionCode equals occupier.Code into occupiers
        from institution in occupiers.DefaultIfEmpty()
        select new OccupancyRow
        {
            Id = use.Id, BuildingCode = use.BuildingCode, InstitutionCode = use.InstitutionCode, InstitutionName = institution!.Name,
            AreaM2 = use.AreaM2, From = use.From, To = use.To, ImportId = use.ImportId,
        };

    public static IQueryable<HeadcountRow> Headcounts(QuotaDb db) =>
        from count in db.Headcounts.AsNoTracking()
        where count.SupersededById == null
        join institution in db.Institutions on count.InstitutionCode equals institution.Code
        select new HeadcountRow
        {
            Id = count.Id, InstitutionCode = count.InstitutionCode, InstitutionName = institution.Name, From = count.From,
            Persons = count.Persons, Basis = count.Basis, Reason = count.Reason, ImportId = count.ImportId,
        };
}
