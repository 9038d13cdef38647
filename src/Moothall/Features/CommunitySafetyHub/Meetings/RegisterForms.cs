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

/// <summary>A non-member invited to this meeting: who, why, and for which items (S1-4.5).</summary>
public sealed class InviteForm
{
    [Field("Account", Hint = "Where the guest has one; otherwise leave it and type the name.")]
    public Guid? UserId { get; set; }

    [Field("Name", Conditional = true, Width = 30)]
    public string Name { get; set; } = "";

    [Field("Agency", Required = "Enter the agency, or say that there is none", Width = 30)]
    public string Agency { get; set; } = "";

    [Field("Invited as", Required = "Choose as what")]
    public InvitedAs? As { get; set; }

    [Field("Why they are invited", Required = "Say why they are invited", Limit = 500)]
    public string Why { get; set; } = "";

    [Field("Items they are here for", Hint = "They see these items and no others.")]
    public List<Guid> Items { get; set; } = [];
}

/// <summary>As what a non-member is invited.</summary>
public enum InvitedAs
{
    Invitee,
    GuestSpeaker,
    Observer,
}
