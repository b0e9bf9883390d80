using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace BuildingQuota.Web.Pages.Shared;

/// <summary>A column's head that sorts by it: <c>&lt;sort-head column="name"&gt;…&lt;/sort-head&gt;</c>.</summary>
[HtmlTargetElement("sort-head")]
public sealed class SortHeadTagHelper : TagHelper
{
    public string Column { get; set; } = "";

    public bool Number { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!; // set by the framework before Process

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var request = ViewContext.HttpContext.Request;
        var sort = request.Query["sort"].ToString();
        var (state, sign) = sort == Column ? ("ascending", " ▲") : sort == "-" + Column ? ("descending", " ▼") : ("none", "");
        var link = new TagBuilder("a");
        link.AddCssClass("sort");
        link.Attributes["href"] = Links.Sorted(request, Column);
        link.InnerHtml.AppendHtml(await output.GetChildContentAsync());
        link.InnerHtml.Append(sign);
        output.TagName = "th";
        output.Attributes.SetAttribute("scope", "col");
        output.Attributes.SetAttribute("aria-sort", state);
        if (Number) output.Attributes.SetAttribute("class", "num");
        output.Content.SetHtmlContent(link);
    }
}

/// <summary>The choices of a filter: every member of an enum with its word, "all" before them.</summary>
public static class Choices
{
    public static IEnumerable<SelectListItem> Of<T>(Texts.PageTexts texts, T? chosen, params T[] without) where T : struct, Enum =>
        Enum.GetValues<T>().Except(without).Select(word => new SelectListItem(texts.Of(word), word.ToString(),
            chosen?.Equals(word) == true));
}
