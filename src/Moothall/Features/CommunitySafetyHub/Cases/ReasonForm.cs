using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.Cases;

/// <summary>Why something is done, where that is all that is asked.</summary>
public sealed class ReasonForm
{
    [Field("Why?", Name = "Why", Required = "Say why", Limit = 2_000, Rows = 4)]
    public string Why { get; set; } = "";
}
