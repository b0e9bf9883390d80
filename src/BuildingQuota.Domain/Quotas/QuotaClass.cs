using BuildingQuota.Domain.Buildings;
using BuildingQuota.Domain.Institutions;

namespace BuildingQuota.Domain.Quotas;

/// <summary>Whom a row speaks of, and of which indicator; null is anybody.</summary>
public sealed record QuotaClass(
    InstitutionKind Kind, AdministrativeLevel? Level, HospitalGrade? Grade, string? Zone, HeatingType? Heating, Indicator Indicator)
{
    public static QuotaClass Of(Quota row) => new(
        row.InstitutionKind, row.Level, row.Grade, string.IsNullOrEmpty(row.Zone) ? null : row.Zone, row.HeatingType, row.Indicator);

    /// <summary>Whether one subject could belong to both.</summary>
    public bool Overlaps(QuotaClass other) =>
        Kind == other.Kind && Indicator == other.Indicator && Meet(Level, other.Level) && Meet(Grade, other.Grade)
        && (Zone is null || other.Zone is null || Zone == other.Zone) && Meet(Heating, other.Heating);

    /// <summary>
    /// Differs in one attribute alone: another kind, zone or heating type, or the level or grade next to it. Such classes of one table
    /// have limits of about the same size.
    /// </summary>
    public bool IsNextTo(QuotaClass other)
    {
        if (Indicator != other.Indicator) return false;
        var differing = (Kind == other.Kind ? 0 : 1) + (Level == other.Level ? 0 : 1) + (Grade == other.Grade ? 0 : 1)
            + (Zone == other.Zone ? 0 : 1) + (Heating == other.Heating ? 0 : 1);
        return differing == 1 && Beside((int?)Level, (int?)other.Level) && Beside((int?)Grade, (int?)other.Grade);
    }

    /// <summary>The class one level or grade below, all else equal; null when there is none.</summary>
    public QuotaClass? Below => (Level, Grade) switch
    {
        (_, < HospitalGrade.Grade1) => this with { Grade = Grade + 1 },
        ( < AdministrativeLevel.Township, null) => this with { Level = Level + 1 },
        _ => null,
    };

    public override string ToString() =>
        string.Join(' ', new object?[] { Kind, Level, Grade, Zone, Heating, Indicator }.Where(part => part is not null));

    private static bool Meet<T>(T? one, T? other) where T : struct, Enum => one is null || other is null || one.Equals(other);

    private static bool Beside(int? one, int? other) => one is not { } a || other is not { } b || Math.Abs(a - b) <= 1;
}
