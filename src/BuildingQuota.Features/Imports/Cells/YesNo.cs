namespace BuildingQuota.Features.Imports.Cells;

/// <summary>The words of a column that asks yes or no.</summary>
internal enum YesNo { No, Yes }
