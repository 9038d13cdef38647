using Microsoft.AspNetCore.Mvc.Rendering;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.Meetings;

/// <summary>A signature taken from someone without a device or an account (settled 16).</summary>
public sealed class SignForForm
{
    [Field("Person", Required = "Choose who agreed")]
    public string Who { get; set; } = "";

    [Field("How", Required = "Choose how they agreed")]
    public SigningManner? Manner { get; set; }

    [Field("Witness", Required = "Say who heard or saw it", Width = 30)]
    public string Witness { get; set; } = "";
}

/// <summary>An observer or an interpreter, who get nothing to read.</summary>
public sealed class FollowForm
{
    [Field("Attends as", Required = "Choose observer or interpreter")]
    public AttendeeKind? Kind { get; set; }

    [Field("Name", Required = "Enter the person's name", Width = 30, Limit = 100)]
    public string Name { get; set; } = "";

    [Field("Agency", Required = "Enter their agency", Width = 30, Limit = 120)]
    public string Agency { get; set; } = "";

    [Field("Interprets for", Hint = "For an interpreter.", Conditional = true)]
    public string InterpretsFor { get; set; } = "";

    /// <summary>Observer and interpreter.</summary>
    public static IReadOnlyList<SelectListItem> Kinds { get; } =
    [
        .. AttendeeRights.WithoutPapers.Select(kind => new SelectListItem(
            DisplayNames.Of(kind),
            $"{kind}"
        )),
    ];
}

/// <summary>Someone without an account who attends for a member.</summary>
public sealed class AddForm
{
    [Field("Name", Required = "Enter the person's name", Width = 30)]
    public string Name { get; set; } = "";

    [Field("Member", Required = "Choose the member they attend for")]
    public Guid? MembershipId { get; set; }

    [Field("Stands in as deputy")]
    public bool IsDeputy { get; set; }
}
