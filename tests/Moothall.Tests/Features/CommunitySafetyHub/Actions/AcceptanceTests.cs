using System.Net;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Tests.Features.CommunitySafetyHub.Meetings;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.Actions;

/// <summary>An action given to an agency in its absence binds nobody until the agency takes it on.</summary>
public sealed class AcceptanceTests
{
    private const string Housing = "Testbourne Council - Housing Options";
    private static readonly DateTime Now = Sitting.Morning;

    public static TheoryData<AcceptanceState?, bool, string, string> Answers =>
        new()
        {
            { AcceptanceState.Awaited, true, "", "" },
            { AcceptanceState.Awaited, false, "Not ours", "" },
            { AcceptanceState.Awaited, false, "", "Say why it should be given elsewhere." },
            { AcceptanceState.AskedElsewhere, true, "", "" },
            { AcceptanceState.Accepted, true, "", "This action has been accepted already." },
            { AcceptanceState.Accepted, false, "Staff have left", "" },
            {
                null,
                true,
                "",
                "Its owner was there when it was given, so there is nothing to accept."
            },
        };

    [Theory]
    [MemberData(nameof(Answers))]
    public void The_owner_accepts_or_asks_for_it_elsewhere_with_a_reason(
        AcceptanceState? state,
        bool accepts,
        string because,
        string problem
    )
    {
        var action = Action(state);
        Assert.Equal(problem, action.Answer(accepts, because, "Hannah", new(), Now) ?? "");
        if (problem.Length == 0)
        {
            Assert.Equal(
                (
                    accepts ? AcceptanceState.Accepted : AcceptanceState.AskedElsewhere,
                    accepts ? "" : because,
                    "Hannah",
                    Now
                ),
                (
                    action.Acceptance.State,
                    action.Acceptance.Because,
                    action.Acceptance.ByName,
                    action.Acceptance.At
                )
            );
            Assert.Equal(!accepts, action.Acceptance.IsUnsettled);
        }
    }

    [Fact]
    public void Who_is_there_has_it_and_only_what_is_unsettled_is_given_on()
    {
        Assert.Null(Acceptance.WhenGiven(ownerIsHere: true).State);
        Assert.Equal(AcceptanceState.Awaited, Acceptance.WhenGiven(ownerIsHere: false).State);
        Assert.NotNull(Action(null).GiveTo(World.PoliceMember, "Police", isHere: true));
        var waiting = Action(AcceptanceState.Awaited);
        Assert.Contains("has it already", waiting.GiveTo(World.HousingMember, "Housing", true)!);
        Assert.Null(waiting.GiveTo(World.PoliceMember, "Police", isHere: false));
        Assert.Equal(
            (World.PoliceMember, "Police", AcceptanceState.Awaited),
            (waiting.OwnerMembershipId, waiting.OwnerName, waiting.Acceptance.State)
        );
        Assert.Null(waiting.GiveTo(World.CharityMember, "Charity", isHere: true));
        Assert.Null(waiting.Acceptance.State);
    }

    [Theory, BothDatabases]
    [Rule("S1-6.2")]
    public async Task The_register_of_that_moment_says_who_has_to_accept(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await Sitting.PrepareAsync(moot);
        var (clive, petra) = await StartWithPoliceAsync(moot);
        using var closing = clive;
        using var closingToo = petra;
        var page = await ActAsync(clive, World.HousingMember, "Change the locks Lockmark");
        Assert.Contains("Not here: awaits acceptance.", page.Words, StringComparison.Ordinal);
        await ActAsync(clive, World.PoliceMember, "Drive past Drivemark");
        Assert.Equal(
            AcceptanceState.Awaited,
            (await ActionAsync(moot, "Lockmark")).Acceptance.State
        );
        Assert.Null((await ActionAsync(moot, "Drivemark")).Acceptance.State);

        // She has left the room: what is given now she has not heard.
        await moot.WithAsync(async db =>
            (
                await db.Set<AttendanceEntry>()
                    .SingleAsync(one => one.MembershipId == World.PoliceMember)
            ).LeftAt = moot.Clock.GetUtcNow().UtcDateTime
        );
        await ActAsync(clive, World.PoliceMember, "Ring back Ringmark");
        Assert.Equal(
            AcceptanceState.Awaited,
            (await ActionAsync(moot, "Ringmark")).Acceptance.State
        );
    }

