using BuildingQuota.Domain.Billing;
using BuildingQuota.Domain.Budgets;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Imports;
using BuildingQuota.Domain.Notices;
using BuildingQuota.Domain.Quotas;
using BuildingQuota.Web.Texts;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace BuildingQuota.Web.Pages.Shared;

/// <summary>A word in a coloured pill with a sign of its own, so that it can be told apart without colour: <c>&lt;mark-badge
/// word="…"&gt;</c>.</summary>
[HtmlTargetElement("mark-badge", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class MarkBadgeTagHelper(PageTexts texts) : TagHelper
{
    /// <summary>A member of one of the enums that have a badge; nothing is drawn for null but "undetermined" says so by <see
    /// cref="Otherwise"/>.</summary>
    public Enum? Word { get; set; }

    /// <summary>Key of the text to show when there is no word.</summary>
    public string Otherwise { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Word is null && Otherwise.Length == 0)
        {
            output.SuppressOutput();
            return;
        }

        var (look, sign) = LookOf(Word);
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "mark-badge " + look);
        output.Content.SetHtmlContent($"<span aria-hidden=\"true\">{sign}</span>");
        output.Content.Append(Word is null ? texts[Otherwise] : texts[$"{Word.GetType().Name}.{Word}"]);
    }

    private static (string Look, string Sign) LookOf(Enum? word) => word switch
    {
        TierName.OverConstraint or ImportState.Refused or FindingSeverity.Error or EarlyWarningLevel.Certain => ("over", "▲"),
        Sufficiency.OverWhateverIsMissing or EarlyWarningLevel.Likely => ("over", "△"),
        TierName.WithinConstraint or ImportState.PartlyAccepted or FindingSeverity.Warning or EarlyWarningLevel.EvenChance => ("within", "◆"),
        EarlyWarningLevel.None => ("good", "●"),
        BillState.Replaced or BillState.Reversed or BillState.Reversal => ("within", "↺"),
        TierName.WithinBaseline or NoticeState.Issued or StandardState.Published => ("good", "●"),
        Sufficiency.WithinWhateverIsMissing => ("good", "○"),
        TierName.BetterThanGuiding => ("best", "★"),
        Sufficiency.Sufficient or ImportState.Accepted or BillState.Live => ("best", "✓"),
        Sufficiency.Undetermined or NoticeState.Draft or StandardState.Draft or StandardState.Reviewed => ("open", "?"),
        null => ("open", "?"),
        _ => ("", "–"),
    };
}

/// <summary>A line drawing of icons.svg, for the eye only: <c>&lt;icon name="home" /&gt;</c>.</summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper : TagHelper
{
    public string Name { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "icon");
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Content.SetHtmlContent($"<use href=\"/icons.svg#{Name}\"></use>");
    }
}
