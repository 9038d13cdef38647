using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Moothall.Platform.Access;

namespace Moothall.Platform.Forms;

/// <summary>Stamps every posted form with its one-use key and its sealed owner, so that no page can forget them.</summary>
[HtmlTargetElement("form", Attributes = "method")]
public sealed class FormStampTagHelper(CurrentUser user, HeldForms held) : TagHelper
{
    /// <summary>Name of the hidden field with the one-use key.</summary>
    public const string KeyField = "_key";

    /// <summary>The page being rendered.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (
            !user.SignedIn
            || !string.Equals(
                output.Attributes["method"]?.Value?.ToString(),
                "post",
                StringComparison.OrdinalIgnoreCase
            )
        )
        {
            return;
        }

        // A form shown again after an error keeps its key: a failed attempt has not used it.
        var request = View.HttpContext.Request;
        var typed = request.HasFormContentType ? request.Form[KeyField].ToString() : "";
        var key = Guid.TryParse(typed, out var kept) ? kept : Guid.CreateVersion7();
        output.PostContent.AppendHtml(Hidden(KeyField, key.ToString()));
        output.PostContent.AppendHtml(Hidden(HeldForms.OwnerField, held.Seal(user.Id)));
    }

    private static TagBuilder Hidden(string name, string value)
    {
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.MergeAttributes(
            new Dictionary<string, string?>
            {
                ["type"] = "hidden",
                ["name"] = name,
                ["value"] = value,
            }
        );
        return input;
    }
}
