using BuildingQuota.Web.Texts;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace BuildingQuota.Web.Pages.Planning;

/// <summary>A warning level in a pill with a sign of its own; without a level it says why there is none: <c>&lt;level-badge level="…"&gt;</c>.</summary>
[HtmlTargetElement("level-badge", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class LevelBadgeTagHelper(PageTexts texts) : TagHelper
{
    public int? Level { get; set; }

    /// <summary>Key of what stands where there is no level; nothing is drawn when it is empty.</summary>
    public string Otherwise { get; set; } = "barometer.notPredicted";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Level is null && Otherwise.Length == 0)
        {
            output.SuppressOutput();
            return;
        }

        var (look, sign) = Level switch
        {
            1 => ("over", "▲"),
            2 => ("within", "◆"),
            3 => ("good", "●"),
            _ => ("open", "?"),
        };
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "mark-badge " + look);
        output.Content.SetHtmlContent($"<span aria-hidden=\"true\">{sign}</span>");
        output.Content.Append(Level is { } level ? texts[LevelTexts.Key(level)] : texts[Otherwise]);
    }
}

/// <summary>How levels and their changes are put into words (domain §5.5).</summary>
public static class LevelTexts
{
    public static string Key(int level) => level switch { 1 => "level.1", 2 => "level.2", _ => "level.3" };

    /// <summary>Empty where the issue before said nothing, or neither says anything.</summary>
    public static string Change(this PageTexts texts, int? before, int? now) => (before, now) switch
    {
        (null, _) => "",
        ({ } old, null) => texts["level.lost", texts[Key(old)]],
        ({ } old, { } level) when level < old => texts["level.raised", texts[Key(old)], texts[Key(level)]],
        ({ } old, { } level) when level > old => texts["level.lowered", texts[Key(old)], texts[Key(level)]],
        _ => texts["level.same"],
    };
}
