using BuildingQuota.Domain.Audit;
using BuildingQuota.Domain.Billing;
using BuildingQuota.Domain.Budgets;
using BuildingQuota.Domain.Buildings;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Imports;
using BuildingQuota.Domain.Institutions;
using BuildingQuota.Domain.Metering;
using BuildingQuota.Domain.Notices;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;

namespace BuildingQuota.Data.Tests.Samples;

/// <summary>One row of every set that belongs to a place: a county, or an institution in it.</summary>
internal sealed class PlaceSamples(long number, Region county)
{
    private static readonly DateTimeOffset Noon = SharedSamples.Noon;
    private static readonly DateOnly Day = new(2025, 1, 1);

    private readonly PlanSamples _planned = new(county);
    private readonly QuotaSamples _given = new(county);
    private readonly string _code = FormattableString.Invariant($"I{number}");
    private readonly string _building = FormattableString.Invariant($"B{number}");
    private readonly string _meter = FormattableString.Invariant($"M{number}");

    /// <summary>The first institution of a county makes its rows.</summary>
    private long RunOfCounty => county.Code.Length == 6 ? 1001 : 1003;

    internal Institution Institution => new()
    {
        Code = _code, Name = "学校", Kind = InstitutionKind.School, Level = AdministrativeLevel.County, RegionCode = county.Code,
        ClimateZone = ClimateZone.SevereCold, RegionPath = county.Path,
    };

    /// <summary>Rows of the institution, in the order in which they depend on each other.</summary>
    internal IEnumerable<object> OfInstitution() => [Institution, .. Master(), .. Figures(), .. Documents(), .. _given.OfInstitution(number, RunOfCounty, _code)];

    /// <summary>Rows of the county itself: no institution may add to what its region is told.</summary>
    internal IEnumerable<object> OfRegion()
    {
        yield return county;
        yield return new Bureau { RegionCode = county.Code, Name = "机关事务管理局", DocumentCode = county.Code };
        yield return new Adoption { Id = number, RegionCode = county.Code, StandardCode = "DB37/T 2672-2019", Zone = "B", From = Day };
        yield return NewEvaluation(number + 1000, SubjectKind.Region, county.Code, null);
        yield return NewVerdict(number + 1000, SubjectKind.Region, county.Code, null);
        yield return NewBase(number + 1000, SubjectKind.Region, county.Code, null);
        yield return NewInputs(number + 1000, county.Path);
        yield return _planned.Issue;
        foreach (var row in _planned.Of(number + 1000, SubjectKind.Region, county.Code, null)) yield return row;
        foreach (var row in _given.OfRegion(RunOfCounty, _code)) yield return row;
        yield return NewBatch(number + 1000, county.Path);
        yield return NewProblem(number + 1000, county.Path);
        yield return NewLine(number + 1000, county.Path);
    }

    private IEnumerable<object> Master()
    {
        yield return new Headcount
        {
            Id = number, InstitutionCode = _code, From = Day, Persons = 120.5m, Basis = HeadcountBasis.Energy, ImportId = number,
        };
        yield return new Building
        {
            Code = _building, InstitutionCode = _code, Name = "教学楼", Kind = BuildingKind.Teaching, GrossAreaM2 = 4200.25m,
            HeatedAreaM2 = 4000,
            HeatingType = HeatingType.DistrictMetered, InServiceFrom = Day,
        };
        yield return new FloorArea
        {
            Id = number, BuildingCode = _building, InstitutionCode = _code, From = Day, GrossAreaM2 = 4300,
            HeatedAreaM2 = 4100, ImportId = number,
        };
        yield return new Occupancy
        {
            Id = number, BuildingCode = _building, InstitutionCode = _code, AreaM2 = 12.5m, From = Day, ImportId = number,
        };
        yield return new Meter
        {
            Code = _meter, BuildingCode = _building, InstitutionCode = _code, Carrier = Carrier.Electricity, Unit = "kWh",
            Purpose = MeterPurpose.General, Multiplier = 1, ActiveFrom = Day,
        };
        yield return new Allocation
        {
            Id = number, MeterCode = _meter, BuildingCode = _building, InstitutionCode = _code,
            Method = AllocationMethod.Fixed, Share = 1, From = Day,
            ImportId = number,
        };
        yield return NewBase(number, SubjectKind.Institution, _code, _code);
        foreach (var row in _planned.Of(number, SubjectKind.Institution, _code, _code)) yield return row;
    }

