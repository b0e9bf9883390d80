using System.Text.RegularExpressions;

namespace BuildingQuota.Testing.Hosting;

/// <summary>Fills in the sign-in page as a person does, with the hidden token that the page carries.</summary>
internal static partial class SignInForm
{
    internal static async Task Send(HttpClient browser, string name, string password)
    {
        var page = await browser.GetStringAsync("/sign-in");
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["UserName"] = name, ["Password"] = password, ["__RequestVerificationToken"] = Token().Match(page).Groups[1].Value,
        });
        using var answer = await browser.PostAsync("/sign-in", form);
        if (answer.Headers.Location is null) throw new InvalidOperationException($"{name} was not let in: {answer.StatusCode}.");
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
