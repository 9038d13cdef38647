using Microsoft.Playwright;
using Moothall.Platform.Documents;

namespace Moothall.BrowserTests;

/// <summary>A plan's way from a Word document to a page that everybody reads, and on to what scrutiny is told.</summary>
public sealed class PlanJourneyTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Coordinator = "Helen Marlowe";
    private const string Manager = "Marcus Oyelaran";
    private const string Councillor = "Councillor Sheila Drummond";
    private const string Title = "Aldermere Winter Plan 2026-29";
    private const string Action = "Light the footbridge at the mill";
    private const string Update = "The lamps are up and were tested";

    // A Wednesday morning in winter, when London keeps UTC.
    private static readonly DateTime Morning = new(2026, 11, 25, 10, 0, 0, DateTimeKind.Utc);

    private Journey journey = null!;

    [Fact]
    public async Task A_plan_goes_from_a_word_document_to_a_public_page_and_a_report()
    {
        await using var moot = HostedMoot.Start(Morning);
        journey = new(chromium, moot, "plan");
        await journey.WalkAsync(async () =>
        {
            var helen = await journey.SignInAsync(Coordinator);
            await BringInAsync(helen);
            await ReportAsync(helen);
            await PrepareAsync(helen);
            var address = await PublishAsync();
            await ReadAsync(moot, address);
            await TellScrutinyAsync(helen);
        });
    }

    private static async Task BringInAsync(JourneyPerson helen)
    {
        await helen.FollowAsync("Plan", "Bring in a plan");
        await helen.ExamineAsync("bring-in");
        await helen.AttachAsync("Document", "Winter plan.docx", Document());
        await helen.PressAsync("Continue", "What the plan will be");
        await helen.SeesAsync(Action);
        await helen.ExamineAsync("looked-at");
        await helen.PressAsync("Keep these answers", "Make this the plan");
        await helen.PressAsync("Make this the plan", "In preparation");
        await helen.ExamineAsync("the-plan");
        await helen.FollowAsync("Change title, period or status");
        await helen.ChooseAsync("Status", "In force");
        await helen.PressAsync("Save", "The plan is saved.");
    }

    private static async Task ReportAsync(JourneyPerson helen)
    {
        await helen.FollowAsync("Progress", "Report for them");
        await helen.ChooseAsync("How does it stand?", "On track");
        await helen.TypeAsync("What was done, and what comes next", Update);
        await helen.ExamineAsync("give-progress");
        await helen.PressAsync("Save", "is saved");
    }

    private static async Task PrepareAsync(JourneyPerson helen)
    {
        await helen.FollowAsync("Plan", Title, "Publish");
        await helen.ExamineAsync("publish");
        await helen.PressAsync("Prepare the plan", "You prepared it.");
        await helen.ExamineAsync("prepared");
        await helen.IsNotOfferedAsync("Publish for everybody");
    }

    private async Task<string> PublishAsync()
    {
        var marcus = await journey.SignInAsync(Manager);
        await marcus.FollowAsync("Look at", Title);
        await marcus.SeesAsync(Action);
        await marcus.ExamineAsync("second-person");
        await marcus.PressAsync("Publish for everybody", "Everybody can read it.");
        await marcus.FollowAsync(Title, "See it as visitors do");
        return marcus.Here;
    }

    private async Task ReadAsync(HostedMoot moot, string address)
    {
        var page = await chromium.PageAsync(moot.Address, Chromium.Narrow);
        await page.GotoAsync("/Public");
        var visitor = new JourneyPerson("A visitor", page, journey);
        await visitor.ExamineAsync("public");
        await visitor.FollowAsync(Title);
        Assert.Equal(address, visitor.Here);
        await visitor.SeesAsync(Action);
        await visitor.ExamineAsync("public-plan");

        // What owners write of an action stays inside.
        await visitor.HasNothingOfAsync(Update);
        var file = await page.RunAndWaitForDownloadAsync(() =>
            page.GetByRole(AriaRole.Link, new() { Name = "This page as a Word file" }).ClickAsync()
        );
        Assert.Equal($"{Title}.docx", file.SuggestedFilename);
        await page.Context.CloseAsync();
    }

    private async Task TellScrutinyAsync(JourneyPerson helen)
    {
        await helen.FollowAsync("Plan", "Reports", "Begin a report", "Update for scrutiny");
        await helen.ChooseAsync("Plan that it reports on", Title);
        await helen.ExamineAsync("begin-report");
        await helen.PressAsync("Begin", "The report is begun.");
        await helen.SeesAsync(Update);
        await helen.ExamineAsync("report-draft");
        await helen.FollowAsync("Look at it and issue it");
        await helen.TypeAsync(
            "Why it is not presented together",
            "The committee asked the council alone this time."
        );
        await helen.ExamineAsync("report-issue");
        await helen.PressAsync("Issue it", "The report is issued.");
        var sheila = await journey.SignInAsync(Councillor, Chromium.Narrow);
        await sheila.Page.GotoAsync(helen.Here);
        await sheila.SeesAsync(Update);
        await sheila.ExamineAsync("report-read");
    }

    private static byte[] Document() =>
        WordWriter.ToBytes(
            new()
            {
                Title = Title,
                Blocks =
                [
                    new PaperHeading(1, "Our priorities"),
                    new PaperBullets(["Anti-Social Behaviour (ASB)", "Fraud (FR)"]),
                    new PaperTable(
                        "",
                        ["Action", "Responsible agency", "Priorities met", "Target date"],
                        [
                            [
                                Action,
                                "Aldermere District Council",
                                "Anti-Social Behaviour (ASB)",
                                "March 2027",
                            ],
                            [
                                "Call on people who were tricked at the door",
                                "Wendleshire Police",
                                "Fraud (FR)",
                                "Ongoing",
                            ],
                        ]
                    ),
                ],
            }
        );
}
