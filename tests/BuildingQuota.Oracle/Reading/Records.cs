namespace BuildingQuota.Oracle.Reading;

public sealed record Region(string Code, string? Parent);

public sealed record Institution(string Code, string Kind, string Level, string? Grade, string Region);

public sealed record Building(string Code, string Institution, Areas Areas, string Heating, DateOnly From, DateOnly? To);

/// <summary>m².</summary>
public sealed record Areas(decimal Gross, decimal Heated, decimal DataCentre, decimal Canteen, decimal Let);

public sealed record AreaChange(string Building, DateOnly From, Areas Areas);

public sealed record HeadcountChange(string Institution, DateOnly From, decimal Persons, string Basis);

public sealed record Meter(
    string Code, string? Building, string Institution, string? Parent, string Carrier, string Purpose, DateOnly From, DateOnly? To);

public sealed record Allocation(string Meter, string Building, string Method, decimal Share, DateOnly From, DateOnly? To);

public sealed record Bill(
    string Meter, DateOnly From, DateOnly Until, decimal Quantity, string Unit, decimal Cost, string Reading, string? Number);

public sealed record Adoption(string Region, string Standard, string? Zone, DateOnly From);

public sealed record PlanBase(string Plan, string SubjectKind, string Subject, string Indicator, decimal Value);

public sealed record Quota(
    string Standard, string Kind, string? Level, string? Grade, string? Zone, string? Heating, string Indicator,
    decimal Constraint, decimal? Baseline, decimal Guiding);

public sealed record Plan(string Code, string Region, int BaseYear, int EndYear, bool Linear);

public sealed record PlanTarget(string Plan, string Indicator, decimal Percent);

public sealed record EmissionFactor(string Carrier, string? Region, decimal Kg);

public sealed record UnitRule(string OwnUnit, decimal Numerator, decimal Denominator);
