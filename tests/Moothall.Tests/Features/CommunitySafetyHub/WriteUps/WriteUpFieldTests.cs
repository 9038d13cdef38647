using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Features.CommunitySafetyHub.MeetingMinutes;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Tests.Features.CommunitySafetyHub.Meetings;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.WriteUps;

/// <summary>Each field of the write-up: what is wrong is said beside it, and what stands in it is kept as the paper has it.</summary>
public sealed class WriteUpFieldTests
{
    private static readonly string Clive = RegisterRow.OfChair(People.Chair.Id);

    [Theory, BothDatabases]
    public async Task What_is_wrong_is_said_beside_its_field(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var sitting = await Sitting.PrepareAsync(moot);
        moot.Clock.Set(Sitting.Morning.AddDays(1));
        using var carys = await moot.AsAsync(People.Coordinator);
        var form = await carys.GetAsync(PaperSheet.Address);
        var person = PaperSheet.PersonOf(form, PaperSheet.Petra);
        var item = PaperSheet.RowOf(form, sitting.CaseItem);
        var page = await carys.PostAsync(
            form,
            "handler=Save",
            null,
            ($"{person}.State", "Present"),
            ($"{person}.Arrived", "soon"),
            ($"{item}.Outcome", "Discussed"),
            ($"{item}.Ended", "later"),
            ($"{item}.Share.Text", "Three calls"),
            ("Open[0].Way", nameof(ActionStatus.Resolved))
        );
        Beside(page, $"{person}.Arrived", "Petra Novak: enter times as they were");
        Beside(page, $"{item}.Ended", "Item 4: enter times as they were");
        Beside(page, "Open[0].Because", "Say what the result was.");
        page = await carys.PostAsync(
            page,
            "handler=Save",
            null,
            ($"{person}.Arrived", "10:07"),
            ($"{item}.Ended", "10:30"),
            ("Open[0].Because", "Visited on Friday")
        );
        Beside(page, $"{item}.Summary", "Item 4 was discussed: write its summary.");
        page = await carys.PostAsync(page, "handler=Save", null, ($"{item}.Summary", "Noise"));
        Beside(page, $"{item}.Share.MembershipId", "choose the agency that shared it");
        page = await carys.PostAsync(
            page,
            "handler=Save",
            null,
            ($"{item}.Share.MembershipId", World.PoliceMember.ToString())
        );
        Beside(page, $"{item}.Share.From", "say who at Testshire Police");
        page = await carys.PostAsync(page, "handler=Save", null, ($"{item}.Share.From", "Petra"));
        Assert.Empty(page.Errors);
        var ended = await carys.PostAsync(
            page,
            "handler=Save",
            "End the meeting",
            ("Finish.Started", "10:40"),
            ("Finish.Ended", "10:35")
        );
        Beside(ended, "Finish.Chair", "Choose who chaired");
        ended = await carys.PostAsync(
            ended,
            "handler=Save",
            "End the meeting",
            ("Finish.Chair", Guid.CreateVersion7().ToString())
        );
        Beside(ended, "Finish.Ended", "The meeting must end after it started.");
        Beside(ended, "Finish.RecordingOff", "Tick that it was confirmed at the meeting");
    }

    [Theory, BothDatabases]
    public async Task An_action_resolved_on_paper_leaves_the_list_and_what_was_confirmed_says_by_whom(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        var sitting = await Sitting.PrepareAsync(moot);
        moot.Clock.Set(Sitting.Morning.AddDays(1));
        using var carys = await moot.AsAsync(People.Coordinator);
        await PaperSheet.PeopleAsync(carys, (Clive, "9:55", ""));
        var form = await carys.GetAsync(PaperSheet.Address);
        Assert.Contains(
            "It was confirmed at the meeting that recording, transcription and assistants were off",
            form.Words,
            StringComparison.Ordinal
        );
        var chair = (await Sitting.MeetingAsync(moot)).Register.Single();
        var page = await carys.PostAsync(
            form,
            "handler=Save",
            "End the meeting",
            ("Open[0].Way", nameof(ActionStatus.Resolved)),
            ("Open[0].Because", "Visited on Friday"),
            ("Finish.Started", "10:02"),
            ("Finish.Ended", "10:50"),
            ("Finish.Chair", chair.Id.ToString()),
            ("Finish.Explained", "true"),
            ("Finish.RecordingOff", "true"),
            ("Finish.ConfirmedBy", "Petra Novak"),
            ("Finish.RoomChecked", "true")
        );
        Assert.Empty(page.Errors);
        var old = await moot.WithAsync(db =>
            db.Set<HubAction>().SingleAsync(one => one.Id == sitting.OldAction)
        );
        Assert.Equal(
            (ActionStatus.Resolved, "Visited on Friday", World.NextMeeting),
            (old.Status, old.ClosedBecause, old.ClosedAtMeetingId!.Value)
        );
        var text = await moot.WithAsync(db =>
            db.Set<MinutesSection>().Select(section => section.Text).ToListAsync()
        );
        Assert.Contains(
            text,
            one => one.Contains("confirmed at the meeting by Petra Novak at 10:02")
        );
    }

    // The message stands in the group of its control, and the summary leads there.
    private static void Beside(Page page, string field, string words)
    {
        var control = page
            .Document.QuerySelectorAll<IHtmlElement>("main input, main select, main textarea")
            .Single(one =>
                one.GetAttribute("name") == field && one.GetAttribute("type") != "hidden"
            );
        var error = page.Document.GetElementById(control.Id + "-error");
        Assert.NotNull(error);
        Assert.Contains(words, error.TextContent, StringComparison.Ordinal);
        Assert.NotNull(
            page.Document.QuerySelector($".govuk-error-summary a[href='#{control.Id}']")
        );
    }
}
