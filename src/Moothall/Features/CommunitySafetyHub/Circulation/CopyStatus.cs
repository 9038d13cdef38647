using System.ComponentModel.DataAnnotations;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.Circulation;

/// <summary>Where one recipient's copy is on its way (settled 23).</summary>
public enum CopyStatus
{
    [Display(Name = "Ready to read"), TagColour("green")]
    ToRead,

    [Display(Name = "Waiting to send"), TagColour("blue")]
    Waiting,

    [Display(Name = "Sending"), TagColour("blue")]
    Sending,

    [Display(Name = "Sent"), TagColour("green")]
    Sent,

    [Display(Name = "Refused"), TagColour("red")]
    Refused,

    /// <summary>It may have arrived or not; it is never sent again by itself.</summary>
    [Display(Name = "Uncertain"), TagColour("orange")]
    Uncertain,

    /// <summary>Between release and sending something changed, so nothing went.</summary>
    [Display(Name = "Held back"), TagColour("orange")]
    Held,

    [Display(Name = "Withdrawn"), TagColour("grey")]
    Withdrawn,
}
