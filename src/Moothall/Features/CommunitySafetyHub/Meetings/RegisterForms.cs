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
