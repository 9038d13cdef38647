using System.Net;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Partnership.Bodies;
using Moothall.Features.Partnership.Bodies.BodyActions;
using Moothall.Features.Partnership.Bodies.BodyMembers;
using Moothall.Features.Partnership.Bodies.BodyTerms;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.Partnership.Bodies;

/// <summary>The work of a board: terms, members, meetings, actions and documents.</summary>
public sealed class BodyWorkPagesTests
{
    internal static readonly Guid Board = new("00000000-0000-7000-8000-000000000801");

    [Theory, BothDatabases, Rule("C10"), Rule("S1-A2"), Rule("S1-A4")]
    public async Task Terms_are_drafted_adopted_and_then_stay(Database database)
    {
        await using var moot = await StartAsync(database);
        using var petra = await moot.AsAsync(People.Police);
        foreach (var part in new[] { "Draft", "Member", "Meeting", "Action", "Document" })
        {
            Assert.Equal(
                HttpStatusCode.Forbidden,
                (await petra.GetAsync($"/Bodies/{Board}/{part}")).Status
            );
        }

        using var carys = await moot.AsAsync(People.Coordinator);
        var form = await carys.GetAsync($"/Bodies/{Board}/Draft");
        Assert.Equal(
            ["Type the terms or choose a document."],
            (await carys.PostAsync(form, fields: [("Text", "")])).Errors
        );
        var first = await carys.PostAsync(form, fields: [("Text", "We meet.\nWe decide.")]);
        Assert.Equal(HttpStatusCode.NotFound, (await petra.GetAsync(first.Path)).Status);
        Assert.Contains(
            "Being updated",
            (await petra.GetAsync($"/Bodies/{Board}")).Words,
            StringComparison.Ordinal
        );

        var adopt = await carys.GetAsync($"{first.Path}/Adopt");
        Assert.Equal(
            ["The day of adoption is not after today."],
            (await carys.PostAsync(adopt, fields: [("Input.On.Year", "2030")])).Errors
        );
        await carys.PostAsync(adopt);
        var read = await petra.GetAsync(first.Path);
        Assert.Contains("We decide.", read.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await carys.GetAsync($"{first.Path}/Adopt")).Status);

