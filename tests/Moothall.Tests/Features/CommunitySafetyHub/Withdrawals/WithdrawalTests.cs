using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Features.CommunitySafetyHub.Withdrawals;
using Moothall.Features.Partnership.Members;
using Moothall.Platform.Access;
using Moothall.Tests.Features.CommunitySafetyHub.Meetings;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.Withdrawals;

/// <summary>Withdrawn on the day: one action shuts everything at once, for the member or for one person, and can be undone.</summary>
public sealed class WithdrawalTests
{
    private static readonly string New = $"/Withdrawals/New?member={World.PoliceMember}";

    [Theory, BothDatabases]
    [Rule("S1-4.2")]
    public async Task One_action_shuts_everything_to_a_member_at_once(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await Sitting.PrepareAsync(moot);
        var (clive, _) = await Sitting.StartAsync(moot);
        using var closing = clive;
        var (petra, _) = await Sitting.ComeAsync(moot, People.Police);
        using var done = petra;
        var (hannah, _) = await Sitting.ComeAsync(moot, People.Housing);
        using var ending = hannah;
        await Sitting.MoveAsync(clive, Sitting.CaseTitle);
        Assert.Contains(
            Sitting.PersonMarker,
            (await petra.GetAsync(Sitting.Live)).Text,
            StringComparison.Ordinal
        );
        foreach (var browser in new[] { petra, clive })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync(New)).Status);
        }

        using var carys = await moot.AsAsync(People.Coordinator);
        var page = await carys.GetAsync(New);
        var silent = await carys.PostAsync(page, (string?)null, null, ("Input.Who", "member"));
        Assert.Equal(["Say why"], silent.Errors);
        Assert.Equal(
            HttpStatusCode.OK,
            (await petra.GetAsync(Sitting.Live + "?handler=Board")).Status
        );
        var pulse = (await Sitting.MeetingAsync(moot)).Pulse;
        moot.Clock.Advance(TimeSpan.FromMinutes(4));
        var made = await carys.PostAsync(
            page,
            (string?)null,
            null,
            ("Input.Who", "member"),
            ("Input.Why", "The chief constable withdrew")
        );
        Assert.StartsWith("/Withdrawals/", made.Path, StringComparison.Ordinal);

        // Every page decides again: the live screen, the agenda, the case, the actions, the search.
        await NothingAsync(petra);
        var meeting = await Sitting.MeetingAsync(moot);
        Assert.True(meeting.Pulse > pulse);
        Assert.Equal(
            Sitting.Morning.AddMinutes(14),
            meeting.Register.Single(entry => entry.UserId == People.Police.Id).LeftAt
        );
        using var dominic = await moot.AsAsync(People.PoliceDeputy);
        await NothingAsync(dominic);
        // Nobody else lost anything.
        Assert.Contains(
            Sitting.PersonMarker,
            (await hannah.GetAsync(Sitting.Live)).Text,
            StringComparison.Ordinal
        );
        var again = await carys.PostAsync(
            await carys.GetAsync(New),
            (string?)null,
            null,
            ("Input.Who", "member"),
            ("Input.Why", "Once more")
        );
        Assert.Equal(["Testshire Police is withdrawn already."], again.Errors);

        await carys.PostAsync(await carys.GetAsync(made.Path), "handler=Undo");
        Assert.Equal(HttpStatusCode.OK, (await petra.GetAsync(Sitting.Live)).Status);
        Assert.NotNull((await moot.WithAsync(db => db.Set<Withdrawal>().SingleAsync())).UndoneAt);
    }

    [Theory, BothDatabases]
    public async Task One_person_is_withdrawn_and_their_colleague_is_not(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await Sitting.PrepareAsync(moot);
        var (petra, _) = await Sitting.ComeAsync(moot, People.Police);
        using var done = petra;
        using var carys = await moot.AsAsync(People.Coordinator);
        var stranger = await carys.PostAsync(
            await carys.GetAsync(New),
            (string?)null,
            null,
            ("Input.Who", People.Housing.Id.ToString()),
            ("Input.Why", "Not theirs")
        );
        Assert.Equal(["Choose who is withdrawn"], stranger.Errors);
        var made = await carys.PostAsync(
            await carys.GetAsync(New),
            (string?)null,
            null,
            ("Input.Who", People.Police.Id.ToString()),
            ("Input.Why", "Suspended this morning")
        );
        Assert.Contains("Petra Novak, Testshire Police", made.Words, StringComparison.Ordinal);
        await NothingAsync(petra);
        var (dominic, page) = await Sitting.ComeAsync(moot, People.PoliceDeputy);
        using var ending = dominic;
        Assert.Contains("Scooters in the park", page.Text, StringComparison.Ordinal);
        await carys.PostAsync(await carys.GetAsync(made.Path), "handler=Undo");
        Assert.Equal(HttpStatusCode.OK, (await petra.GetAsync(Sitting.Live)).Status);
        Assert.Null(
            (
                await moot.WithAsync(db =>
                    db.Set<Representative>().SingleAsync(one => one.UserId == People.Police.Id)
                )
            ).Until
        );
    }

    [Theory, BothDatabases]
    [Rule("S1-4.2")]
    public async Task A_role_that_opens_everything_is_named_and_ends_first(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await moot.WithAsync(async db =>
        {
            (
                await db.Set<User>()
                    .Include(user => user.Grants)
                    .SingleAsync(user => user.Id == People.Police.Id)
            ).Give(Role.Chair, new(2026, 1, 1));
            db.Add(
                new Representative
                {
                    MembershipId = World.CharityMember,
                    UserId = People.PoliceDeputy.Id,
                    IsDeputy = true,
                    From = new(2026, 1, 1),
                }
            );
        });
        using var carys = await moot.AsAsync(People.Coordinator);
        var page = await carys.GetAsync(New);
        foreach (var sentence in Sentences)
        {
            Assert.Contains(sentence, page.Words, StringComparison.Ordinal);
        }

        var refused = await carys.PostAsync(
            page,
            (string?)null,
            null,
            ("Input.Who", People.Police.Id.ToString()),
            ("Input.Why", "Suspended this morning")
        );
        Assert.Equal(
            [
                "Petra Novak is Chair of the hub, which opens everything again. An administrator ends that role first, under People.",
            ],
            refused.Errors
        );
        var made = await carys.PostAsync(
            page,
            (string?)null,
            null,
            ("Input.Who", "member"),
            ("Input.Why", "The chief constable withdrew")
        );
        foreach (var sentence in Sentences)
        {
            Assert.Contains(sentence, made.Words, StringComparison.Ordinal);
        }
    }

    [Theory, BothDatabases]
    [Rule("S1-4.2"), Rule("S1-7.2f")]
    public async Task Whoever_was_withdrawn_today_gets_no_paper_and_is_not_marked_here(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        await Sitting.PrepareAsync(moot);
        var (petra, _) = await Sitting.ComeAsync(moot, People.Police);
        using var done = petra;
        using var carys = await moot.AsAsync(People.Coordinator);
        var paper = $"/Meetings/{World.NextMeeting}/Paper";
        var before = await carys.GetAsync(paper);
        var register = await carys.GetAsync(Sitting.Register);
        var entry = (await Sitting.MeetingAsync(moot)).Register.Single();
        await moot.WithAsync(db =>
            db.Set<AttendanceEntry>()
                .Where(one => one.Id == entry.Id)
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(one => one.LeftAt, Sitting.Morning.AddMinutes(1))
                )
        );
        await carys.PostAsync(
            await carys.GetAsync(New),
            (string?)null,
            null,
            ("Input.Who", People.Police.Id.ToString()),
            ("Input.Why", "Suspended this morning")
        );
        const string Why = "Petra Novak does not act for Testshire Police any more.";
        Assert.Contains(Why, (await carys.GetAsync(paper)).Words, StringComparison.Ordinal);
        var refused = await carys.PostAsync(
            before,
            "handler=Issue",
            null,
            ("Kind", "Agenda"),
            ("Who", $"{entry.Id}")
        );
        Assert.Equal(["Tick people of the list who get a copy. " + Why], refused.Errors);
        var form = register
            .Document.QuerySelectorAll<IHtmlFormElement>("form[action*='handler=Mark']")
            .First();
        refused = await carys.PostAsync(
            register,
            form,
            null,
            ("who", $"{entry.Id}"),
            ("mark", "here")
        );
        Assert.Equal([Why], refused.Errors);
    }

    private static readonly string[] Sentences =
    [
        "Petra Novak is Chair of the hub: what that opens stays open until an administrator ends it under People.",
        "Dominic Lee acts for Domestic Abuse Support Agencies too, and sees what is open to it.",
    ];

    private static async Task NothingAsync(Browser browser)
    {
        foreach (
            var path in new[]
            {
                Sitting.Live,
                Sitting.Live + "?handler=Board",
                Sitting.Live + "/Pulse?once=1",
                Sitting.Register,
                $"/Meetings/{World.NextMeeting}/Agenda",
                $"/Meetings/{World.NextMeeting}/Agenda?handler=Word",
                $"/Meetings/{World.NextMeeting}/Research",
                "/Cases/CSH-2026-OPEN",
            }
        )
        {
            var page = await browser.GetAsync(path);
            Assert.True(page.Status == HttpStatusCode.NotFound, path);
            Assert.DoesNotContain(Sitting.PersonMarker, page.Text, StringComparison.Ordinal);
        }

        foreach (var path in new[] { "/", "/Cases", "/Actions", "/Meetings", "/Minutes" })
        {
            var page = await browser.GetAsync(path);
            Assert.DoesNotContain(Sitting.CaseTitle, page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Oldmark", page.Text, StringComparison.Ordinal);
        }
    }
}
