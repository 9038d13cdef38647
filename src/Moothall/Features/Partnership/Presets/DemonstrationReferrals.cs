using Moothall.Features.CommunitySafetyHub;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Referrals;
using Moothall.Platform.Time;

namespace Moothall.Features.Partnership.Presets;

/// <summary>Sends the week's referrals and decides about them, by the same rules as the pages.</summary>
internal sealed class DemonstrationReferrals(
    DemonstrationStage stage,
    ProtectedSeal seal,
    CancellationToken cancel
)
{
    private readonly DemonstrationCast cast = new(stage);
    private readonly HashSet<string> references = [];

    /// <summary>Everything referred so far.</summary>
    public List<DemonstrationCase> All { get; } = [];

    /// <summary>Sends a week's referrals in the order of their times.</summary>
    public async Task SendAsync(
        DateTime meeting,
        IReadOnlyList<(PresetStory Story, Fate Fate)> stories
    )
    {
        var timed = stories
            .Select(one => (one.Story, one.Fate, At: TimeOf(one.Fate, meeting)))
            .OrderBy(one => one.At);
        foreach (var (story, fate, at) in timed)
        {
            var played = cast.Play(story, fate, at);
            await SendAsync(played, at);
            All.Add(played);
        }
    }

    private async Task SendAsync(DemonstrationCase played, DateTime at)
    {
        var story = played.Story;
        var officer = stage.Representative(story.Referrer);
        var organisation = officer.Member?.OrganisationId ?? officer.User.OrganisationId!.Value;
        var authority = stage
            .Written.Organisations.Values.First(one => one.Id == organisation)
            .IsResponsibleAuthority;
        var (gateway, because) = SharingGateways.Usual(
            authority,
            stage.Preset.Partnership.District
        );
        var referral = new Referral
        {
            Id = stage.Choices.Id(at),
            BodyId = stage.Written.Hub.Id,
            Reference = Reference("REF", at),
            OrganisationId = organisation,
            ReferredById = officer.User.Id,
            ReferredByName = officer.User.Name,
            SubmittedAt = at,
            Details = new()
            {
                Kind = Enum.Parse<CaseKind>(story.Kind.ToString()),
                Title = played.Fill(story.Title),
                Summary = played.Fill(story.Summary),
                TriedAlready = played.Fill(story.TriedAlready),
                AskedOfHub = played.Fill(story.Asked),
                CannotWaitBecause =
                    played.Fate == Fate.Urgent
                        ? "The risk is tonight, and the hub does not meet before Tuesday."
                        : "",
                Gateway = gateway,
                MayShareBecause = because,
            },
        };
        var topics = story
            .OtherTopics.Prepend(story.Topic)
            .Select(label => stage.Written.Topics[label]);
        referral.Topics.AddRange(topics);
        referral.PrimaryTopicId = referral.Topics[0].Id;
        foreach (var person in played.People)
        {
            person.ReferralId = referral.Id;
            referral.People.Add(person);
        }

        if (story.Kind is StoryKind.Place or StoryKind.Group)
        {
            referral.Places.Add(Place(played, referral.Id));
        }

        var meeting = await MeetingsAhead.DecideAsync(stage.Db, referral.BodyId, at, cancel);
        MeetingsAhead.Fix(referral, meeting, officer.User.Name, at);
        stage.Db.Add(referral);
        Protect(played, officer);
        await stage.Db.SaveChangesAsync(cancel);
        played.Referral = referral;
        await KnownAsync(played);
    }

    // What the team finds about someone who may be known already (settled 14); this week's is still to be looked at.
    private async Task KnownAsync(DemonstrationCase played)
    {
        var found = await KnownSearch.FindAsync(
            stage.Db,
            played.Referral!.Id,
            played.Referral.People,
            cancel
        );
        stage.Db.AddRange(found);
        foreach (var match in found.Where(_ => played.Fate != Fate.Waiting))
        {
            (match.IsSame, match.ResolvedByName) = (true, stage.Coordinator.User.Name);
            stage.Db.Add(
                new PersonLink
                {
                    FirstId = match.KnownPersonId,
                    SecondId = match.PersonId,
                    Why =
                        "Same name, date of birth and address; the referrer confirmed it by telephone.",
                }
            );
        }
    }

    /// <summary>Decides about a week's referrals; those of this week wait.</summary>
    public async Task TriageAsync(DateTime meeting)
    {
        var decided = DemonstrationWeeks.Day(meeting, -1, 13, 5);
        foreach (
            var played in All.Where(one => one.Referral!.Status == ReferralStatus.Submitted)
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
                Must(
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
                Must(
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
                Must(
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
                when All.Find(one =>
                    one.Case is { Status: CaseStatus.Open, Visibility: CaseVisibility.Hub }
                )
                    is { } other:
                Must(
                    Triage.Join(
                        stage.Db,
                        referral,
                        Because("The same block and the same weeks as a case the hub has."),
                        other.Case!,
                        share: true
                    )
                );
                return;
            case Fate.Admitted:
                Must(
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
            Reference(stage.Preset.Partnership.ReferencePrefix, at),
            cancel
        );
        Must(problem);
        played.Case = accepted;
        DemonstrationOpenness.Write(stage, played, at);
    }

    // Few may know of this one at all.
    private static CaseVisibility VisibilityOf(DemonstrationCase played, Referral referral) =>
        played.Story.Topic.Contains("Prevent", StringComparison.Ordinal)
            ? CaseVisibility.NamedPeople
            : Triage.UsualVisibility(referral);

    private void Protect(DemonstrationCase played, Officer officer)
    {
        // The story says it itself: an address that must not be shared.
        if (!played.Story.Summary.Contains("must not be shared", StringComparison.Ordinal))
        {
            return;
        }

        foreach (
            var person in played.People.Where(one =>
                one.Role is PersonRole.Victim or PersonRole.Child
            )
        )
        {
            var value = new ProtectedValue
            {
                PersonId = person.Id,
                Kind = ProtectedKind.Address,
                Sealed = seal.Seal($"{person.Address}, {person.Postcode}"),
                Why = "The person kept from it has looked for them.",
            };
            foreach (
                var reader in new[]
                {
                    officer.User.Id,
                    stage.Coordinator.User.Id,
                    stage.Of("police").User.Id,
                }
            )
            {
                value.Readers.Add(new() { ValueId = value.Id, UserId = reader });
            }

            (person.Address, person.Postcode) = ("", "");
            stage.Db.Add(value);
        }
    }

    private static CasePlace Place(DemonstrationCase played, Guid referralId)
    {
        var words = $"{played.Street.Name}, {played.Street.Settlement}";
        return new()
        {
            ReferralId = referralId,
            Description = words,
            Postcode = played.Street.Postcode,
            SearchText = NormalisedName.Of(words + played.Street.Postcode),
        };
    }

    private DateTime TimeOf(Fate fate, DateTime meeting)
    {
        var choices = stage.Choices;
        var wanted = fate switch
        {
            Fate.Late => DemonstrationWeeks.Day(meeting, -1, 14, choices.Next(50)),
            Fate.Admitted => DemonstrationWeeks.Day(meeting, -1, 12, choices.Between(3, 20)),
            // Since the last hub, and before the demonstration was made.
            Fate.Waiting => stage.Recently(choices.Between(40, 2500)),
            _ => DemonstrationWeeks.Day(
                meeting,
                -choices.Pick([6, 5, 4, 4, 1, 1]),
                choices.Between(9, 11),
                choices.Next(59)
            ),
        };
        return wanted;
    }

    private string Reference(string prefix, DateTime at)
    {
        while (true)
        {
            var reference = HumanReference.Compose(
                prefix,
                UkTime.DateOf(at).Year,
                stage.Choices.Next
            );
            if (references.Add(reference))
            {
                return reference;
            }
        }
    }

    // A rule of the product that stops the demonstration is a fault in one of the two.
    internal static void Must(string? problem)
    {
        if (problem is not null)
        {
            throw new InvalidOperationException(problem);
        }
    }
}
