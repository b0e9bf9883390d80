using System.Buffers.Text;
using System.Security.Cryptography;
using BuildingQuota.Domain.Access;
using BuildingQuota.Features.Access;

namespace BuildingQuota.Web.Hosting.Start;

/// <summary>The five accounts of the demonstration, in Development only: elsewhere there is no account that nobody made.</summary>
internal static class DemoAccounts
{
    public const string Region = "654200";
    public const string Suffix = "@demo";

    public static IReadOnlyList<(string Name, string Shown, Role Role)> All { get; } =
    [
        ("facility@demo", "用能单位", Role.Facility), ("officer@demo", "经办人", Role.Officer),
        ("approver@demo", "审批人", Role.Approver), ("auditor@demo", "审计员", Role.Auditor), ("admin@demo", "管理员", Role.Admin),
    ];

    public static string Names => string.Join("  ", All.Select(account => account.Name));
}

/// <summary>The demonstration accounts' password: as configured, else made up; known only to the start that created them.</summary>
internal sealed class DemoPassword(BuildingQuotaSettings settings)
{
    private const int RandomBytes = 12;
    private string? _made;

    public string ForNewAccounts() => settings.Demo.Password ?? (_made ??= Random());

    public string ForPeople =>
        _made is not null ? $"{_made}   (shown only now; to choose it, set BuildingQuota__Demo__Password before the first start)"
        : settings.Demo.Password is not null ? "as set in BuildingQuota__Demo__Password when the accounts were made"
        : "as shown at the first start";

    private static string Random() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes));
}

/// <summary>In Development makes the demonstration accounts that are not there yet; elsewhere shuts those that a Development left.</summary>
internal sealed class DemoAccountsStep(
    IHostEnvironment environment, CreateUser create, ShutAccounts shut, DemoPassword password, DemoRegion region) : IStartStep
{
    public string Name => "accounts";

    public async Task<string> Run(StartProgress progress, CancellationToken stop)
    {
        if (!environment.IsDevelopment()) return await ShutAll(stop);
        var made = 0;
        foreach (var (name, shown, role) in DemoAccounts.All)
        {
            await shut.Open(name, stop);
            if (await create.Exists(name, stop)) continue;
            await create.Run(new(name, shown, role, await ScopeFor(role, stop), password.ForNewAccounts()), stop);
            made++;
        }

        return made == 0 ? "as they were" : $"{made} demonstration accounts made";
    }

    private async Task<string> ShutAll(CancellationToken stop)
    {
        var count = await shut.Run(DemoAccounts.Suffix, stop);
        return count == 0 ? "none made: make them with the verb 'user create'" : $"{count} demonstration accounts shut, with their keys";
    }

    private async Task<string?> ScopeFor(Role role, CancellationToken stop) => role switch
    {
        _ when !region.IsWanted || role == Role.Admin => null,
        Role.Facility => await region.ShowcaseInstitution(stop),
        _ => DemoAccounts.Region,
    };
}
