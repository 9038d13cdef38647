using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Platform.Access;
using Moothall.Tests.Features.CommunitySafetyHub.Agendas;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.Meetings;

/// <summary>A meeting's plan as it is saved, and what its move takes along.</summary>
public sealed class MeetingPlanTests
{
    private static readonly string Meeting = $"/Meetings/{World.NextMeeting}";

    [Theory, BothDatabases]
    [Rule("C4")]
    [Rule("S1-5.5")]
    public async Task Actions_due_at_a_meeting_that_moves_go_with_it(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var last = Week.LastMeeting();
        var done = Week.Action(null, last, "Marker done", new(2026, 11, 24));
        done.TakeOff(ActionStatus.Resolved, "Done", last.Id);
        await moot.AddAsync(
            last,
            done,
            Week.Action(null, last, "Marker by default", new(2026, 11, 24)),
            Week.Action(null, last, "Marker by hand", new(2026, 12, 4))
        );
        using var carys = await moot.AsAsync(People.Coordinator);
        await carys.PostAsync(
            await carys.GetAsync(Meeting + "/Move"),
            (string?)null,
            null,
            ("Input.Day.Day", "26"),
            ("Input.Day.Month", "11"),
            ("Input.Day.Year", "2026"),
            ("Input.Because", "Chamber flooded")
        );
        var due = await moot.WithAsync(db =>
            db.Set<HubAction>().ToDictionaryAsync(one => one.Text, one => one.Due)
        );
        Assert.Equal(new(2026, 11, 26), due["Marker by default"]);
        Assert.Equal(new(2026, 12, 4), due["Marker by hand"]);
        Assert.Equal(new(2026, 11, 24), due["Marker done"]);
    }

    [Theory, BothDatabases]
    [Rule("S0-5")]
    public async Task A_plan_is_saved_as_it_stands_and_with_another_chair(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        // Identifiers of real accounts hold letters, which a database may write in capitals.
        var zara = Lettered("0199abcd-ef01-7abc-9def-abcdefabcdef", "Zara Lettered");
        var adam = Lettered("0199abcd-ef02-7abc-9def-abcdefabcdef", "Adam Lettered");
        await moot.WithAsync(async db =>
        {
            db.AddRange(zara.ToUser(new(2026, 1, 1)), adam.ToUser(new(2026, 1, 1)));
            var meeting = await db.Set<HubMeeting>().SingleAsync(m => m.Id == World.NextMeeting);
            (meeting.ChairId, meeting.ChairName) = (zara.Id, zara.Name);
        });
        using var carys = await moot.AsAsync(People.Coordinator);
        var back = await carys.PostAsync(
            await carys.GetAsync(Meeting + "/Plan"),
            "Save the meeting"
        );
        Assert.Empty(back.Errors);
        Assert.Contains("The meeting is saved.", back.Words, StringComparison.Ordinal);
        Assert.Equal(zara.Id, (await FindAsync(moot)).ChairId);
        await carys.PostAsync(
            back,
            "Save the meeting",
            null,
            ("Input.ChairId", adam.Id.ToString())
        );
        var changed = await FindAsync(moot);
        Assert.Equal((adam.Id, adam.Name), (changed.ChairId!.Value, changed.ChairName));
    }

    private static Person Lettered(string id, string name) =>
        new(new(id), name, World.Council, Role.Manager);

    private static Task<HubMeeting> FindAsync(Moot moot) =>
        moot.WithAsync(db =>
            db.Set<HubMeeting>().AsNoTracking().SingleAsync(one => one.Id == World.NextMeeting)
        );
}
