using Microsoft.Playwright;
using static Moothall.Tests.Platform.Documents.Tables.TableFiles;

namespace Moothall.BrowserTests;

/// <summary>A hub moves in with the workbook it kept its cases and actions in, and with past minutes from Word.</summary>
public sealed class MovingInJourneyTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Coordinator = "Tariq Anwar";
    private const string Member = "Sergeant Amy Thackeray";
    private const string FirstCase = "CSH/24/017";
    private const string Damage = "Repeated damage to a front door";
    private const string SecondCase = "CSH/25/009";
    private const string Action = "Offer a door camera";
    private const string MinutedAction = "Walk round the estate with the warden";
    private const string Minuted = "The warden reported two quiet weeks.";
    private const string Police = "Wendleshire Police";
    private const string Housing = "Aldermere District Council – Housing Options";

    // A Tuesday afternoon in winter, when London keeps UTC.
    private static readonly DateTime Afternoon = new(2026, 11, 24, 14, 0, 0, DateTimeKind.Utc);

    private Journey journey = null!;

    [Fact]
    public async Task A_hub_moves_in_with_a_workbook_and_past_minutes()
    {
        await using var moot = HostedMoot.Start(Afternoon);
        journey = new(chromium, moot, "moving-in");
        await journey.WalkAsync(async () =>
        {
            var tariq = await journey.SignInAsync(Coordinator);
            await BringCasesAsync(tariq);
            await BringActionsAsync(tariq);
            await BringMinutesAsync(tariq);
        });
    }

    private static async Task BringCasesAsync(JourneyPerson tariq)
    {
        await tariq.FollowAsync("Cases", "Bring in open cases from a list");
        await tariq.ExamineAsync("bring-in");
        await UploadAsync(tariq, "tracker.xlsx", Workbook());
        // What was recognised is shown, and what is doubtful is asked.
        await Assertions.Expect(tariq.Row("Ref No.")).ToContainTextAsync("Old reference");
        await Assertions.Expect(tariq.Row("Shoe size")).ToContainTextAsync("Not read");
        await tariq.ExamineAsync("cases-recognised");
        await tariq.ChooseAsync("Which member is “Housing”?", Housing);
        await ShowAsync(tariq);
        await tariq.SeesAsync("Nothing is written yet.");
        await tariq.SeesAsync("2 will be brought in, 1 will not.");
        await tariq.SeesAsync("31/02/1985");
        await tariq.ExamineAsync("cases-previewed");
        await MendAsync(tariq, "“31/02/1985”");
        var preview = tariq.Here;
        await tariq.FollowAsync("Cases");
        await tariq.SeesNotAsync(Damage);

        await tariq.Page.GotoAsync(preview);
        await tariq.PressAsync("Bring it in", "2 of 3 rows were written, 1 refused.");
        await tariq.ExamineAsync("cases-brought-in");
        await TakeBackAsync(tariq, "The list is taken back.");
        await tariq.FollowAsync("Cases");
        await tariq.SeesNotAsync(Damage);

        // The right one, after all: the answers are asked again, the file is known.
        await tariq.FollowAsync("Bring in open cases from a list");
        await Assertions.Expect(tariq.Row("tracker.xlsx")).ToContainTextAsync("Taken back");
        await UploadAsync(tariq, "tracker.xlsx", Workbook());
        await tariq.ChooseAsync("Which member is “Housing”?", Housing);
        await ShowAsync(tariq);
        await tariq.PressAsync("Bring it in", "2 of 3 rows were written, 1 refused.");
        await tariq.FollowAsync("See the cases");
        await tariq.ExamineAsync("cases-in-the-list");
        await tariq.FollowAsync(Damage);
        await tariq.SeesAsync($"Called {FirstCase} before");
        await tariq.SeesAsync("Jane Example");
        await tariq.ExamineAsync("case-brought-in");
    }

    private static async Task BringActionsAsync(JourneyPerson tariq)
    {
        await tariq.FollowAsync("Actions", "Bring in actions from a list");
        await UploadAsync(tariq, "tracker.xlsx", Workbook());
        await tariq.ChooseAsync("Which member is “Skool Nursing”?", "Leave the rows out");
        await ShowAsync(tariq);
        await tariq.SeesAsync("There is no day “31/11/2026”");
        await tariq.ExamineAsync("actions-previewed");
        await tariq.PressAsync("Bring it in", "1 of 2 rows was written, 1 refused.");
        await tariq.FollowAsync("See the actions");
        await tariq.ChooseAsync("Owner", Police);
        await tariq.PressAsync("Show", Action);
        await tariq.FollowAsync(Action);
        await Assertions
            .Expect(tariq.Page.GetByRole(AriaRole.Definition).First)
            .ToContainTextAsync(Police);
        await tariq.SeesAsync("Tuesday 8 December 2026");
        await tariq.SeesAsync("before the hub moved in, Tuesday 10 November 2026");
        await tariq.ExamineAsync("action-brought-in");
        await tariq.FollowAsync("Cases", Damage);
        await tariq.SeesAsync(Action);

        // The cases are worked with now, so their list is not taken back any more.
        await tariq.FollowAsync("Cases", "Bring in open cases from a list");
        await tariq
            .Page.GetByRole(AriaRole.Row)
            .Filter(new() { HasText = "Open cases" })
            .Filter(new() { HasText = "In use" })
            .GetByRole(AriaRole.Link)
            .ClickAsync();
        await tariq.SeesAsync("Take it back");
        await TakeBackAsync(tariq, "Somebody has worked on what was brought in since");
        await tariq.FollowAsync("Cases");
        await tariq.SeesAsync(Damage);
    }

    private async Task BringMinutesAsync(JourneyPerson tariq)
    {
        await tariq.FollowAsync(
            "Minutes",
            "Minutes from before the hub moved in",
            "Bring in past minutes"
        );
        var day = tariq.Page.GetByRole(AriaRole.Group, new() { Name = "Day of the meeting" });
        await day.GetByLabel("Day").FillAsync("6");
        await day.GetByLabel("Month").FillAsync("10");
        await day.GetByLabel("Year").FillAsync("2026");
        await UploadAsync(tariq, "Minutes 6 October.docx", Minutes());
        await tariq.ChooseAsync("Which member is “Housing”?", Housing);
        await tariq.ChooseAsync(
            "Some actions name no case. Every member of the hub sees an action without a case, and its words may name people. What should be done with them?",
            "Bring them in without a case. Every member of the hub can see them"
        );
        await tariq.ExamineAsync("minutes-recognised");
        await ShowAsync(tariq);
        await tariq.SeesAsync("1 paper of minutes");
        await Assertions.Expect(tariq.Row(MinutedAction)).ToContainTextAsync(Housing);
        await tariq.ExamineAsync("minutes-previewed");
        await tariq.PressAsync("Bring it in", "1 of 1 row was written, 0 refused.");
        await tariq.ExamineAsync("minutes-brought-in");
        await tariq.FollowAsync("See the past minutes", "Tuesday 6 October 2026");
        await tariq.SeesAsync("Brought in, not signed here");
        await tariq.SeesAsync(Minuted);
        await tariq.ExamineAsync("past-minutes");

        // Nobody can tell which part of an old paper is for whom, so members read none of it; the action is theirs.
        var amy = await journey.SignInAsync(Member);
        await amy.IsRefusedAtAsync(tariq.Here, Minuted);
        await amy.FollowAsync("Actions");
        await amy.ChooseAsync("Owner", Housing);
        await amy.PressAsync("Show", MinutedAction);
    }

    private static async Task TakeBackAsync(JourneyPerson tariq, string answer)
    {
        await tariq.TypeAsync("Why is it taken back?", "The workbook of last year");
        await tariq.PressAsync("Take the whole list back", answer);
    }

    private static async Task UploadAsync(JourneyPerson tariq, string name, byte[] file)
    {
        await tariq.AttachAsync("File", name, file);
        await tariq.PressAsync("Continue", "What was recognised");
    }

    private static Task ShowAsync(JourneyPerson tariq) =>
        tariq.PressAsync("Show what will be written", "What will be written");

    private static async Task MendAsync(JourneyPerson tariq, string fault)
    {
        var file = await tariq.Page.RunAndWaitForDownloadAsync(() =>
            tariq
                .Page.GetByRole(AriaRole.Link, new() { Name = "Take these rows away to mend them" })
                .ClickAsync()
        );
        var rows = await File.ReadAllTextAsync(
            await file.PathAsync(),
            TestContext.Current.CancellationToken
        );
        Assert.Contains(fault, rows, StringComparison.Ordinal);
    }

    /// <summary>The hub's workbook: a title above the headings, a row that no calendar knows, a total; a second sheet of actions.</summary>
    private static byte[] Workbook() =>
        Xlsx(
            new Sheet(
                "Open cases",
                [
                    ["ALDERMERE HUB – CASE TRACKER"],
                    [],
                    [
                        "Ref No.",
                        "Surname",
                        "Forename(s)",
                        "D.O.B",
                        "Involvement",
                        "Address",
                        "Issue",
                        "Category",
                        "Date opened",
                        "Status",
                        "Referred by",
                        "Shoe size",
                    ],
                    [
                        FirstCase,
                        "EXAMPLE",
                        "Jane",
                        new DateOnly(1990, 5, 14),
                        "Victim",
                        "1 Nowhere Street",
                        Damage,
                        "ASB",
                        new DateOnly(2026, 3, 3),
                        "Open",
                        Police,
                        6,
                    ],
                    [
                        "CSH/25/004",
                        "SAMPLE",
                        "John",
                        "31/02/1985",
                        "Perp",
                        null,
                        "Shouting at night",
                        "ASB",
                        "12.10.25",
                        "Live",
                        Police,
                        null,
                    ],
                    [
                        SecondCase,
                        "PATTERN",
                        "Lee",
                        null,
                        "Subject",
                        null,
                        "Small fires in the park",
                        "Arson",
                        "12/10/2026",
                        "Monitoring",
                        "Housing",
                        null,
                    ],
                    ["Total", null, null, null, null, null, null, null, 3],
                ]
            ),
            new Sheet(
                "Action log",
                [
                    ["Case ref", "Action required", "Action owner", "Target date", "Date set"],
                    [
                        FirstCase,
                        Action,
                        Police,
                        new DateOnly(2026, 12, 8),
                        new DateOnly(2026, 11, 10),
                    ],
                    [FirstCase, "Ring the school", "Skool Nursing", "31/11/2026", ""],
                ]
            )
        );

    /// <summary>Minutes as Word keeps them, with the usual table of actions.</summary>
    private static byte[] Minutes() =>
        Docx(
            Paragraph("Community Safety Hub, minutes of Tuesday 6 October 2026")
                + Paragraph(Minuted)
                + Table(
                    ["No", "Action", "Who", "By when", "Update"],
                    ["1", MinutedAction, "Housing", "1st December 2026", ""]
                )
        );
}
