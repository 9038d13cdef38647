using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.Meetings;

/// <summary>Who comes while named people are discussed signs and joins at the next item.</summary>
public sealed class LatecomerTests
{
    private static readonly DateTime Began = Sitting.Morning.AddMinutes(20);
    private static readonly Guid Item = Guid.CreateVersion7();

    [Theory]
    [InlineData(true, 1, null, false, false, true)]
    [InlineData(true, 0, null, false, false, false)]
    [InlineData(true, -5, null, false, false, false)]
    [InlineData(true, 3, 1, false, false, false)]
    [InlineData(true, 3, -1, false, false, true)]
    [InlineData(true, 3, null, true, false, false)]
    [InlineData(true, 3, null, false, true, false)]
    [InlineData(false, 3, null, false, false, false)]
    [Rule("S1-7.2f")]
    public void Only_who_did_not_hear_an_item_begin_waits_for_the_next(
        bool named,
        int arrives,
        int? left,
        bool runs,
        bool invited,
        bool waits
    )
    {
        var entry = Entry();
        entry.LeftAt = left is { } minutes ? Began.AddMinutes(minutes) : null;
        entry.State = left is null ? AttendanceState.Expected : AttendanceState.Present;
        if (invited)
        {
            entry.Items.Add(new() { EntryId = entry.Id, ItemId = Item });
        }

        var why = Latecomer.WaitsBecause(
            new(Item, named, Began),
            entry,
            runs,
            Began.AddMinutes(arrives)
        );
        Assert.Equal(waits, why is not null);
        Assert.Null(Latecomer.WaitsBecause(null, entry, runs, Began.AddMinutes(arrives)));
    }

