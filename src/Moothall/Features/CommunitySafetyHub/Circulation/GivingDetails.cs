using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.Circulation;

/// <summary>What is recorded when a password is given (S1-7.2i).</summary>
public sealed class GivingDetails
{
    [Field(
        "Who was it given to?",
        Required = "Choose who the password was given to",
        Hint = "Only people with a locked file of this month are listed."
    )]
    public Guid? To { get; set; }

    [Field("How was it given?", Required = "Say whether it was given by telephone or in person")]
    public GivingManner? Manner { get; set; }

    [Field(
        "How did you know it was them?",
        Required = "Say how you knew it was them",
        Hint = "For example: I rang the number we hold; I know them by sight.",
        Limit = 200
    )]
    public string KnownBy { get; set; } = "";
}
