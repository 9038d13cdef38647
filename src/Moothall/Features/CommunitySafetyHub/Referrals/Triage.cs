using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.CommunitySafetyHub.Referrals;

/// <summary>Who decides about a referral, when and why.</summary>
public sealed record TriageRuling(Guid ById, string ByName, DateTime At, string Reason);

/// <summary>
/// The ways out for a referral (S1-6.4; practice section 1). Each method changes the referral, writes the decision beside it
/// and returns what was in the way, in words, or nothing. The referral comes with its people, places, topics and decisions.
/// </summary>
public static class Triage
{
    /// <summary>The most restrictive of the topics' own levels (settled 7).</summary>
    public static CaseVisibility UsualVisibility(Referral referral) =>
        referral
            .Topics.Select(topic => topic.DefaultVisibility)
            .DefaultIfEmpty(CaseVisibility.Hub)
            .Max();

    /// <summary>Takes the matter to the hub: a case begins, with the referral's people, places and topics, open to the agency that referred it. A reference is made up where the caller gives none.</summary>
    public static async Task<(HubCase? Case, string? Problem)> AcceptAsync(
        MoothallDb db,
        Referral referral,
        TriageRuling ruling,
        bool urgent,
        CaseVisibility visibility,
        string? reference = null,
        CancellationToken cancel = default
    )
    {
        var outcome = urgent ? TriageOutcome.AcceptUrgent : TriageOutcome.Accept;
        if (Decide(db, referral, ruling, outcome, ReferralStatus.Accepted) is { } problem)
        {
            return (null, problem);
        }

        var hubCase = new HubCase
        {
            BodyId = referral.BodyId,
            Reference = reference ?? await NewReferenceAsync(db, ruling.At, cancel),
            Kind = referral.Details.Kind,
            Title = referral.Details.Title,
            Visibility = visibility,
            OpenedAt = ruling.At,
        };
        hubCase.Topics.AddRange(referral.Topics);
        db.Add(hubCase);
        db.Add(
            new CaseShare
            {
                CaseId = hubCase.Id,
                OrganisationId = referral.OrganisationId,
                Why = $"Referred it ({referral.Reference})",
            }
        );
        if (visibility == CaseVisibility.NamedPeople)
        {
            // Somebody must be named, or the case would be lost to everyone.
            foreach (var userId in new[] { ruling.ById, referral.ReferredById }.Distinct())
            {
                var why = userId == ruling.ById ? "Accepted it" : "Wrote the referral";
                db.Add(
                    new CaseShare
                    {
                        CaseId = hubCase.Id,
                        UserId = userId,
                        Why = why,
                    }
                );
            }
        }

        Move(referral, hubCase.Id);
        return (hubCase, null);
    }

    /// <summary>Joins the referral to a case the hub has. The agency that referred it sees the case only if the decider says so.</summary>
    public static string? Join(
        MoothallDb db,
        Referral referral,
        TriageRuling ruling,
        HubCase hubCase,
        bool share,
        IReadOnlyDictionary<Guid, CasePerson>? same = null
    )
    {
        if (hubCase.Status == CaseStatus.Closed)
        {
            return $"{hubCase.Reference} is closed. Open it again first, or accept this as a new case.";
        }

        if (Decide(db, referral, ruling, TriageOutcome.Join, ReferralStatus.Joined) is { } problem)
        {
            return problem;
        }

        var isNamed = hubCase.Shares.Exists(one => one.OrganisationId == referral.OrganisationId);
        if (share && !isNamed)
        {
            db.Add(
                new CaseShare
                {
                    CaseId = hubCase.Id,
                    OrganisationId = referral.OrganisationId,
                    Why = $"Referred a part of it ({referral.Reference})",
                }
            );
        }

        Move(referral, hubCase.Id, same);
        SamePeople.Complete(db, referral, same);
        return null;
    }

    /// <summary>Returns, redirects or declines the referral: ways out that make no case.</summary>
    public static string? TurnAway(
        MoothallDb db,
        Referral referral,
        TriageRuling ruling,
        TriageOutcome outcome
    ) =>
        outcome switch
        {
            TriageOutcome.Return => Decide(db, referral, ruling, outcome, ReferralStatus.Returned),
            TriageOutcome.Redirect => Decide(
                db,
                referral,
                ruling,
                outcome,
                ReferralStatus.Redirected
            ),
            TriageOutcome.Decline => Decide(db, referral, ruling, outcome, ReferralStatus.Declined),
            _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "Makes a case."),
        };

    /// <summary>Lets a late referral in to the meeting whose cut-off it missed (C3). It stays marked late. The meeting's start is in UTC.</summary>
    public static string? AdmitLate(
        Referral referral,
        TriageRuling ruling,
        DateTime meetingStartsAt
    )
    {
        if (referral.LateForMeetingId is not { } missed || referral.AdmittedLateBy.Length > 0)
        {
            return "There is no meeting this referral is late for.";
        }

        if (meetingStartsAt <= ruling.At)
        {
            return "That meeting has begun already.";
        }

        if (string.IsNullOrWhiteSpace(ruling.Reason))
        {
            return "Say why it is admitted late.";
        }

        (referral.MeetingId, referral.AdmittedLateBy) = (missed, ruling.ByName);
        referral.AdmittedLateBecause = ruling.Reason;
        referral.MeetingWhy =
            $"Late, and admitted by {ruling.ByName} to the hub on {UkTime.Day(UkTime.DateOf(meetingStartsAt))}.";
        return null;
    }

    private static string? Decide(
        MoothallDb db,
        Referral referral,
        TriageRuling ruling,
        TriageOutcome outcome,
        ReferralStatus status
    )
    {
        if (referral.Status != ReferralStatus.Submitted)
        {
            var last = referral.Decisions.MaxBy(decision => decision.DecidedAt);
            return last is null
                ? "This referral is not waiting for triage."
                : $"{last.DecidedByName} has decided this already, {UkTime.DayAndTime(last.DecidedAt)}: {Platform.Ui.DisplayNames.Of(last.Outcome)}. Your decision was not saved.";
        }

        if (string.IsNullOrWhiteSpace(ruling.Reason))
        {
            return "Say why. The referrer is told.";
        }

        referral.Status = status;
        var decision = new TriageDecision
        {
            ReferralId = referral.Id,
            Outcome = outcome,
            Reason = ruling.Reason,
            DecidedById = ruling.ById,
            DecidedByName = ruling.ByName,
            DecidedAt = ruling.At,
        };
        referral.Decisions.Add(decision);
        db.Add(decision);
        return null;
    }

    private static void Move(
        Referral referral,
        Guid caseId,
        IReadOnlyDictionary<Guid, CasePerson>? same = null
    )
    {
        referral.CaseId = caseId;
        foreach (var person in referral.People.Where(one => same?.ContainsKey(one.Id) != true))
        {
            person.CaseId = caseId;
        }

        referral.Places.ForEach(place => place.CaseId = caseId);
    }

    private static async Task<string> NewReferenceAsync(
        MoothallDb db,
        DateTime now,
        CancellationToken cancel
    )
    {
        while (true)
        {
            var reference = HumanReference.Generate("CSH", UkTime.DateOf(now).Year);
            if (!await db.Set<HubCase>().AnyAsync(one => one.Reference == reference, cancel))
            {
                return reference;
            }
        }
    }
}
