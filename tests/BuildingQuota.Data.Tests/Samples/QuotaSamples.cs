using BuildingQuota.Domain.Institutions;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;

namespace BuildingQuota.Data.Tests.Samples;

/// <summary>What is given out to an institution, and what was tried on a county.</summary>
internal sealed class QuotaSamples(Region county)
{
    internal IEnumerable<object> OfRegion(long id, string institution)
    {
        yield return new IndicatorRun
        {
            Id = id, RegionCode = county.Code, Year = 2026, LadderCode = "L", ReservePercent = 5, InputHash = new('f', 64), RunBy = "officer",
            RunAt = SharedSamples.Noon, IsCurrent = true, ScopePath = county.Path,
        };
        yield return new WhatIfRun
        {
            Id = id, Kind = WhatIfKind.QuotaSet, RegionCode = county.Code, Year = 2025, Tried = "N", Judged = 1, Changed = 1, NewlyOver = 1,
            NoLongerOver = 0, RunBy = "officer", RunAt = SharedSamples.Noon, ScopePath = county.Path,
        };
        yield return new WhatIfRow
        {
            Id = id, RunId = id, VerdictId = 1, SubjectKind = SubjectKind.Institution, SubjectCode = institution, SubjectName = "学校",
            InstitutionCode = institution, InstitutionKind = InstitutionKind.School, RegionCode = county.Code, Indicator = Indicator.EnergyPerArea,
            Unit = "kgce/m²", PresentSet = "STAT", TriedSet = "STAT", NumeratorFrom = "verdict", Outcome = WhatIfOutcome.NewlyOver, Reason = "",
            TriedActual = 22.1m, TriedLimit = 20.8m, ScopePath = county.Path,
        };
    }

    internal IEnumerable<object> OfInstitution(long id, long run, string institution)
    {
        yield return new YearIndicator
        {
            Id = id, RunId = run, InstitutionCode = institution, RegionCode = county.Code, Indicator = Indicator.EnergyPerArea, Year = 2026,
            Unit = "kgce/m²", LastActual = 22.1m, LadderValue = 21.22m, Value = 21.22m, Reason = "year-indicator.cut-over", IsCurrent = true,
        };
        yield return new IndicatorOverride
        {
            Id = id, InstitutionCode = institution, Indicator = Indicator.EnergyPerArea, Year = 2026, Value = 21.5m, Reason = "新楼投用",
            AskedBy = "officer", AskedAt = SharedSamples.Noon,
        };
    }
}
