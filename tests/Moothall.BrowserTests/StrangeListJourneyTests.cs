using Microsoft.Playwright;
using static Moothall.Tests.Platform.Documents.Tables.TableFiles;

namespace Moothall.BrowserTests;

/// <summary>A list kept in a hub's own words comes in: its columns are said, its doubts answered, what must not be disclosed is kept; and the people of a members' list are let in.</summary>
public sealed class StrangeListJourneyTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Coordinator = "Tariq Anwar";
    private const string Administrator = "Lorna Whitby";
    private const string Secret = "14 Hidden Lane";

    // A Tuesday afternoon in winter, when London keeps UTC.
    private static readonly DateTime Afternoon = new(2026, 11, 24, 14, 0, 0, DateTimeKind.Utc);

    private Journey journey = null!;

    [Fact]
    public async Task A_list_in_a_hubs_own_words_and_the_people_of_its_members_come_in()
    {
        await using var moot = HostedMoot.Start(Afternoon);
        journey = new(chromium, moot, "strange-list");
        await journey.WalkAsync(async () =>
        {
            var tariq = await journey.SignInAsync(Coordinator);
            await BringCasesAsync(tariq);
            await BringMembersAsync(tariq);
            await InviteAsync(await journey.SignInAsync(Administrator));
        });
    }

    private static async Task BringCasesAsync(JourneyPerson tariq)
    {
        await tariq.FollowAsync("Cases", "Bring in open cases from a list");
        await tariq.AttachAsync(
            "File",
            "list.csv",
            Bytes(
                "Our code,Them,Where they stay,What goes on,Kind,Since\n"
                    + $"A/1,Ann & Bob Example,\"{Secret}, do not disclose\",Stones thrown at the windows. Twice.,ASB,14 Oct\n"
                    + "A/2,Jo Sample,3 Open Road,Bins set alight,Arson,w/c 21st Sept 26\n"
            )
        );
        await tariq.PressAsync("Continue", "No list of open cases was found");
        await ExamineAsync(tariq, "no-heading-known");
        foreach (
            var (column, meaning) in new[]
            {
                ("Our code", "Old reference"),
                ("Them", "Name"),
                ("Where they stay", "Address"),
                ("What goes on", "What is known"),
                ("Kind", "Topic"),
                ("Since", "Date opened"),
            }
        )
        {
            await tariq.ChooseAsync($"{column}: this column is", meaning);
        }

        await tariq.PressAsync("Read the list with these columns", "It raises questions");
        await tariq.SeesAsync("Which day is “14 Oct” under “Since”?");
        await ExamineAsync(tariq, "questions");
        await tariq.ChooseAsync(
            "The list gives some cases no title. What should stand for it? Titles stand on agendas, so the first words must name nobody, of this case or of another.",
            "The first words of what is known, as “Stones thrown at the windows”"
        );
        await tariq.PressAsync("Show what will be written", "What will be written");
        await tariq.SeesAsync("the address will be kept for you alone");
        await tariq.SeesAsync("Opened: 21 September 2026");
        await ExamineAsync(tariq, "previewed");
        await tariq.PressAsync("Bring it in", "2 of 2 rows were written, 0 refused.");
        await tariq.FollowAsync("See the cases", "Stones thrown at the windows");
        await tariq.SeesAsync("Bob Example");
        await tariq.HasNothingOfAsync(Secret);
        await ExamineAsync(tariq, "case");
    }

    private static async Task BringMembersAsync(JourneyPerson tariq)
    {
        await tariq.Page.GotoAsync("/BringIn?Kind=Members");
        await tariq.AttachAsync(
            "File",
            "members.csv",
            Bytes(
                "Agency,Name,Job title,Email,Mobile,Deputy\n"
                    + "Riverside Refuge Project,Cllr Mary Invented,Manager,mary@riverside.example,07700 900001,Lee Standin\n"
                    + "Riverside Refuge Project,Kim Made-Up,Worker,kim@riverside.example,,Yes\n"
            )
        );
        await tariq.PressAsync("Continue", "What was recognised");
        await tariq.PressAsync("Show what will be written", "What will be written");
        await tariq.SeesAsync("2 people for an administrator to invite");
        await tariq.SeesAsync("Lee Standin has no e-mail address of their own");
        await ExamineAsync(tariq, "members-previewed");
        await tariq.PressAsync("Bring it in", "2 of the people are not invited yet.");
        await ExamineAsync(tariq, "members-brought-in");
    }

    private static async Task InviteAsync(JourneyPerson lorna)
    {
        await lorna.FollowAsync("People");
        await Assertions.Expect(lorna.Row("Mary Invented")).ToContainTextAsync("Not invited");
        await ExamineAsync(lorna, "people");
        await lorna.FollowAsync("Invite them together");
        await ExamineAsync(lorna, "to-invite");
        await lorna.PressAsync("Make the invitations", "Hand over the links");
        await ExamineAsync(lorna, "links");
        await lorna.FollowAsync("Back to people");
        await Assertions.Expect(lorna.Row("Mary Invented")).ToContainTextAsync("Invited");
        await lorna.SeesNotAsync("Invite them together");
    }

    /// <summary>The page as a desk and as a telephone show it.</summary>
    private static async Task ExamineAsync(JourneyPerson person, string step)
    {
        await person.ExamineAsync(step);
        await person.Page.SetViewportSizeAsync(390, 844);
        await person.ExamineAsync($"{step}-telephone");
        await person.Page.SetViewportSizeAsync(1366, 768);
    }
}