    private IEnumerable<object> Figures()
    {
        yield return NewBill(number, 1234.567m);
        yield return new Reading
        {
            Id = number, MeterCode = _meter, InstitutionCode = _code, ReadOn = Day, Value = 99850.5m, Kind = ReadingKind.Initial, Multiplier = 40,
            Digits = 5, RolledOver = false, ImportId = number, RowNumber = 2, RecordedAt = Noon,
        };
        yield return new MonthlyFact
        {
            Id = number, InstitutionCode = _code, BuildingCode = _building, Carrier = Carrier.Electricity,
            Purpose = MeterPurpose.General, Year = 2025,
            Month = 1, MonthStart = Day, Quantity = 1000.000001m, Unit = "kWh", Kgce = 122.9m, KgCo2 = 530.6m, CoefficientSet = "STAT",
            CostCny = 512.34m, CoveredDays = 31, DaysInMonth = 31, EstimatedShare = 0, InPerArea = true, InPerCapita = true,
            InTotal = false,
        };
        yield return NewEvaluation(number, SubjectKind.Institution, _code, _code);
        yield return NewVerdict(number, SubjectKind.Institution, _code, _code);
        yield return new DecidingBill
        {
            Id = number, VerdictId = number, EvaluationId = number, SubjectKind = SubjectKind.Institution, SubjectCode = _code,
            InstitutionCode = _code, Year = 2025, Indicator = Indicator.EnergyPerArea, Rank = 1, MeterCode = _meter, MissingFrom = Day,
            MissingUntil = Day.AddMonths(1), MissingDays = 31, QuantityAtMost = 10.5m, DecidesAlone = true, DecidesTogether = true,
        };
        yield return new Forecast
        {
            Id = number, SubjectKind = SubjectKind.Institution, SubjectCode = _code, SubjectName = "学校", InstitutionCode = _code,
            RegionCode = county.Code, Year = 2026, Indicator = Indicator.EnergyPerArea, LimitKind = LimitKind.Constraint, AsOf = Day,
            Method = ForecastMethod.SeasonalShare, BudgetBasis = ShapeBasis.OwnYears, CoefficientSet = "STAT", Unit = "kgce",
            Limit = 100, Used = 50.000001m, CoveredUntil = Day, ShareToDate = 0.5m, BudgetToDate = 50, Remaining = 49.999999m, OpenDays = 90,
            YearEnd = 100.1m, Level = EarlyWarningLevel.EvenChance, MonthsLeft = 3, BackTestYears = 0, ErrorsUsed = 0,
            IndicatorUnit = "kgce/m²", LimitValue = 10, Denominator = 10, InputHash = new('e', 64), Trace = [1], IsCurrent = true,
        };
        yield return new BudgetMonth
        {
            Id = number, ForecastId = number, InstitutionCode = _code, Month = 1, MonthStart = Day, Budget = 9, CoveredShare = 0, Expected = 8,
            Allowed = 7, CumulativeBudget = 9,
        };
    }

