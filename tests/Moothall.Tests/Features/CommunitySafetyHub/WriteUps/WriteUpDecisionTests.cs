using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Tests.Features.CommunitySafetyHub.Meetings;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.WriteUps;

/// <summary>What a write-up decides of items, cases and actions is saved, or said to be wrong, and never left out.</summary>
public sealed class WriteUpDecisionTests
{
    private static readonly string Clive = RegisterRow.OfChair(People.Chair.Id);

    [Theory, BothDatabases]
    [Rule("S1-3.4")]
    public async Task An_item_under_which_something_was_shared_or_agreed_was_reached(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        var sitting = await Sitting.PrepareAsync(moot);
        moot.Clock.Set(Sitting.Morning.AddDays(1));
        using var carys = await moot.AsAsync(People.Coordinator);
        await PaperSheet.PeopleAsync(carys, (Clive, "9:55", ""));
        var form = await carys.GetAsync(PaperSheet.Address);
        var theme = PaperSheet.RowOf(form, sitting.Theme);
        var matter = PaperSheet.RowOf(form, sitting.CaseItem);
        var chair = (await Sitting.MeetingAsync(moot)).Register.Single();
        var page = await carys.PostAsync(
            form,
            "handler=Save",
            "End the meeting",
            ($"{theme}.Share.Text", "Three calls in a week"),
            ($"{theme}.Share.MembershipId", World.PoliceMember.ToString()),
            ($"{theme}.Share.From", "Petra Novak"),
            ("item", sitting.CaseItem.ToString()),
            ("Act.Text", "Write to the landlord"),
            ("Act.OwnerMembershipId", World.HousingMember.ToString()),
            ("Finish.Started", "10:02"),
            ("Finish.Ended", "10:50"),
            ("Finish.Chair", chair.Id.ToString()),
            ("Finish.Explained", "true"),
            ("Finish.RecordingOff", "true"),
            ("Finish.RoomChecked", "true")
        );
        Assert.Equal(["Choose how item 2 ended.", "Choose how item 4 ended."], page.Errors.Order());
        page = await carys.PostAsync(
            page,
            "handler=Save",
            "End the meeting",
            ($"{theme}.Outcome", "Discussed"),
            ($"{theme}.Summary", "Scooters are seized"),
            ($"{matter}.Outcome", "Discussed"),
            ($"{matter}.Summary", "Noise goes on")
        );
        Assert.Empty(page.Errors);
        var meeting = await Sitting.MeetingAsync(moot);
        Assert.Equal(MeetingStatus.Ended, meeting.Status);
        Assert.All(
            meeting.Items.Where(item => item.Order is 2 or 4),
            item => Assert.Equal(ItemOutcome.Discussed, item.Outcome)
        );
    }

    [Theory, BothDatabases]
    [Rule("S1-3.3"), Rule("S1-6.5")]
    public async Task A_case_is_closed_with_its_last_action_and_given_no_new_one(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var sitting = await Sitting.PrepareAsync(moot);
        moot.Clock.Set(Sitting.Morning.AddDays(1));
        using var carys = await moot.AsAsync(People.Coordinator);
        await PaperSheet.PeopleAsync(carys, (Clive, "9:55", ""));
        var form = await carys.GetAsync(PaperSheet.Address);
        var matter = PaperSheet.RowOf(form, sitting.CaseItem);
        var page = await carys.PostAsync(
            form,
            "handler=Save",
            null,
            ($"{matter}.Outcome", "Discussed"),
            ($"{matter}.Summary", "Quiet since"),
            ($"{matter}.Case", "CloseResolved"),
            ("Open[0].Way", nameof(ActionStatus.Resolved)),
            ("Open[0].Because", "Visited on Friday"),
            ("item", sitting.CaseItem.ToString()),
            ("Act.Text", "Write to the landlord"),
            ("Act.OwnerMembershipId", World.HousingMember.ToString())
        );
        Assert.StartsWith("The case of item 4 is closed", page.Errors.Single());
        Assert.Equal((CaseStatus.Open, 1), await StandsAsync(moot, sitting));
        page = await carys.PostAsync(
            page,
            "handler=Save",
            null,
            ("Act.Text", ""),
            ("Act.OwnerMembershipId", "")
        );
        Assert.Empty(page.Errors);
        Assert.Equal((CaseStatus.Closed, 0), await StandsAsync(moot, sitting));
    }

    private static Task<(CaseStatus, int)> StandsAsync(Moot moot, Sitting sitting) =>
        moot.WithAsync(async db =>
            (
                await db.Set<HubCase>()
                    .Where(one => one.Id == sitting.Case)
                    .Select(one => one.Status)
                    .SingleAsync(),
                await db.Set<HubAction>().CountAsync(one => one.Status == ActionStatus.Open)
            )
        );
}