    [Theory, BothDatabases]
    [Rule("S1-7.2f")]
    public async Task A_latecomer_signs_and_waits_until_the_meeting_moves_on(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await Sitting.PrepareAsync(moot);
        var (clive, _) = await Sitting.StartAsync(moot);
        using var closing = clive;
        await Sitting.MoveAsync(clive, Sitting.CaseTitle);
        moot.Clock.Advance(TimeSpan.FromMinutes(3));
        var (petra, late) = await Sitting.ComeAsync(moot, People.Police);
        using var ending = petra;
        foreach (
            var page in new[]
            {
                late,
                await petra.GetAsync(Sitting.Live),
                await petra.GetAsync(Sitting.Live + "?handler=Board"),
            }
        )
        {
            Assert.Contains("You join at the next item", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(Sitting.PersonMarker, page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(Sitting.CaseTitle, page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Oldmark", page.Text, StringComparison.Ordinal);
        }

        // Their screen hears the number, so that it opens by itself.
        using var pulse = await petra.SendAsync(
            new(HttpMethod.Get, Sitting.Live + "/Pulse?once=1")
        );
        Assert.Equal(HttpStatusCode.OK, pulse.StatusCode);
        var here = (await Sitting.MeetingAsync(moot)).Register.Single(entry =>
            entry.UserId == People.Police.Id
        );
        Assert.Equal(Sitting.Morning.AddMinutes(13), here.ArrivedAt);
        var chairs = await clive.GetAsync(Sitting.Live);
        Assert.Contains(
            "Petra Novak, Testshire Police came at 10:03 and joins at the next item.",
            chairs.Words,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "came late, joins at the next item",
            chairs.Words,
            StringComparison.Ordinal
        );

        await Sitting.MoveAsync(clive, "Any other business");
        var joined = await petra.GetAsync(Sitting.Live);
        Assert.Contains("6. Any other business", joined.Words, StringComparison.Ordinal);
        // Moved on by mistake and back again, the item is as shut as it was.
        await Sitting.MoveAsync(clive, Sitting.CaseTitle);
        await WaitsAsync(petra);
    }

    [Theory, BothDatabases]
    [Rule("S1-7.2f")]
    public async Task Who_waits_lets_nobody_in_by_saying_again_that_they_are_here(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await Sitting.PrepareAsync(moot);
        var (clive, _) = await Sitting.StartAsync(moot);
        using var closing = clive;
        await Sitting.MoveAsync(clive, Sitting.CaseTitle);
        moot.Clock.Advance(TimeSpan.FromMinutes(3));
        using var petra = await moot.AsAsync(People.Police);
        var before = await petra.PostAsync(await petra.GetAsync(Sitting.Sign), "Agree and sign");
        await petra.PostAsync(before, "I am here");
        await WaitsAsync(petra);
        // A page that was loaded before still has its button.
        await petra.PostAsync(before, "I am here");
        await WaitsAsync(petra);

        // Out for a moment and back in, they still did not hear it begin.
        await MarkAsync(clive, "left");
        moot.Clock.Advance(TimeSpan.FromMinutes(1));
        await petra.PostAsync(await petra.GetAsync(Sitting.Live), "I am here");
        await WaitsAsync(petra);
    }

    [Theory, BothDatabases]
    [Rule("S1-7.2f")]
    public async Task Undo_opens_an_item_to_nobody_who_came_late(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await Sitting.PrepareAsync(moot);
        var (clive, _) = await Sitting.StartAsync(moot);
        using var closing = clive;
        await Sitting.MoveAsync(clive, Sitting.CaseTitle);
        moot.Clock.Advance(TimeSpan.FromMinutes(3));
        var (petra, _) = await Sitting.ComeAsync(moot, People.Police);
        using var late = petra;
        var page = await clive.PostAsync(
            await clive.GetAsync(Sitting.Live),
            "handler=EndItem",
            null,
            ("Ending.Summary", "Over")
        );
        moot.Clock.Advance(TimeSpan.FromSeconds(20));
        var (hannah, _) = await Sitting.ComeAsync(moot, People.Housing);
        using var later = hannah;
        await clive.PostAsync(page, "handler=Undo");
        await WaitsAsync(petra);
        await WaitsAsync(hannah);
    }

    private static async Task WaitsAsync(Browser browser)
    {
        var page = await browser.GetAsync(Sitting.Live);
        Assert.Contains("You join at the next item", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Sitting.PersonMarker, page.Text, StringComparison.Ordinal);
    }

    private static async Task MarkAsync(Browser chair, string mark)
    {
        var page = await chair.GetAsync(Sitting.Register);
        var line = page
            .Document.QuerySelectorAll<IHtmlFormElement>("form")
            .Single(form =>
                form.TextContent.Contains("Petra Novak", StringComparison.Ordinal)
                && form.QuerySelector($"button[value={mark}]") is not null
            );
        var done = await chair.PostAsync(page, line, null, ("mark", mark));
        Assert.Empty(done.Errors);
    }

    [Theory, BothDatabases]
    public async Task Only_whoever_runs_the_meeting_lets_a_latecomer_in(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await Sitting.PrepareAsync(moot);
        var (clive, _) = await Sitting.StartAsync(moot);
        using var closing = clive;
        var (hannah, _) = await Sitting.ComeAsync(moot, People.Housing);
        using var done = hannah;
        await Sitting.MoveAsync(clive, Sitting.CaseTitle);
        moot.Clock.Advance(TimeSpan.FromMinutes(1));
        var (petra, _) = await Sitting.ComeAsync(moot, People.Police);
        using var ending = petra;
        var line = (await Sitting.MeetingAsync(moot)).Register.Single(entry =>
            entry.UserId == People.Police.Id
        );
        var members = await hannah.GetAsync(Sitting.Live);
        Assert.DoesNotContain("handler=LetIn", members.Text, StringComparison.Ordinal);
        var borrowed = members.Form("handler=Share");
        borrowed.SetAttribute("action", Sitting.Live + "?handler=LetIn");
        var refused = await hannah.PostAsync(members, borrowed, null, ("entry", $"{line.Id}"));
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.DoesNotContain(
            Sitting.PersonMarker,
            (await petra.GetAsync(Sitting.Live)).Text,
            StringComparison.Ordinal
        );

        await clive.PostAsync(await clive.GetAsync(Sitting.Live), "handler=LetIn");
        Assert.Contains(
            Sitting.PersonMarker,
            (await petra.GetAsync(Sitting.Live)).Text,
            StringComparison.Ordinal
        );
        line = (await Sitting.MeetingAsync(moot)).Register.Single(entry => entry.Id == line.Id);
        Assert.Equal(
            (Sitting.Morning.AddMinutes(11), "Clive Hartley"),
            (line.LetInAt!.Value, line.LetInByName)
        );
        Assert.Contains(
            "Let in by Clive Hartley at 10:01",
            (await clive.GetAsync(Sitting.Register)).Words,
            StringComparison.Ordinal
        );
    }

    private static AttendanceEntry Entry() =>
        new()
        {
            MeetingId = World.NextMeeting,
            Name = "Petra Novak",
            OrganisationName = "Testshire Police",
            Kind = AttendeeKind.Representative,
        };
}