    private IEnumerable<object> Documents()
    {
        yield return new Notice
        {
            Id = number, Kind = NoticeKind.OverrunNotice, InstitutionCode = _code, InstitutionName = "学校", RegionCode = county.Code,
            BureauRegionCode = county.Code, BureauName = "机关事务管理局", Year = 2025, Family = IndicatorFamily.Energy, EvaluationId = number,
            Content = "{}", DraftedBy = "officer", DraftedAt = Noon,
        };
        yield return new NoticePdf { NoticeId = number, InstitutionCode = _code, Pdf = [37, 80, 68, 70] };
        yield return new NoticeEvent
        {
            Id = number, NoticeId = number, InstitutionCode = _code, Action = "draft", Actor = "officer", At = Noon,
        };
        yield return NewInputs(number, county.Path + "#" + _code + "/");
        yield return NewBatch(number, county.Path + "#" + _code + "/");
        yield return NewProblem(number, county.Path + "#" + _code + "/");
        yield return NewLine(number, county.Path + "#" + _code + "/");
    }

    internal Bill NewBill(long id, decimal quantity) => new()
    {
        Id = id, MeterCode = _meter, InstitutionCode = _code, BuildingCode = _building, Carrier = Carrier.Electricity, PeriodStart = Day,
        PeriodEnd = Day.AddMonths(1), Quantity = quantity, Unit = "kWh", CostCny = null, ReadingType = ReadingType.Actual,
        RawQuantity = "1,234.567",
        RawUnit = "kWh", ImportId = number, RowNumber = 2, RecordedAt = Noon, State = BillState.Live, ContentKey = new('a', 64),
    };

    private PlanBase NewBase(long id, SubjectKind kind, string subject, string? institution) => new()
    {
        Id = id, PlanCode = "FYP14", SubjectKind = kind, SubjectCode = subject, InstitutionCode = institution,
        Indicator = Indicator.EnergyPerArea,
        BaseValue = 12.3456m, Source = "测试", ImportId = number,
    };

    private Evaluation NewEvaluation(long id, SubjectKind kind, string subject, string? institution) => new()
    {
        Id = id, SubjectKind = kind, SubjectCode = subject, InstitutionCode = institution, RegionCode = county.Code,
        Year = 2025, EvaluatedAt = Noon,
        EngineVersion = "1", InputHash = new('b', 64), Trace = [1, 2, 3], IsCurrent = true,
    };

    private YearVerdict NewVerdict(long id, SubjectKind kind, string subject, string? institution) => new()
    {
        Id = id, EvaluationId = id, SubjectKind = kind, SubjectCode = subject, SubjectName = subject, InstitutionCode = institution,
        RegionCode = county.Code, Year = 2025, Indicator = Indicator.EnergyPerArea, Actual = 13.5m, Unit = "kgce/m²",
        Numerator = 100.000001m, StatNumerator = 99,
        TierName = TierName.NoQuota, ChangeFromBasePercent = -1.5m, Sufficiency = Sufficiency.Sufficient,
        PartialYear = false, EstimatedShare = 0.25m,
        CoefficientSet = "STAT", FactorSet = "CN-2023", TargetMet = true, IsCurrent = true,
    };

    private static EvaluationInputs NewInputs(long id, string path) => new()
    {
        Hash = id.ToString("x64", System.Globalization.CultureInfo.InvariantCulture), ScopePath = path, Content = [1, 2, 3],
    };

    private static ImportBatch NewBatch(long id, string path) => new()
    {
        Id = id, FileName = "bills.csv", Kind = "bills", Sha256 = new('c', 64), Bytes = 10, State = ImportState.Accepted,
        RowsRead = 1, RowsNew = 1,
        RowsChanged = 0, RowsUnchanged = 0, RowsRejected = 0, UploadedBy = "officer", UploadedAt = Noon, ScopePath = path,
    };

    private static ImportProblem NewProblem(long id, string path) => new()
    {
        Id = id, ImportId = id, File = "bills.csv", Sheet = "bills", Row = 3, Column = "unit", Value = "斤",
        RuleCode = "unit.unknown", Message = "…",
        Remedy = "…", ScopePath = path,
    };

    private static AuditEvent NewLine(long sequence, string path) => new()
    {
        Sequence = sequence, At = Noon, Actor = "officer", Action = "bills.import", Subject = "bills.csv", ScopePath = path,
        Hash = new('d', 64),
    };
}
