using BuildingQuota.Features.Imports.Bills;
using BuildingQuota.Features.Imports.Readings;

namespace BuildingQuota.Features.Imports.Kinds;

/// <summary>Every kind of file that can be imported, in the order in which they depend on each other.</summary>
internal static class FileKinds
{
    private static readonly IReadOnlyList<FileKind> All =
    [
        new RegionsFile(), new InstitutionsFile(), new BuildingsFile(), new AreasFile(), new HeadcountsFile(), new OccupanciesFile(),
        new MetersFile(),
        new AllocationsFile(), new QuotaStandardsFile(), new QuotasFile(), new AdoptionsFile(), new RuleSetsFile(),
        new PlanBasesFile(), new BillsFile(), new ReadingsFile(),
    ];

    public static string Names { get; } = string.Join(", ", All.Select(kind => kind.Layout.Kind));

    public static FileKind? Named(string name) => All.FirstOrDefault(kind => kind.Layout.IsNamed(name));

    /// <summary>Place in the order; what could not be read comes first, because anything might rest on it.</summary>
    public static int Order(FileKind? kind) => All.Index().Where(item => item.Item == kind).Select(item => item.Index + 1).FirstOrDefault();
}
