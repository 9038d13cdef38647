namespace Moothall.Features.CommunitySafetyHub.Cases;

/// <summary>Keeps a case from being shut to everybody, and a person from shutting themselves out unawares.</summary>
public static class ConflictGuard
{
    /// <summary>What is wrong with the case's visibility as it now stands in memory, in words, or nothing.</summary>
    /// <param name="hubCase">The case with its shares and exclusions, changed but not saved.</param>
    /// <param name="viewer">Who changes it.</param>
    /// <param name="leavingIsMeant">Whether they ticked that they know they will no longer see it.</param>
    public static string? Problem(HubCase hubCase, HubViewer viewer, bool leavingIsMeant)
    {
        if (
            hubCase.Visibility == CaseVisibility.NamedPeople
            && !hubCase.Shares.Exists(share =>
                share.UserId is { } named && !hubCase.Exclusions.Exists(one => one.UserId == named)
            )
        )
        {
            return "Nobody could see the case then. Name at least one person first.";
        }

        return leavingIsMeant || CaseAccess.StaysVisibleTo(hubCase, viewer.UserId)
            ? null
            : "You would no longer see this case yourself. Name yourself first, or tick that you know it.";
    }
}
