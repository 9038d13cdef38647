using System.Globalization;
using System.Net;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Platform.Time;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.Meetings;

/// <summary>The meeting for one's own calendar.</summary>
public class CalendarTests
{
    private static readonly string Address = $"/Meetings/{World.NextMeeting}/Calendar";

    [Theory, BothDatabases]
    public async Task Who_sees_the_meeting_can_put_it_in_a_calendar_and_learns_nobody_s_name(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        using var police = await moot.AsAsync(People.Police);
        using var visitor = moot.Visitor();
        using var analyst = await moot.AsAsync(People.Analyst);
        Assert.Equal(HttpStatusCode.NotFound, (await police.GetAsync(Address)).Status);
        Assert.NotEqual(
            HttpStatusCode.OK,
            (await analyst.SendAsync(new(HttpMethod.Get, Address))).StatusCode
        );
        Assert.NotEqual(
            HttpStatusCode.OK,
            (await visitor.SendAsync(new(HttpMethod.Get, Address))).StatusCode
        );

        await ChangeAsync(
            moot,
            meeting => meeting.PublishedAt = moot.Clock.GetUtcNow().UtcDateTime
        );
        var agenda = await police.GetAsync($"/Meetings/{World.NextMeeting}/Agenda");
        Assert.NotNull(agenda.Document.QuerySelector($"a[href='{Address}']"));
        var first = await police.GetAsync(Address);

        Assert.Equal(HttpStatusCode.OK, first.Status);
        Assert.Contains(
            "DTSTART;TZID=Europe/London:20261124T100000",
            first.Text,
            StringComparison.Ordinal
        );
        Assert.Contains("SUMMARY:Community Safety Hub", first.Text, StringComparison.Ordinal);
        Assert.Contains("LOCATION:Council chamber", first.Text, StringComparison.Ordinal);
        Assert.All(
            People.All,
            person => Assert.DoesNotContain(person.Name, first.Text, StringComparison.Ordinal)
        );
        Assert.All(
            People.All,
            person => Assert.DoesNotContain(person.Email, first.Text, StringComparison.Ordinal)
        );

        await ChangeAsync(
            moot,
            meeting =>
                Assert.Null(
                    meeting.MoveTo(
                        UkTime.ToUtc(new(2026, 11, 25), new(14, 0)),
                        meeting.CutOffAt,
                        "Flood",
                        moot.Clock.GetUtcNow().UtcDateTime
                    )
                )
        );
        var moved = await police.GetAsync(Address);
        await ChangeAsync(moot, meeting => Assert.Null(meeting.Cancel("Flood")));
        var cancelled = await police.GetAsync(Address);

        Assert.Contains(
            "DTSTART;TZID=Europe/London:20261125T140000",
            moved.Text,
            StringComparison.Ordinal
        );
        Assert.Contains("STATUS:CANCELLED", cancelled.Text, StringComparison.Ordinal);
        Assert.Equal(
            [Value(first, "UID"), Value(first, "UID")],
            [Value(moved, "UID"), Value(cancelled, "UID")]
        );
        Assert.True(
            int.Parse(Value(first, "SEQUENCE"), CultureInfo.InvariantCulture)
                < int.Parse(Value(moved, "SEQUENCE"), CultureInfo.InvariantCulture)
        );
        Assert.True(
            int.Parse(Value(moved, "SEQUENCE"), CultureInfo.InvariantCulture)
                < int.Parse(Value(cancelled, "SEQUENCE"), CultureInfo.InvariantCulture)
        );
        Assert.DoesNotContain("Flood", cancelled.Text, StringComparison.Ordinal);
    }

    private static string Value(Page page, string name) =>
        page
            .Text.Split("\r\n")
            .Single(line => line.StartsWith($"{name}:", StringComparison.Ordinal))[
            (name.Length + 1)..
        ];

    private static Task ChangeAsync(Moot moot, Action<HubMeeting> change) =>
        moot.WithAsync(async db =>
            change((await db.Set<HubMeeting>().FindAsync(World.NextMeeting))!)
        );
}
