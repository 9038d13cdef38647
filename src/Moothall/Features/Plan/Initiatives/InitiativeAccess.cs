using Moothall.Platform;

namespace Moothall.Features.Plan.Initiatives;

/// <summary>Who may change an initiative: the team every one, a member's people those that their own organisation leads.</summary>
public static class InitiativeAccess
{
    /// <summary>Decides it.</summary>
    /// <param name="keeps">Whether the person may keep initiatives at all.</param>
    /// <param name="isTeam">Whether the person belongs to the Community Safety Team.</param>
    /// <param name="organisationId">The person's organisation, if any.</param>
    /// <param name="leadId">The organisation that leads it.</param>
    public static Verdict MayChange(bool keeps, bool isTeam, Guid? organisationId, Guid leadId)
    {
        if (!keeps)
        {
            return Verdict.No("Your role reads initiatives and does not record them.");
        }

        if (isTeam)
        {
            return Verdict.Yes("The Community Safety Team keeps every initiative.");
        }

        if (organisationId is null)
        {
            return Verdict.No(
                "Your account belongs to no organisation. Ask your administrator to put that right."
            );
        }

        return organisationId == leadId
            ? Verdict.Yes("Your organisation leads it.")
            : Verdict.No(
                "Another organisation leads it. Ask them or the Community Safety Team to change it."
            );
    }
}
