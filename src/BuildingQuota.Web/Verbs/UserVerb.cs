using System.CommandLine;
using BuildingQuota.Domain.Access;
using BuildingQuota.Domain.Rules;
using BuildingQuota.Features.Access;

namespace BuildingQuota.Web.Verbs;

/// <summary><c>user create</c>: an account; its password comes on standard input, so that it stands in no history.</summary>
internal static class UserVerb
{
    public static Command Create(VerbHost host) => new("user", "Accounts of people.") { CreateOne(host) };

    private static Command CreateOne(VerbHost host)
    {
        var name = new Option<string>("--name") { Description = "What they sign in with.", Required = true };
        var role = new Option<string>("--role") { Description = "facility, officer, approver, auditor or admin.", Required = true };
        role.AcceptOnlyFromAmong([.. Words.All<Role>()]);
        var scope = new Option<string?>("--scope") { Description = "Code of an institution (facility) or of a region; none: everything." };
        var shown = new Option<string?>("--display-name") { Description = "Name as shown; otherwise --name." };
        const string about = "Makes an account. Its password (12 characters or more) is read from standard input.";
        var verb = new Command("create", about) { name, role, scope, shown };
        verb.Validators.Add(result =>
        {
            var asked = result.GetResult(role) is { Tokens: [var word] } ? word.Value : null;
            if (asked == Words.ToWord(Role.Facility) && result.GetResult(scope) is null)
                result.AddError("A facility manager needs --scope with the code of an institution.");
        });
        verb.SetAction((line, stop) => host.Run(
            async run =>
            {
                var theirs = Enum.GetValues<Role>().Single(one => Words.ToWord(one) == line.GetRequiredValue(role));
                var login = line.GetRequiredValue(name);
                var password = await ReadPassword(run.Stop);
                var request = new CreateUser.Request(login, line.GetValue(shown) ?? login, theirs, line.GetValue(scope), password);
                await run.Get<CreateUser>().Run(request, run.Stop);
                await Console.Out.WriteLineAsync($"{login} may sign in as {Words.ToWord(theirs)}.");
                return CommandLine.Succeeded;
            },
            stop));
        return verb;
    }

    private static async Task<string> ReadPassword(CancellationToken stop)
    {
        if (!Console.IsInputRedirected) await Console.Error.WriteAsync("Password: ");
        return await Console.In.ReadLineAsync(stop) ?? "";
    }
}
