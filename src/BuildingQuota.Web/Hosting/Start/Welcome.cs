using System.Globalization;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace BuildingQuota.Web.Hosting.Start;

/// <summary>The last lines of the start: where to go from here.</summary>
internal sealed class Welcome(BuildingQuotaSettings settings, IServer server, DemoPassword password)
{
    public void Say(StartProgress progress)
    {
        var listensOn = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "";
        var url = settings.PublicUri?.ToString().TrimEnd('/') ?? listensOn;
        progress.Say(string.Create(CultureInfo.InvariantCulture, $"Ready after {progress.Elapsed.TotalSeconds:0.0} s: {url}"));
        progress.SayToPerson($"""

              Pages      {url}
              OData      {url}/odata   (user name = key id, password = secret; make one: key create --help)
              Data       {settings.DataPath}{(settings.OnPostgres ? " (and PostgreSQL)" : "")}
              Sign in    {DemoAccounts.Names}
              Password   {password.ForPeople}
              Stop       Ctrl+C

            """);
    }
}