        var next = await carys.GetAsync($"/Bodies/{Board}/Draft");
        var second = await carys.PostAsync(next, fields: [("Text", "We meet.\nWe vote.")]);
        Assert.Contains("Added: We vote.", second.Words, StringComparison.Ordinal);
        Assert.Contains("Removed: We decide.", second.Words, StringComparison.Ordinal);
        await carys.PostAsync(await carys.GetAsync($"{second.Path}/Adopt"));
        var all = await moot.WithAsync(db =>
            db.Set<TermsVersion>()
                .OrderBy(one => one.Number)
                .Select(one => one.Status)
                .ToListAsync()
        );
        Assert.Equal([TermsStatus.Replaced, TermsStatus.InForce], all);
    }

    [Theory, BothDatabases, Rule("C10")]
    public async Task The_board_notes_decisions_until_its_record_is_agreed(Database database)
    {
        await using var moot = await StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        var meeting = await carys.PostAsync(
            await carys.GetAsync($"/Bodies/{Board}/Meeting"),
            fields:
            [
                ("Details.Date.Day", "2"),
                ("Details.Date.Month", "11"),
                ("Details.Date.Year", "2026"),
                ("Details.Place", "Town hall"),
            ]
        );
        Assert.Contains("Monday 2 November 2026", meeting.Words, StringComparison.Ordinal);
        var item = await carys.GetAsync($"{meeting.Path}/Item");
        Assert.Equal(["Enter the title"], (await carys.PostAsync(item)).Errors);
        await carys.PostAsync(
            item,
            fields:
            [
                ("Input.Title", "The plan"),
                ("Input.Minutes", "20"),
                ("Input.IsPublic", "true"),
            ]
        );
        // Somebody else changed the meeting meanwhile.
        var late = await carys.PostAsync(item, fields: [("Input.Title", "Lost")]);
        Assert.DoesNotContain("The agenda is saved", late.Words, StringComparison.Ordinal);
        await carys.PostAsync(
            await carys.GetAsync($"{meeting.Path}/Attendance"),
            fields: [("Input.Name", "Petra Novak"), ("Input.Presence", "Apologies")]
        );
        var decided = await carys.PostAsync(
            await carys.GetAsync($"{meeting.Path}/Decision"),
            fields: [("Input.Text", "The plan is agreed"), ("Input.AgreedBy", "all present")]
        );
        foreach (
            var words in new[]
            {
                "1. The plan, 20 minutes, public",
                "Petra Novak: apologies",
                "1. The plan is agreed",
                "Agreed by all present",
            }
        )
        {
            Assert.Contains(words, decided.Words, StringComparison.Ordinal);
        }

        var agree = await carys.GetAsync($"{meeting.Path}/Agree");
        (string, string?)[] tooEarly = [("On.Day", "2"), ("On.Month", "11"), ("On.Year", "2026")];
        Assert.Single((await carys.PostAsync(agree, fields: tooEarly)).Errors);
        tooEarly[0] = ("On.Day", "9");
        var agreed = await carys.PostAsync(agree, fields: tooEarly);
        Assert.Contains("Record agreed on 9 November 2026", agreed.Words, StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await carys.GetAsync($"{meeting.Path}/Decision")).Status
        );
        // The hub's meetings are not these.
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await carys.GetAsync($"/Bodies/{World.Hub}/Meeting")).Status
        );
    }

    [Theory, BothDatabases]
    public async Task The_owner_reports_on_an_action_and_nobody_elses_agency(Database database)
    {
        await using var moot = await StartAsync(database);
        var action = new BodyAction
        {
            BodyId = Board,
            Number = 1,
            OwnerId = World.Police,
            Details = new() { Text = "Write the protocol", Due = new(2026, 11, 1) },
        };
        await moot.AddAsync(action);
        using var zainab = await moot.AsAsync(People.Charity);
        var path = $"/Bodies/Actions/{action.Id}";
        var other = await zainab.GetAsync(path);
        Assert.Contains("Overdue", other.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Add news", other.Words, StringComparison.Ordinal);
        using var petra = await moot.AsAsync(People.Police);
        var form = await petra.GetAsync(path);
        Assert.Equal(
            ["Enter what happened, or why it is given up"],
            (await petra.PostAsync(form, "News", fields: [("Input.Status", "GivenUp")])).Errors
        );
        var done = await petra.PostAsync(
            form,
            "News",
            fields: [("Input.Text", "Written"), ("Input.Status", "Done")]
        );
        Assert.Contains("Written Done, Petra Novak", done.Words, StringComparison.Ordinal);
        var late = await petra.PostAsync(
            form,
            "News",
            fields: [("Input.Text", "Late"), ("Input.Status", "Open")]
        );
        Assert.DoesNotContain("The news is saved", late.Words, StringComparison.Ordinal);
    }

    [Theory, BothDatabases, Rule("S1-A5")]
    public async Task A_document_is_for_its_audience(Database database)
    {
        await using var moot = await StartAsync(database);
        await moot.AddAsync(
            new BodyMember
            {
                BodyId = Board,
                UserId = People.Police.Id,
                PersonName = People.Police.Name,
                OrganisationId = World.Police,
                Role = BodyRole.Chair,
                From = new(2026, 1, 1),
            }
        );
        using var carys = await moot.AsAsync(People.Coordinator);
        var form = await carys.GetAsync($"/Bodies/{Board}/Document");
        var none = await carys.UploadAsync(
            form,
            "Save",
            "Upload",
            null,
            [],
            ("Details.Title", "Risk note"),
            ("Details.Audience", "Members")
        );
        Assert.Equal(["Choose a file"], none.Errors);
        Assert.Contains("Risk note", none.Text, StringComparison.Ordinal);
        var kept = await carys.UploadAsync(
            form,
            "Save",
            "Upload",
            "risk.txt",
            "Inside"u8.ToArray(),
            ("Details.Title", "Risk note"),
            ("Details.Audience", "Members")
        );
        var file = $"{kept.Path}?handler=File&number=1";
        using var petra = await moot.AsAsync(People.Police);
        Assert.Equal("Inside", (await petra.GetAsync(file)).Text);
        foreach (var outsider in new[] { People.PoliceDeputy, People.Charity })
        {
            using var browser = await moot.AsAsync(outsider);
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(kept.Path)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(file)).Status);
            Assert.DoesNotContain(
                "Risk note",
                (await browser.GetAsync($"/Bodies/{Board}")).Text,
                StringComparison.Ordinal
            );
        }

        var change = await carys.GetAsync($"{kept.Path}/Edit");
        await carys.PostAsync(change, fields: [("Details.Audience", "Partners")]);
        using var zainab = await moot.AsAsync(People.Charity);
        Assert.Equal("Inside", (await zainab.GetAsync(file)).Text);
    }

    [Theory, BothDatabases]
    public async Task A_board_with_too_few_persons_says_so_and_members_end_with_their_history(
        Database database
    )
    {
        await using var moot = await StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        Assert.Contains(
            "None is named here.",
            (await carys.GetAsync($"/Bodies/{Board}")).Words,
            StringComparison.Ordinal
        );
        var form = await carys.GetAsync($"/Bodies/{Board}/Member");
        Assert.Contains(
            "Choose an organisation or name a person.",
            (await carys.PostAsync(form, fields: [("Input.Role", "Chair")])).Errors
        );
        await carys.PostAsync(
            form,
            fields: [("Input.PersonName", "Nia Pell"), ("Input.Role", "Chair")]
        );
        var id = await moot.WithAsync(db =>
            db.Set<BodyMember>().Select(one => one.Id).SingleAsync()
        );
        var ended = await carys.PostAsync(
            await carys.GetAsync($"/Bodies/Members/{id}/End"),
            fields: [("Until.Year", "2020")]
        );
        Assert.Single(ended.Errors);
    }

    internal static async Task<Moot> StartAsync(Database database)
    {
        var moot = await Moot.StartAsync(database);
        await moot.AddAsync(
            new GovernanceBody
            {
                Id = Board,
                Name = "Testbourne Strategic Board",
                Type = BodyType.StrategicBoard,
            }
        );
        return moot;
    }
}
