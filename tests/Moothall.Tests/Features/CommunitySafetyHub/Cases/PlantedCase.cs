using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.Cases;

/// <summary>A case with a marker in all that it can hold.</summary>
internal static class PlantedCase
{
    /// <summary>A case on the next agenda with a marker in everything it can hold.</summary>
    public static async Task<HubCase> AddAsync(Moot moot)
    {
        var hubCase = CaseSample.Case(1, "Planted title");
        hubCase.Happened(CaseEventKind.Edited, TestClock.MondayMorning, "Carys", "inside-event");
        var person = CaseSample.Person(
            hubCase,
            "Harry",
            "Planted",
            new(1990, 5, 5),
            "4 Marker Street"
        );
        person.Telephones.Add(
            new()
            {
                PersonId = person.Id,
                Number = "01632960777",
                Digits = "01632960777",
            }
        );
        var past = CaseSample.Item(hubCase, World.MeetingAfter);
        (past.Outcome, past.Summary) = (ItemOutcome.Discussed, "inside-summary");
        (past.Decision, past.Dissent) = ("inside-decision", "inside-dissent");
        past.Shared.Add(
            new()
            {
                ItemId = past.Id,
                OrganisationName = "Harbour",
                RecordedByName = "Carys",
                At = TestClock.MondayMorning,
                Text = "inside-shared",
            }
        );
        var action = new HubAction
        {
            BodyId = World.Hub,
            CaseId = hubCase.Id,
            MeetingId = World.MeetingAfter,
            Text = "inside-action",
            OwnerMembershipId = World.HousingMember,
            OwnerName = "Housing",
            Due = new(2026, 12, 1),
            AgreedAt = TestClock.MondayMorning,
        };
        action.Updates.Add(
            new()
            {
                ActionId = action.Id,
                At = TestClock.MondayMorning,
                ByUserId = People.Housing.Id,
                ByName = "Hannah",
                Progress = ReportedProgress.InProgress,
                Text = "inside-update",
            }
        );
        await moot.AddAsync(
            hubCase,
            person,
            CaseSample.Item(hubCase, World.NextMeeting),
            past,
            action,
            new CasePlace { CaseId = hubCase.Id, Description = "inside-place" },
            new CaseNote
            {
                CaseId = hubCase.Id,
                AuthorId = People.Coordinator.Id,
                AuthorName = "Carys",
                At = TestClock.MondayMorning,
                Text = "inside-note",
                IsOpinion = false,
            },
            new ResearchReturn
            {
                MeetingId = World.NextMeeting,
                CaseId = hubCase.Id,
                PersonId = person.Id,
                MembershipId = World.HousingMember,
                Answer = ResearchAnswer.Known,
                Summary = "inside-research",
                GivenByName = "Hannah",
                GivenAt = TestClock.MondayMorning,
            }
        );
        return hubCase;
    }
}
