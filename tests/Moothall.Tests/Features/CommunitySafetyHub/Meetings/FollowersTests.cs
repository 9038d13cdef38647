using System.Net;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.MeetingMinutes;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.Meetings;

/// <summary>Observers and interpreters: on the register, signed, and shown nothing.</summary>
public sealed class FollowersTests
{
    [Theory, BothDatabases]
    [Rule("S1-7.2f")]
    public async Task They_sign_and_get_nothing_to_read(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var sitting = await Sitting.PrepareAsync(moot);
        using var carys = await moot.AsAsync(People.Coordinator);
        var withItem = await InviteAsync(carys, "Observer", sitting.Theme.ToString());
        Assert.Contains("Observers sign the agreement", withItem.Errors.Single());
        var nobody = await InviteAsync(carys, "Interpreter", null);
        Assert.Equal(["Choose whom they interpret for"], nobody.Errors);
        Assert.Empty((await Sitting.MeetingAsync(moot)).Register);
        await InviteAsync(carys, "Interpreter", null, $"{World.PoliceMember}:{People.Police.Id}");
        var line = (await Sitting.MeetingAsync(moot)).Register.Single(entry =>
            entry.UserId == People.Guest.Id
        );
        Assert.Equal("Interpreter for Petra Novak", line.AttendsAs);

        var (clive, _) = await Sitting.StartAsync(moot);
        using var closing = clive;
        var (petra, _) = await Sitting.ComeAsync(moot, People.Police);
        using var done = petra;
        using var gita = await moot.AsAsync(People.Guest);
        var unsigned = await gita.GetAsync(Sitting.Live);
        Assert.Contains(
            "Sign the confidentiality agreement",
            unsigned.Text,
            StringComparison.Ordinal
        );
        var signed = await gita.PostAsync(await gita.GetAsync(Sitting.Sign), "Agree and sign");
        await gita.PostAsync(signed, "I am here");
        await NothingAsync(gita, "no papers");
        await Sitting.MoveAsync(clive, Sitting.CaseTitle);
        await NothingAsync(gita, "no papers");
        var marked = (await Sitting.MeetingAsync(moot)).Register.Single(one => one.Id == line.Id);
        // The interpreter stays for part B, as the person they interpret for does.
        Assert.True(marked.IsHere);

        var page = await clive.GetAsync(Sitting.Live);
        await clive.PostAsync(page, "End the meeting", null, ("roomChecked", "true"));
        await moot.WithAsync(async db =>
        {
            var minutes = await db.Set<Minutes>().SingleAsync();
            db.Entry(minutes).Property(one => one.Status).CurrentValue = MinutesStatus.Released;
        });
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await gita.GetAsync($"/Minutes/{World.NextMeeting}")).Status
        );
        var register = await moot.WithAsync(db =>
            db.Set<MinutesSection>()
                .Where(section => section.Kind == MinutesSectionKind.Register)
                .Select(section => section.Text)
                .SingleAsync()
        );
        Assert.Contains("Interpreter for Petra Novak", register, StringComparison.Ordinal);
        var given = await moot.WithAsync(db =>
            MinutesRecipients.ForAsync(db, World.NextMeeting, new(2026, 11, 24))
        );
        Assert.DoesNotContain(given, one => one.Name == People.Guest.Name);
    }

    [Theory, BothDatabases]
    public async Task An_observer_leaves_before_named_cases_and_stands_in_the_minutes_as_one(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        await Sitting.PrepareAsync(moot);
        using var petra = await moot.AsAsync(People.Police);
        var own = await petra.GetAsync(Sitting.Register);
        Assert.DoesNotContain("handler=Follow", own.Text, StringComparison.Ordinal);
        var borrowed = own.Form("Send apologies");
        borrowed.SetAttribute("action", Sitting.Register + "?handler=Follow");
        var refused = await petra.PostAsync(own, borrowed, null, ("Follow.Kind", "Observer"));
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);

        using var carys = await moot.AsAsync(People.Coordinator);
        var page = await carys.GetAsync(Sitting.Register);
        // It is optional for an observer only.
        Assert.Contains("Interprets for", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Interprets for (optional)", page.Words, StringComparison.Ordinal);
        await carys.PostAsync(
            page,
            "handler=Follow",
            null,
            ("Follow.Kind", "Observer"),
            ("Follow.Name", "Nesta Orr"),
            ("Follow.Agency", "The university")
        );
        var line = (await Sitting.MeetingAsync(moot)).Register.Single();
        Assert.Equal((AttendeeKind.Observer, "Carys Bevan"), (line.Kind, line.InvitedByName));
        await TelephoneTests.MarkAsync(carys, $"{line.Id}", "paper");
        var (clive, _) = await Sitting.StartAsync(moot);
        using var closing = clive;
        moot.Clock.Advance(TimeSpan.FromMinutes(7));
        await Sitting.MoveAsync(clive, Sitting.CaseTitle);
        line = (await Sitting.MeetingAsync(moot)).Register.Single(one => one.Id == line.Id);
        Assert.Equal(Sitting.Morning.AddMinutes(17), line.LeftAt);
        await clive.PostAsync(
            await clive.GetAsync(Sitting.Live),
            "End the meeting",
            null,
            ("roomChecked", "true")
        );
        var text = await moot.WithAsync(db =>
            db.Set<MinutesSection>()
                .Where(section => section.Kind == MinutesSectionKind.Register)
                .Select(section => section.Text)
                .SingleAsync()
        );
        Assert.Contains("| Nesta Orr | Observer | 09:50 | 10:07", text, StringComparison.Ordinal);
    }

    private static async Task NothingAsync(Browser browser, string told)
    {
        foreach (var path in new[] { Sitting.Live, Sitting.Live + "?handler=Board" })
        {
            var page = await browser.GetAsync(path);
            Assert.Contains(told, page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Scooters", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(Sitting.CaseTitle, page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(Sitting.PersonMarker, page.Text, StringComparison.Ordinal);
        }

        var agenda = await browser.GetAsync($"/Meetings/{World.NextMeeting}/Agenda");
        Assert.DoesNotContain("Scooters", agenda.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Sitting.CaseTitle, agenda.Text, StringComparison.Ordinal);
    }

    private static async Task<Page> InviteAsync(
        Browser browser,
        string kind,
        string? item,
        string? speaksFor = null
    ) =>
        await browser.PostAsync(
            await browser.GetAsync($"/Meetings/{World.NextMeeting}/Invite"),
            (string?)null,
            null,
            ("Input.Kind", kind),
            ("Input.Name", People.Guest.Name),
            ("Input.UserId", People.Guest.Id.ToString()),
            ("Input.Agency", "Signs and Words"),
            ("Input.Why", "is asked to"),
            ("Input.InterpretsFor", speaksFor),
            ("Input.Items", item)
        );
}
