using System.ComponentModel.DataAnnotations;

namespace Moothall.Platform.Access;

/// <summary>The part a person plays. Names are those of the partnership's own papers.</summary>
public enum Role
{
    [Display(Name = "Coordinator (Community Safety Team)")]
    Coordinator,

    [Display(Name = "Chair of the hub")]
    Chair,

    [Display(Name = "Community Safety Manager")]
    Manager,

    [Display(Name = "Reserve minute approver (Community Safety Team)")]
    MinuteApprover,

    [Display(Name = "Member's representative")]
    Member,

    [Display(Name = "Deputy")]
    Deputy,

    [Display(Name = "Guest or invitee")]
    Guest,

    [Display(Name = "Analyst")]
    Analyst,

    [Display(Name = "Chair of a review")]
    ReviewChair,

    [Display(Name = "Member of a review panel")]
    ReviewPanel,

    [Display(Name = "Data protection officer or auditor")]
    DataProtection,

    [Display(Name = "Administrator")]
    Administrator,

    [Display(Name = "Scrutiny")]
    Scrutiny,

    [Display(Name = "Local policing body")]
    Commissioner,
}
