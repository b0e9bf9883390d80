using System.Diagnostics;
using BuildingQuota.Domain.Rules;
using BuildingQuota.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BuildingQuota.Web.Pages;

/// <summary>What a person reads when a request was not answered: why, and what to do; a rule says its code, an error its trace
/// id.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ErrorPage(PageTexts texts) : PageModel
{
    public string Heading { get; private set; } = "";

    public string Why { get; private set; } = "";

    public string Remedy { get; private set; } = "";

    public string Code { get; private set; } = "";

    public bool ShowTrace { get; private set; }

    public string TraceId => Activity.Current?.Id ?? HttpContext.TraceIdentifier;

    public void OnGet(int? status) => Show(status ?? 500);

    public void OnPost(int? status) => Show(status ?? 500);

    private void Show(int status)
    {
        var failure = HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error;
        if (failure is RuleBrokenException rule)
        {
            (Heading, Code) = (texts["error.422"], rule.Code);
            (Why, Remedy) = (texts.Or("rule." + rule.Code, rule.Message), texts.Or($"rule.{rule.Code}.remedy", rule.Remedy));
            return;
        }

        var known = failure is BadHttpRequestException bad ? bad.StatusCode : status;
        if (known is not (400 or 403 or 404 or 413)) known = 500;
        if (Response.StatusCode == StatusCodes.Status200OK) Response.StatusCode = known;
        (Heading, Why) = (texts[$"error.{known}"], texts[$"error.{known}.why"]);
        ShowTrace = known == 500;
    }
}
