using System.Net;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.Agendas;

/// <summary>Arranging and publishing an agenda.</summary>
public sealed class AgendaEditTests
{
    private static readonly string Agenda = $"/Meetings/{World.NextMeeting}/Agenda";

    [Theory, BothDatabases]
    public async Task Members_cannot_arrange_and_an_unknown_meeting_is_not_found(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var petra = await moot.AsAsync(People.Police);
        Assert.Equal(HttpStatusCode.Forbidden, (await petra.GetAsync(Agenda + "/Edit")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await petra.GetAsync(Agenda + "/Add")).Status);
        using var clive = await moot.AsAsync(People.Chair);
        Assert.Equal(HttpStatusCode.OK, (await clive.GetAsync(Agenda + "/Edit")).Status);
        var unknown = $"/Meetings/{Guid.CreateVersion7()}/Agenda/Edit";
        Assert.Equal(HttpStatusCode.NotFound, (await clive.GetAsync(unknown)).Status);
    }

    [Theory, BothDatabases]
    public async Task A_republished_agenda_shows_what_changed_and_not_before(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await Week.PublishAsync(moot, World.NextMeeting);
        var late = Week.Case("CSH-2026-LATE", "Marker late");
        await moot.AddAsync(late);
        await moot.AddAsync(Week.Accepted(late, World.NextMeeting));
        using var carys = await moot.AsAsync(People.Coordinator);
        using var petra = await moot.AsAsync(People.Police);

        var edit = await carys.GetAsync(Agenda + "/Edit");
        Assert.Contains(
            "CSH-2026-LATE: Marker late comes to this meeting",
            edit.Words,
            StringComparison.Ordinal
        );
        edit = await carys.PostAsync(edit, "Bring in");
        edit = await carys.PostAsync(edit, "Save the times", "Up: Campaigns");
        edit = await carys.PostAsync(edit, "Save the times", "Remove: Any other business");
        var minutes = await FieldAsync(moot, AgendaItemKind.Welcome);
        edit = await carys.PostAsync(edit, "Save the times", "Save the times", (minutes, "1"));

        // What is being arranged is not yet published.
        var before = await petra.GetAsync(Agenda);
        Assert.DoesNotContain("Marker late", before.Text, StringComparison.Ordinal);
        Assert.Contains("Any other business", before.Words, StringComparison.Ordinal);
        Assert.Contains(
            "Welcome, introductions and apologies 3 minutes",
            before.Words,
            StringComparison.Ordinal
        );
        Assert.Equal(HttpStatusCode.NotFound, (await petra.GetAsync($"/Cases/{late.Id}")).Status);

        await carys.PostAsync(edit, "Publish again");
        var after = await petra.GetAsync(Agenda);
        foreach (
            var change in new[]
            {
                "Added: CSH-2026-LATE: Marker late (5 minutes)",
                "Removed: Any other business",
                "Welcome, introductions and apologies: 1 minute, was 3",
                "Moved: ",
            }
        )
        {
            Assert.Contains(change, after.Words, StringComparison.Ordinal);
        }

        // The change is told to those who may see the case, and to nobody else.
        using var olwen = await moot.AsAsync(People.Councillor);
        var councillor = await olwen.GetAsync(Agenda);
        Assert.DoesNotContain("Marker late", councillor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Any other business", councillor.Text, StringComparison.Ordinal);
        Assert.Contains("was 3", councillor.Words, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    [Rule("S1-3.1b")]
    public async Task The_hour_holds_unless_a_guest_speaker_is_on_the_agenda(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        var edit = await carys.GetAsync(Agenda + "/Edit");
        var refused = await carys.PostAsync(
            edit,
            "Save the times",
            "Save the times",
            ("Length", "80")
        );
        Assert.Contains(
            "only when a guest speaker is on the agenda",
            refused.Words,
            StringComparison.Ordinal
        );
        Assert.Equal(60, await LengthAsync(moot));

        await carys.PostAsync(
            await carys.GetAsync(Agenda + "/Add"),
            (string?)null,
            "Add to the agenda",
            ("Input.Kind", "GuestSpeaker"),
            ("Input.Title", "Guest speaker: water safety"),
            ("Input.Minutes", "40")
        );
        edit = await carys.GetAsync(Agenda + "/Edit");
        var over = await carys.PostAsync(edit, "Publish the agenda");
        Assert.Contains("10 over the hour. Shorten items", over.Words, StringComparison.Ordinal);

        edit = await carys.GetAsync(Agenda + "/Edit");
        edit = await carys.PostAsync(edit, "Save the times", "Save the times", ("Length", "80"));
        Assert.Equal(80, await LengthAsync(moot));
        Assert.Contains(
            "with 10 left of the 80 minutes planned",
            edit.Words,
            StringComparison.Ordinal
        );

        // Without the speaker there is no reason for more than the hour.
        await carys.PostAsync(edit, "Save the times", "Remove: Guest speaker", ("Length", "80"));
        Assert.Equal(60, await LengthAsync(moot));
    }

    [Theory, BothDatabases]
    public async Task What_a_person_arranged_outlives_what_arrives(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        var edit = await carys.GetAsync(Agenda + "/Edit");
        edit = await carys.PostAsync(edit, "Save the times", "Remove: Campaigns");
        edit = await carys.PostAsync(edit, "Save the times", "Up: Urgent");
        var field = await FieldAsync(moot, AgendaItemKind.Urgent);
        edit = await carys.PostAsync(edit, "Save the times", "Save the times", (field, "9"));
        var arrived = Week.Case("CSH-2026-NEW1", "Arrived");
        await moot.AddAsync(arrived);
        await moot.AddAsync(Week.Accepted(arrived, World.NextMeeting));
        var page = await carys.GetAsync(Agenda);
        Assert.Equal(
            [
                "Welcome, introductions and apologies",
                "Confidentiality agreement and sharing protocol",
                "Urgent and emerging issues",
                "Minutes and matters arising",
                "Open actions",
                "CSH-2026-NEW1: Arrived",
                "Any other business",
            ],
            AgendaPageTests.Titles(page)
        );
        Assert.Contains(
            "Urgent and emerging issues 9 minutes",
            page.Words,
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases]
    [Rule("S1-3.3")]
    public async Task A_case_or_the_open_actions_cannot_be_taken_off_by_hand(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var one = Week.Case("CSH-2026-NEW1", "Stays");
        await moot.AddAsync(one);
        await moot.AddAsync(Week.Accepted(one, World.NextMeeting));
        using var carys = await moot.AsAsync(People.Coordinator);
        var edit = await carys.GetAsync(Agenda + "/Edit");
        var ids = await moot.WithAsync(db =>
            db.Set<AgendaItem>()
                .Where(item => item.CaseId != null || item.Kind == AgendaItemKind.Actions)
                .Select(item => item.Id)
                .ToListAsync()
        );
        Assert.Equal(2, ids.Count);
        foreach (var id in ids)
        {
            Assert.DoesNotContain($"handler=Remove&item={id}", edit.Text, StringComparison.Ordinal);
            var form = edit.Form("Save the times");
            form.SetAttribute("action", $"{Agenda}/Edit?handler=Remove&item={id}");
            edit = await carys.PostAsync(edit, form);
        }

        var titles = AgendaPageTests.Titles(await carys.GetAsync(Agenda));
        Assert.Contains("CSH-2026-NEW1: Stays", titles);
        Assert.Contains("Open actions", titles);
    }

    [Theory, BothDatabases]
    public async Task Two_people_arranging_at_once_are_told(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        using var sunil = await moot.AsAsync(People.SecondCoordinator);
        var hers = await carys.GetAsync(Agenda + "/Edit");
        var his = await sunil.GetAsync(Agenda + "/Edit");
        await carys.PostAsync(hers, "Save the times", "Remove: Campaigns");
        var told = await sunil.PostAsync(his, "Save the times", "Up: Urgent");
        Assert.Contains("Someone else changed this", told.Words, StringComparison.Ordinal);
        var order = await moot.WithAsync(db =>
            db.Set<AgendaItem>()
                .Where(item => item.Kind == AgendaItemKind.Urgent)
                .Select(item => item.Order)
                .SingleAsync()
        );
        Assert.Equal(4, order);
    }

    [Theory, BothDatabases]
    public async Task Minutes_that_are_no_number_come_back_beside_the_item(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        var edit = await carys.GetAsync(Agenda + "/Edit");
        var field = await FieldAsync(moot, AgendaItemKind.Urgent);
        var unread = await carys.PostAsync(
            edit,
            "Save the times",
            "Save the times",
            ("Length", "an hour")
        );
        Assert.Equal(["Length must be a whole number of minutes"], unread.Errors);
        foreach (var wrong in new[] { "-1", "5.5", "121", "ten", "" })
        {
            var back = await carys.PostAsync(
                edit,
                "Save the times",
                "Save the times",
                (field, wrong)
            );
            Assert.Contains(
                "Minutes must be a whole number from 0 to 120",
                back.Words,
                StringComparison.Ordinal
            );
        }
    }

    private static async Task<string> FieldAsync(Moot moot, AgendaItemKind kind) =>
        await moot.WithAsync(async db =>
            $"Minutes[{await db.Set<AgendaItem>().Where(i => i.MeetingId == World.NextMeeting && i.Kind == kind).Select(i => i.Id).SingleAsync()}]"
        );

    private static Task<int> LengthAsync(Moot moot) =>
        moot.WithAsync(db =>
            db.Set<HubMeeting>()
                .Where(meeting => meeting.Id == World.NextMeeting)
                .Select(meeting => meeting.Minutes)
                .SingleAsync()
        );
}
