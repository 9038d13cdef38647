using Moothall.Platform;

namespace Moothall.Features.Scrutiny;

/// <summary>
/// Who may answer for an agency: the team for every one, an agency's people for their own. Whoever may see the register at all
/// sees every recommendation and reply: they go to each recipient by law (R4.2) and hold nobody's case.
/// </summary>
public static class ScrutinyAccess
{
    /// <summary>Whether a person may enter an agency's reply.</summary>
    /// <param name="keeps">Whether the person keeps the register.</param>
    /// <param name="answers">Whether the person may answer for an agency at all.</param>
    /// <param name="mine">The organisations the person answers for.</param>
    /// <param name="organisationId">The agency that replies.</param>
    public static Verdict MayReply(
        bool keeps,
        bool answers,
        IReadOnlyCollection<Guid> mine,
        Guid organisationId
    ) => Of(keeps, answers, mine.Contains(organisationId), "This reply is");

    /// <summary>Whether a person may say how a recommendation gets on.</summary>
    public static Verdict MayReport(
        bool keeps,
        bool answers,
        IReadOnlyCollection<Guid> mine,
        Guid? ownerId
    ) => Of(keeps, answers, ownerId is { } owner && mine.Contains(owner), "This recommendation is");

    private static Verdict Of(bool keeps, bool answers, bool isOwn, string what)
    {
        if (keeps)
        {
            return Verdict.Yes("The Community Safety Team keeps the register.");
        }

        if (!answers)
        {
            return Verdict.No("Your role reads the register and does not answer for an agency.");
        }

        return isOwn
            ? Verdict.Yes($"{what} your own agency’s.")
            : Verdict.No(
                $"{what} another agency’s. Ask them or the Community Safety Team to enter it."
            );
    }
}
