using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Referrals;

namespace Moothall.Features.Partnership.Presets;

/// <summary>Sends the week's referrals and decides about them, by the same rules as the pages.</summary>
internal sealed class DemonstrationReferrals(
    DemonstrationStage stage,
    ProtectedSeal seal,
    CancellationToken cancel
)
{
    private readonly DemonstrationCast cast = new(stage);

    // Its own: nothing of a demonstration is committed before all of it is written.
    private readonly KnownIndex known = new();

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
            Reference = stage.Reference("REF", at),
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
        var people = played.Referral!.People.ConvertAll(ComparedPerson.Of);
        var found = await KnownSearch.MatchesAsync(
            stage.Db,
            played.Referral.Id,
            people.ConvertAll(person => (person, known.Find(person))),
            played.Referral.SubmittedAt,
            cancel
        );
        people.ForEach(known.Put);
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

    // A rule of the product that stops the demonstration is a fault in one of the two.
    internal static void Must(string? problem)
    {
        if (problem is not null)
        {
            throw new InvalidOperationException(problem);
        }
    }
}
