using System.ComponentModel.DataAnnotations;

namespace Moothall.Features.CommunitySafetyHub.Import;

/// <summary>What somebody who moves in brings.</summary>
public enum ImportKind
{
    [Display(Name = "Open cases")]
    Cases,

    [Display(Name = "Actions")]
    Actions,

    [Display(Name = "Members")]
    Members,

    [Display(Name = "Past minutes")]
    Minutes,
}
