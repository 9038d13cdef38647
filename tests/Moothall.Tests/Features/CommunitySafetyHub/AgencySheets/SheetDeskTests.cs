using System.Net;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub;
using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Features.CommunitySafetyHub.AgencySheets;
using Moothall.Features.CommunitySafetyHub.Circulation;
using Moothall.Platform.Email;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.AgencySheets;

/// <summary>The team's desk for agencies that do not sign in: who needs a sheet, what stands in it, what they answered.</summary>
public sealed class SheetDeskTests
{
    private static readonly string Housing = $"/AgencySheets/{World.HousingMember}";

    [Theory, BothDatabases]
    public async Task Only_the_team_has_the_desk(Database database)
    {
        await using var moot = await PaperWeek.StartAsync(database);
        foreach (var person in new[] { People.Chair, People.Housing, People.Police, People.Guest })
        {
            using var other = await moot.AsAsync(person);
            foreach (var path in new[] { PaperWeek.Desk, Housing, Housing + "/Word" })
            {
                Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync(path)).Status);
            }
        }
    }

    [Theory, BothDatabases]
    public async Task It_shows_who_needs_a_sheet_by_which_route_and_why_nothing_goes(
        Database database
    )
    {
        await using var moot = await PaperWeek.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        var desk = await carys.GetAsync(PaperWeek.Desk);
        Assert.Contains("Send all that are ready (4)", desk.Words, StringComparison.Ordinal);
        Assert.Contains("housing.example", desk.Words, StringComparison.Ordinal);
        Assert.Contains(
            "The action sheet goes as a locked file.",
            desk.Words,
            StringComparison.Ordinal
        );
        Assert.Contains("was due for review", desk.Words, StringComparison.Ordinal);
        // It counts; what stands in a sheet is shown only when one is opened.
        foreach (var kept in new[] { "Windowmark", "Kieran", PaperWeek.Reference })
        {
            Assert.DoesNotContain(kept, desk.Text, StringComparison.Ordinal);
        }

        Assert.Contains(
            "2 agencies to send a sheet of actions",
            (await carys.GetAsync("/")).Words,
            StringComparison.Ordinal
        );
        var lapsed = await carys.GetAsync($"/AgencySheets/{World.LapsedMember}/Word");
        Assert.Equal(HttpStatusCode.NotFound, lapsed.Status);
    }

    [Theory, BothDatabases]
    public async Task A_sheet_to_print_holds_what_the_agency_and_the_printer_both_may_see(
        Database database
    )
    {
        await using var moot = await PaperWeek.StartAsync(database);
        using var sunil = await moot.AsAsync(People.SecondCoordinator);
        var page = await sunil.GetAsync($"{Housing}/Paper?kind=Actions");
        Assert.Contains("Board the Windowmark for KM", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Secretmark", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Refugemark", page.Text, StringComparison.Ordinal);
        await moot.WithAsync(async db =>
        {
            var open = await db.Set<Moothall.Features.CommunitySafetyHub.Cases.HubCase>()
                .SingleAsync(one => one.Reference == PaperWeek.Reference);
            db.Add(
                new Moothall.Features.CommunitySafetyHub.Cases.CaseExclusion
                {
                    CaseId = open.Id,
                    UserId = People.SecondCoordinator.Id,
                    Why = "Neighbour",
                }
            );
        });
        page = await sunil.GetAsync($"{Housing}/Paper?kind=Actions");
        Assert.DoesNotContain("Windowmark", page.Text, StringComparison.Ordinal);
        var names = await sunil.GetAsync($"{Housing}/Paper?kind=Research");
        Assert.DoesNotContain("Kieran", names.Text, StringComparison.Ordinal);
        using var response = await sunil.SendAsync(
            new(HttpMethod.Get, $"{Housing}/Word?kind=Research")
        );
        Assert.Equal("papers.docx", response.Content.Headers.ContentDisposition!.FileName);
    }

    [Theory, BothDatabases]
    [Rule("S1-5.5")]
    public async Task Answers_are_taken_down_one_line_an_action_all_or_none(Database database)
    {
        await using var moot = await PaperWeek.StartAsync(database);
        var actions = await moot.WithAsync(db =>
            db.Set<HubAction>()
                .Where(one => one.OwnerMembershipId == World.HousingMember)
                .OrderBy(one => one.Text)
                .ToListAsync()
        );
        var (window, call) = (actions[0].Id, actions[1].Id);
        using var carys = await moot.AsAsync(People.Coordinator);
        var page = await carys.GetAsync(Housing);
        (string, string?)[] lines =
        [
            ($"Answer[{window}]", "Done"),
            ($"Line[{window}]", "Boarded"),
            ($"Answer[{call}]", "InProgress"),
        ];
        var posing = await carys.PostAsync(page, "handler=Answer", null, lines);
        Assert.Equal(["Say who at Testbourne Council - Housing Options told you."], posing.Errors);
        (string, string?)[] received =
        [
            ("Received.From", "Hannah Wright"),
            ("Received.By", "Paper"),
        ];
        var half = await carys.PostAsync(page, "handler=Answer", null, [.. lines, .. received]);
        Assert.Equal(["Say what was done."], half.Errors);
        // Nothing of it stands there as if it were recorded.
        Assert.Equal(3, half.Words.Split("No update yet.").Length - 1);
        Assert.Empty(await moot.WithAsync(db => db.Set<ActionUpdate>().ToListAsync()));
        var done = await carys.PostAsync(
            page,
            "handler=Answer",
            null,
            [.. lines, .. received, ($"Line[{call}]", "Rang twice")]
        );
        Assert.Empty(done.Errors);
        Assert.Contains("2 answers", done.Words, StringComparison.Ordinal);
        Assert.Contains("3 open actions, 2 answered", done.Words, StringComparison.Ordinal);
        var updates = await moot.WithAsync(db => db.Set<ActionUpdate>().ToListAsync());
        Assert.All(
            updates,
            update =>
                Assert.Equal(
                    ("Carys Bevan", "Hannah Wright", (ReceivedBy?)ReceivedBy.Paper),
                    (update.ByName, update.Received.From, update.Received.By)
                )
        );
        // Someone who may not see the third action records nothing on it.
        using var sunil = await moot.AsAsync(People.SecondCoordinator);
        var other = await sunil.GetAsync(Housing);
        Assert.DoesNotContain("Secretmark", other.Text, StringComparison.Ordinal);
        var forged = await sunil.PostAsync(
            other,
            "handler=Answer",
            null,
            [.. received, ($"Answer[{actions[2].Id}]", "NoChange")]
        );
        Assert.Equal(["Choose an answer for at least one action"], forged.Errors);
    }

    [Theory, BothDatabases]
    public async Task A_member_that_can_sign_in_gets_sheets_when_that_is_decided_or_asked_for(
        Database database
    )
    {
        await using var moot = await PaperWeek.StartAsync(database);
        await moot.WithAsync(async db =>
        {
            var action = await db.Set<HubAction>()
                .SingleAsync(one => one.OwnerMembershipId == World.CharityMember);
            (action.OwnerMembershipId, action.OwnerName) = (World.PoliceMember, "Testshire Police");
        });
        var police = $"/AgencySheets/{World.PoliceMember}";
        using var carys = await moot.AsAsync(People.Coordinator);
        var page = await carys.GetAsync(police);
        var reasonless = await carys.PostAsync(page, "handler=Decide");
        Assert.Equal(["Say why it does not sign in"], reasonless.Errors);
        var decided = await carys.PostAsync(
            page,
            "handler=Decide",
            null,
            ("Decision.Because", "The force allows no outside system")
        );
        Assert.Contains(
            "The force allows no outside system (Carys Bevan, 23 November 2026)",
            decided.Words,
            StringComparison.Ordinal
        );
        // A locked file is the weaker route, so who has a working account and no secure address is told to read here (C1).
        var sent = await carys.PostAsync(decided, "Send its sheets");
        Assert.Contains("on their way", sent.Words, StringComparison.Ordinal);
        var copies = (await PaperWeek.CopiesAsync(moot)).Where(one =>
            one.UserId == People.Police.Id
        );
        Assert.All(copies, copy => Assert.Equal(CopyStatus.ToRead, copy.Status));
        var notice = await moot.WithAsync(db =>
            db.Set<Notice>().Where(one => one.To == People.Police.Email).ToListAsync()
        );
        Assert.Contains(notice, one => one.Text.Contains("/Actions", StringComparison.Ordinal));
        await carys.PostAsync(await carys.GetAsync(police), "handler=End");
        var standing = await moot.WithAsync(db => db.Set<OnPaper>().SingleAsync());
        Assert.NotNull(standing.EndedAt);
    }
}
