using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Features.CommunitySafetyHub.Referrals;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.Agendas;

/// <summary>Cases, actions and a past meeting for the tests of agendas.</summary>
internal static class Week
{
    public static readonly DateTime LastTuesday = new(2026, 11, 17, 10, 0, 0, DateTimeKind.Utc);

    /// <summary>Last week's meeting, ended.</summary>
    public static HubMeeting LastMeeting(Guid? body = null) =>
        new()
        {
            BodyId = body ?? World.Hub,
            StartsAt = LastTuesday,
            Minutes = 60,
            CutOffAt = LastTuesday.AddHours(-22),
            Status = MeetingStatus.Ended,
            PublishedAt = LastTuesday.AddDays(-1),
            Publication = 1,
        };

    public static HubCase Case(
        string reference,
        string title,
        CaseVisibility visibility = CaseVisibility.Hub
    ) =>
        new()
        {
            BodyId = World.Hub,
            Reference = reference,
            Kind = CaseKind.Person,
            Title = title,
            Visibility = visibility,
            OpenedAt = LastTuesday.AddDays(-10),
        };

    /// <summary>A case that came of a referral accepted for a meeting.</summary>
    public static Referral Accepted(HubCase one, Guid meeting, bool urgent = false)
    {
        var referral = new Referral
        {
            BodyId = World.Hub,
            Reference = one.Reference.Replace("CSH", "REF", StringComparison.Ordinal),
            OrganisationId = World.Police,
            ReferredById = People.Police.Id,
            ReferredByName = People.Police.Name,
            Details = new() { Kind = one.Kind, Title = one.Title },
            SubmittedAt = TestClock.MondayMorning.AddDays(-2),
            MeetingId = meeting,
            Status = ReferralStatus.Accepted,
            CaseId = one.Id,
        };
        referral.Decisions.Add(
            new()
            {
                ReferralId = referral.Id,
                Outcome = urgent ? TriageOutcome.AcceptUrgent : TriageOutcome.Accept,
                Reason = "For the hub",
                DecidedById = People.Chair.Id,
                DecidedByName = People.Chair.Name,
                DecidedAt = TestClock.MondayMorning.AddDays(-1),
            }
        );
        return referral;
    }

    /// <summary>The case as it stood on a past agenda.</summary>
    public static AgendaItem Heard(HubCase one, HubMeeting meeting, ItemOutcome outcome) =>
        new()
        {
            MeetingId = meeting.Id,
            Part = AgendaPart.B,
            Kind = AgendaItemKind.NewCase,
            Order = 1,
            Title = $"{one.Reference}: {one.Title}",
            Minutes = 5,
            CaseId = one.Id,
            Outcome = outcome,
        };

    public static HubAction Action(
        HubCase? one,
        HubMeeting agreedAt,
        string text,
        DateOnly due,
        Guid? owner = null
    ) =>
        new()
        {
            BodyId = World.Hub,
            CaseId = one?.Id,
            MeetingId = agreedAt.Id,
            Text = text,
            OwnerMembershipId = owner ?? World.PoliceMember,
            OwnerName = "Testshire Police",
            Due = due,
            AgreedAt = agreedAt.StartsAt,
        };

    public static ActionUpdate Update(HubAction action, ReportedProgress progress) =>
        new()
        {
            ActionId = action.Id,
            At = TestClock.MondayMorning.AddDays(-1),
            ByUserId = People.Police.Id,
            ByName = People.Police.Name,
            Progress = progress,
            Text = "As told",
        };

    public static CasePerson Someone(
        HubCase one,
        string given,
        string family,
        string address = ""
    ) =>
        new()
        {
            CaseId = one.Id,
            Role = PersonRole.AllegedPerpetrator,
            GivenNames = given,
            FamilyName = family,
            DateOfBirth = new(1990, 4, 3),
            Address = address,
        };

    /// <summary>Builds the agenda as the coordinator would, by opening it, and publishes it.</summary>
    public static async Task PublishAsync(Moot moot, Guid meeting)
    {
        using var coordinator = await moot.AsAsync(People.Coordinator);
        var page = await coordinator.GetAsync($"/Meetings/{meeting}/Agenda/Edit");
        var after = await coordinator.PostAsync(page, "Publish");
        Assert.Contains("The agenda is published", after.Words, StringComparison.Ordinal);
    }
}
