using Moothall.Bench.Matching;
using Moothall.Features.CommunitySafetyHub;
using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Features.CommunitySafetyHub.Referrals;
using Moothall.Features.Partnership.Bodies;
using Moothall.Features.Partnership.Members;
using Moothall.Features.Partnership.Priorities;
using Moothall.Features.Partnership.Topics;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Referral = Moothall.Features.CommunitySafetyHub.Referrals.Referral;

namespace Moothall.Bench.Pages;

/// <summary>Makes cases with all that hangs on them.</summary>
internal sealed class FilledCases(
    Dice dice,
    GovernanceBody hub,
    User writer,
    IReadOnlyList<HubMembership> members,
    IReadOnlyList<Topic> topics,
    IReadOnlyList<Priority> priorities,
    IReadOnlyList<HubMeeting> meetings,
    IEnumerable<string> taken,
    int cases
)
{
    private static readonly string[] Matters =
    [
        "Noise and visitors at night",
        "Repeated theft from a shop",
        "Rough sleeping near the canal",
        "Damage to a bus shelter",
        "A neighbour made afraid",
        "Off-road bikes on the common",
        "Young people at risk after dark",
        "A cuckooed flat",
    ];

    // Those of the demonstration: among so many, chance makes the same again.
    private readonly HashSet<string> references = [.. taken];

    /// <summary>Adds the case of this number; the last tenth is still open.</summary>
    public void Add(MoothallDb db, int number)
    {
        var first = Math.Min((int)((long)number * meetings.Count / cases), meetings.Count - 1);
        var (heard, again) = (meetings[first], meetings[Math.Min(first + 1, meetings.Count - 1)]);
        var hubCase = new HubCase
        {
            BodyId = hub.Id,
            Reference = Reference(heard.StartsAt.Year),
            Kind = CaseKind.Person,
            Title = dice.Of(Matters),
            OpenedAt = heard.StartsAt.AddDays(-2).AddMinutes(number % 1000),
            Visibility = dice.OneIn(10) ? CaseVisibility.NamedAgencies : CaseVisibility.Hub,
        };
        hubCase.Topics.Add(dice.Of(topics));
        hubCase.Priorities.Add(priorities[number % priorities.Count]);
        hubCase.People.Add(
            new()
            {
                CaseId = hubCase.Id,
                Role = dice.OneIn(2) ? PersonRole.Victim : PersonRole.AllegedPerpetrator,
                GivenNames = Names.Given(dice),
                FamilyName = Names.Family(dice),
                DateOfBirth = new DateOnly(1940, 1, 1).AddDays(dice.Below(25_000)),
                Address = $"{dice.Below(200) + 1} Invented Street",
                Postcode = $"ZZ{dice.Below(90) + 10} {dice.Below(9) + 1}AA",
            }
        );
        if (hubCase.Visibility == CaseVisibility.NamedAgencies)
        {
            hubCase.Shares.Add(
                new()
                {
                    CaseId = hubCase.Id,
                    OrganisationId = dice.Of(members).OrganisationId,
                    Why = "It referred the case",
                }
            );
        }

        foreach (
            var (meeting, kind) in new[]
            {
                (heard, AgendaItemKind.NewCase),
                (again, AgendaItemKind.ContinuingCase),
            }.DistinctBy(pair => pair.Item1.Id)
        )
        {
            db.Add(
                new AgendaItem
                {
                    MeetingId = meeting.Id,
                    Part = AgendaPart.B,
                    Kind = kind,
                    Order = number % 60 + 4,
                    Title = $"{hubCase.Reference} {hubCase.Title}",
                    Minutes = 3,
                    CaseId = hubCase.Id,
                    Outcome = ItemOutcome.Discussed,
                    Summary =
                        "The agencies told what they know, and agreed who does what until the next hub.",
                }
            );
        }

        db.Add(Referred(hubCase));
        var isOpen = number >= cases - cases / 10;
        AddActions(db, hubCase, heard, isOpen);
        for (var note = 0; note < 2; note++)
        {
            db.Add(
                new CaseNote
                {
                    CaseId = hubCase.Id,
                    AuthorId = writer.Id,
                    AuthorName = writer.Name,
                    At = heard.StartsAt.AddDays(note + 1),
                    Text =
                        "Spoke to the housing officer, who will visit and tell the hub what was agreed at the door.",
                    IsOpinion = note == 1,
                }
            );
        }

        if (!isOpen)
        {
            hubCase.Close(
                ClosureReason.Resolved,
                "No further incidents in four weeks.",
                again.StartsAt.AddHours(1),
                writer.Name
            );
        }
        else if (dice.OneIn(3))
        {
            hubCase.Monitor();
        }

        // Last, with all that hangs on it: what is added later would have to be looked for at the save.
        db.Add(hubCase);
    }

    private Referral Referred(HubCase hubCase)
    {
        var referral = new Referral
        {
            BodyId = hub.Id,
            Reference = hubCase.Reference.Replace("CSH", "REF", StringComparison.Ordinal),
            OrganisationId = dice.Of(members).OrganisationId ?? writer.OrganisationId!.Value,
            ReferredById = writer.Id,
            ReferredByName = writer.Name,
            Details = new()
            {
                Kind = CaseKind.Person,
                Title = hubCase.Title,
                Summary =
                    "It has been going on since the summer, mostly at night, and the neighbours are afraid.",
                TriedAlready = "Two visits and a letter.",
                AskedOfHub = "Agree who speaks with whom.",
            },
            Status = ReferralStatus.Accepted,
            SubmittedAt = hubCase.OpenedAt.AddDays(-1),
            CaseId = hubCase.Id,
        };
        referral.People.AddRange(hubCase.People);
        hubCase.People.ForEach(person => person.ReferralId = referral.Id);
        referral.Decisions.Add(
            new()
            {
                ReferralId = referral.Id,
                Outcome = TriageOutcome.Accept,
                Reason = "It needs several agencies.",
                DecidedById = writer.Id,
                DecidedByName = writer.Name,
                DecidedAt = hubCase.OpenedAt,
            }
        );
        return referral;
    }

    private void AddActions(MoothallDb db, HubCase hubCase, HubMeeting heard, bool isOpen)
    {
        for (var one = 0; one < 3; one++)
        {
            var owner = dice.Of(members);
            var action = new HubAction
            {
                BodyId = hub.Id,
                CaseId = hubCase.Id,
                MeetingId = heard.Id,
                Text =
                    "Visit the address with the neighbourhood officer and report back to the hub.",
                OwnerMembershipId = owner.Id,
                OwnerName = owner.Name,
                Due = DateOnly.FromDateTime(heard.StartsAt).AddDays(7),
                AgreedAt = heard.StartsAt.AddMinutes(30),
            };
            action.Updates.Add(
                new()
                {
                    ActionId = action.Id,
                    At = heard.StartsAt.AddDays(3),
                    ByUserId = writer.Id,
                    ByName = writer.Name,
                    Progress = ReportedProgress.InProgress,
                    Text = "Visited; nobody answered. A card was left.",
                }
            );
            if (!isOpen)
            {
                action.TakeOff(ActionStatus.Resolved, "Done.", heard.Id);
            }

            db.Add(action);
        }
    }

    private string Reference(int year)
    {
        while (true)
        {
            var reference = HumanReference.Compose("CSH", year, dice.Below);
            if (references.Add(reference))
            {
                return reference;
            }
        }
    }
}
