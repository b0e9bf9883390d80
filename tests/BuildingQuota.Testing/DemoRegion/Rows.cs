namespace BuildingQuota.Testing.DemoRegion;

internal sealed record InstitutionRow(
    string Code, string Name, string Kind, string Level, string Grade, string Region, string Parent);

internal sealed record BuildingRow(
    string Code, string Institution, string Name, string Kind, decimal Gross, decimal Heated, string Heating, DateOnly From, DateOnly? To);

internal sealed record AreaRow(
    string Building, DateOnly From, decimal Gross, decimal Heated, decimal DataCentre, decimal Canteen, decimal Let, string Reason);

internal sealed record HeadcountRow(string Institution, DateOnly From, decimal Persons, string Basis, string Reason);

internal sealed record MeterRow(
    string Code, string Building, string Institution, string Parent, string Carrier, string Unit, string Purpose, decimal Multiplier,
    DateOnly From, DateOnly? To);

internal sealed record AllocationRow(string Meter, string Building, string Method, decimal? Share, DateOnly From, DateOnly? To);

/// <summary>One line of a bill file; <see cref="IssuedOn"/> puts it after what it corrects.</summary>
internal sealed record BillRow(
    string Institution, string Building, string Meter, string Carrier, DateOnly Start, DateOnly End, decimal Quantity, string Unit,
    decimal Cost, string ReadingType, string Number, DateOnly IssuedOn);

internal sealed record PlanBaseRow(string Plan, string SubjectKind, string Subject, string Indicator, decimal Base, string Source);