    [Theory, BothDatabases]
    [Rule("S1-3.3")]
    public async Task Its_owner_accepts_in_one_click_from_this_week_and_sees_no_more_than_the_action(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        var sitting = await Sitting.PrepareAsync(moot);
        var id = await AddAsync(moot, sitting.SecretCase);
        using var zainab = await moot.AsAsync(People.Charity);
        Assert.Equal(HttpStatusCode.NotFound, (await zainab.GetAsync($"/Actions/{id}")).Status);
        using var hannah = await moot.AsAsync(People.Housing);
        var week = await hannah.GetAsync("/");
        var line = week
            .Document.QuerySelectorAll("a")
            .Single(a => a.TextContent.Contains("in its absence", StringComparison.Ordinal));
        var page = await hannah.GetAsync(line.GetAttribute("href")!);
        Assert.Contains("so it awaits acceptance", page.Words, StringComparison.Ordinal);
        foreach (var kept in new[] { "CSH-2026-HUSH", Sitting.SecretTitle, Sitting.SecretMarker })
        {
            Assert.DoesNotContain(kept, page.Text, StringComparison.Ordinal);
        }

        var search = await zainab.GetAsync("/Search");
        var form = search.Form("Search");
        form.SetAttribute("action", $"/Actions/{id}?handler=Accept");
        var forged = await zainab.PostAsync(search, form, null, ("accepts", "true"));
        Assert.Equal(HttpStatusCode.NotFound, forged.Status);
        var done = await hannah.PostAsync(page, "Accept this action", "Accept this action");
        Assert.Empty(done.Errors);
        Assert.Contains("The action is accepted.", done.Words, StringComparison.Ordinal);
        var kept1 = (await ActionAsync(moot, "Sightmark")).Acceptance;
        Assert.Equal(
            (AcceptanceState.Accepted, "Hannah Wright", false),
            (kept1.State, kept1.ByName, kept1.Received.IsSet)
        );
        Assert.DoesNotContain(
            "in its absence",
            (await hannah.GetAsync("/")).Words,
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases]
    [Rule("S1-3.3")]
    public async Task It_stands_under_its_own_heading_until_it_is_settled(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var sitting = await Sitting.PrepareAsync(moot);
        var id = await AddAsync(moot, sitting.Case);
        using var carys = await moot.AsAsync(People.Coordinator);
        Assert.Contains(
            "Awaiting acceptance (1)",
            await AgendaAsync(carys),
            StringComparison.Ordinal
        );
        var page = await carys.GetAsync($"/Actions/{id}");
        var posing = await carys.PostAsync(page, "They accept it", "They accept it");
        Assert.Equal([$"Say who at {Housing} told you."], posing.Errors);
        (string, string?)[] told =
        [
            ("Answer.Received.From", "Hannah Wright"),
            ("Answer.Received.By", "Email"),
        ];
        var reasonless = await carys.PostAsync(page, "They accept it", "Ask the hub", told);
        Assert.Equal(["Say why it should be given elsewhere."], reasonless.Errors);
        var asked = await carys.PostAsync(
            page,
            "They accept it",
            "Ask the hub",
            [.. told, ("Answer.Because", "The block is not ours")]
        );
        Assert.Contains(
            $"received from Hannah Wright at {Housing}, by e-mail, on 24 November 2026, taken down by Carys Bevan",
            asked.Words,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "The block is not ours",
            await AgendaAsync(carys),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "The block is not ours",
            (await carys.GetAsync("/Cases/CSH-2026-OPEN")).Words,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "1 action not yet accepted by its owner",
            (await carys.GetAsync("/")).Words,
            StringComparison.Ordinal
        );

        // The chair gives it elsewhere too, who reports on no action.
        using var clive = await moot.AsAsync(People.Chair);
        var given = await clive.PostAsync(
            await clive.GetAsync($"/Actions/{id}"),
            "handler=Give",
            null,
            ("GiveTo", World.PoliceMember.ToString())
        );
        Assert.Empty(given.Errors);
        using var petra = await moot.AsAsync(People.Police);
        var own = await petra.GetAsync($"/Actions/{id}");
        Assert.DoesNotContain("Give it to another member", own.Text, StringComparison.Ordinal);
        await petra.PostAsync(
            own,
            "handler=Report",
            null,
            ("Report.Progress", "InProgress"),
            ("Report.Text", "Asked the landlord")
        );
        Assert.Equal(
            AcceptanceState.Accepted,
            (await ActionAsync(moot, "Sightmark")).Acceptance.State
        );
        Assert.DoesNotContain(
            "Awaiting acceptance",
            await AgendaAsync(carys),
            StringComparison.Ordinal
        );
    }

    private static async Task<string> AgendaAsync(Browser browser) =>
        (await browser.GetAsync($"/Meetings/{World.NextMeeting}/Agenda")).Words;

    private static async Task<(Browser, Browser)> StartWithPoliceAsync(Moot moot)
    {
        var (petra, _) = await Sitting.ComeAsync(moot, People.Police);
        var (clive, _) = await Sitting.StartAsync(moot);
        await Sitting.MoveAsync(clive, Sitting.CaseTitle);
        return (clive, petra);
    }

    private static async Task<Page> ActAsync(Browser clive, Guid owner, string text) =>
        await clive.PostAsync(
            await clive.GetAsync(Sitting.Live),
            "handler=Act",
            null,
            ("Act.Text", text),
            ("Act.OwnerMembershipId", owner.ToString())
        );

    private static Task<HubAction> ActionAsync(Moot moot, string word) =>
        moot.WithAsync(db =>
            db.Set<HubAction>().AsNoTracking().SingleAsync(one => one.Text.Contains(word))
        );

    private static async Task<Guid> AddAsync(Moot moot, Guid caseId)
    {
        var action = Action(AcceptanceState.Awaited, caseId);
        await moot.AddAsync(action);
        return action.Id;
    }

    private static HubAction Action(AcceptanceState? state, Guid? caseId = null)
    {
        var action = new HubAction
        {
            BodyId = World.Hub,
            CaseId = caseId,
            MeetingId = Guid.CreateVersion7(),
            Text = "Look in Sightmark",
            OwnerMembershipId = World.HousingMember,
            OwnerName = Housing,
            Due = new(2026, 11, 24),
            AgreedAt = Now.AddDays(-7),
        };
        action.GiveToOwner(ownerIsHere: state is null);
        if (state is AcceptanceState.Accepted or AcceptanceState.AskedElsewhere)
        {
            var accepts = state == AcceptanceState.Accepted;
            Assert.Null(action.Answer(accepts, accepts ? "" : "No", "Before", new(), Now));
        }

        return action;
    }
}
