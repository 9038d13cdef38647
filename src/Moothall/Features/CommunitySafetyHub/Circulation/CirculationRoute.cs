using System.ComponentModel.DataAnnotations;

namespace Moothall.Features.CommunitySafetyHub.Circulation;

/// <summary>How minutes may reach a recipient (S1-7.2h, S1-7.2i).</summary>
public enum CirculationRoute
{
    [Display(Name = "Read here")]
    ReadInProduct,

    [Display(Name = "Secure address")]
    SecureAddress,

    [Display(Name = "Locked file")]
    LockedFile,

    [Display(Name = "Nothing is sent")]
    None,
}
