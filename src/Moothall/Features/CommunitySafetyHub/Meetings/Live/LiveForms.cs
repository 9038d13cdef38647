using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.Meetings.Live;

/// <summary>What an agency shares under an item (S1-5.3, S1-7.1b).</summary>
public sealed class ShareForm
{
    [Field(
        "What your agency shares",
        Name = "What is shared",
        Rows = 2,
        Limit = 4000,
        Required = "Write what is shared"
    )]
    public string Text { get; set; } = "";

    [Field("How it may be used", Limit = 300, Hint = "Empty for the hub's ordinary rule.")]
    public string Handling { get; set; } = "";

    [Field("Agency")]
    public Guid? ForMembershipId { get; set; }

    [Field(
        "Received from",
        Limit = 200,
        Hint = "Where you write it down for another agency: who told you, and how."
    )]
    public string ReceivedFrom { get; set; } = "";
}
