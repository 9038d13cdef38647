using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Referrals;

namespace Moothall.Features.Partnership.Presets;

/// <summary>Decides about the referrals of a week, each by the way out that the plan gave it (S1-6.4).</summary>
internal sealed class DemonstrationTriage(
    DemonstrationStage stage,
    List<DemonstrationCase> all,
    CancellationToken cancel
)
{
    /// <summary>Decides about a week's referrals; those of this week wait.</summary>
    public async Task TriageAsync(DateTime meeting)
    {
        var decided = DemonstrationWeeks.Day(meeting, -1, 13, 5);
        foreach (
            var played in all.Where(one => one.Referral!.Status == ReferralStatus.Submitted)
                .ToList()
        )
        {
            decided = decided.AddMinutes(4);
            await DecideAsync(played, meeting, decided);
        }

        await stage.Db.SaveChangesAsync(cancel);
    }

    private async Task DecideAsync(DemonstrationCase played, DateTime meeting, DateTime monday)
    {
        var referral = played.Referral!;
        var decider = stage.Choices.Chance(60) ? stage.Chair : stage.Coordinator;
        var at = stage.Passed(
            played.Fate switch
            {
                Fate.Urgent => referral.SubmittedAt.AddMinutes(50),
                Fate.Late or Fate.Admitted => referral.SubmittedAt.AddMinutes(25),
                _ => monday,
            }
        );
        TriageRuling Because(string reason) => new(decider.User.Id, decider.User.Name, at, reason);
        switch (played.Fate)
        {
            case Fate.Returned:
                DemonstrationReferrals.Must(
                    Triage.TurnAway(
                        stage.Db,
                        referral,
                        Because(
                            "Please add what the other agencies were asked, and when. It reads as if nobody else has been spoken to."
                        ),
                        TriageOutcome.Return
                    )
                );
                return;
            case Fate.Declined:
                DemonstrationReferrals.Must(
                    Triage.TurnAway(
                        stage.Db,
                        referral,
                        Because(
                            "Two agencies can settle this between them. Come back if the joint visit changes nothing."
                        ),
                        TriageOutcome.Decline
                    )
                );
                return;
            case Fate.Redirected:
                DemonstrationReferrals.Must(
                    Triage.TurnAway(
                        stage.Db,
                        referral,
                        Because(
                            "This belongs to the adult risk panel, which meets on Thursday. Passed on by telephone today."
                        ),
                        TriageOutcome.Redirect
                    )
                );
                return;
            case Fate.Joined
                when all.Find(one =>
                    one.Case is { Status: CaseStatus.Open, Visibility: CaseVisibility.Hub }
                )
                    is { } other:
                DemonstrationReferrals.Must(
                    Triage.Join(
                        stage.Db,
                        referral,
                        Because(
                            "It overlaps with a case the hub has; the two are better heard together."
                        ),
                        other.Case!,
                        share: true
                    )
                );
                return;
            case Fate.Admitted:
                DemonstrationReferrals.Must(
                    Triage.AdmitLate(
                        referral,
                        new(
                            stage.Chair.User.Id,
                            stage.Chair.User.Name,
                            at,
                            "It cannot wait a week, and there is room."
                        ),
                        meeting
                    )
                );
                break;
        }

        var (accepted, problem) = await Triage.AcceptAsync(
            stage.Db,
            referral,
            Because(
                played.Fate == Fate.Urgent
                    ? "Risk to life tonight: police and housing act now, the hub hears on Tuesday."
                    : "More than one agency is needed, and usual working has been tried."
            ),
            played.Fate == Fate.Urgent,
            VisibilityOf(played, referral),
            stage.Reference(stage.Preset.Partnership.ReferencePrefix, at),
            cancel
        );
        DemonstrationReferrals.Must(problem);
        played.Case = accepted;
        DemonstrationOpenness.Write(stage, played, at);
    }

    // Few may know of this one at all.
    private static CaseVisibility VisibilityOf(DemonstrationCase played, Referral referral) =>
        played.Story.Topic.Contains("Prevent", StringComparison.Ordinal)
            ? CaseVisibility.NamedPeople
            : Triage.UsualVisibility(referral);
}
