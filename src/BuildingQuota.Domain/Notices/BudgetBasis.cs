namespace BuildingQuota.Domain.Notices;

/// <summary>By what a letter laid a year's budget over its months; the words stand in stored letters.</summary>
public enum BudgetBasis { LastYearsMonths, Days }
