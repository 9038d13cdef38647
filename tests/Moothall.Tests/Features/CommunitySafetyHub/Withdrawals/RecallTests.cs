using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Moothall.Features.CommunitySafetyHub.PaperCopies;
using Moothall.Features.CommunitySafetyHub.Withdrawals;
using Moothall.Platform.Email;
using Moothall.Tests.Features.CommunitySafetyHub.Circulation;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.Withdrawals;

/// <summary>What someone withdrawn holds on paper and in files is listed and ticked when it is back or destroyed.</summary>
public sealed class RecallTests
{
    [Theory, BothDatabases]
    [Rule("S1-7.1c"), Rule("S1-7.2c")]
    public async Task Paper_and_files_are_listed_and_ticked(Database database)
    {
        await using var moot = await HeldMeeting.StartAsync(database);
        await HeldMeeting.CirculateAsync(moot);
        using var petra = await moot.AsAsync(People.Police);
        using var word = await petra.SendAsync(
            new(HttpMethod.Get, $"/Minutes/{World.NextMeeting}/Word")
        );
        Assert.Equal(HttpStatusCode.OK, word.StatusCode);
        await moot.AddAsync(Copy(1, "Petra Novak"), Copy(2, "Wren without account"));
        using var carys = await moot.AsAsync(People.Coordinator);
        var page = await WithdrawAsync(carys, World.PoliceMember);
        var lines = LinesOf(page);
        Assert.Equal(
            [
                "Minutes of Tuesday 24 November 2026, file taken from here|Petra Novak|Still out",
                "Paper copy 1 of the hub of Tuesday 24 November 2026: agenda|Petra Novak|Still out",
                "Paper copy 2 of the hub of Tuesday 24 November 2026: agenda|Wren without account|Still out",
            ],
            lines.Order()
        );
        Assert.Contains(
            "3 things to call back from Testshire Police",
            (await carys.GetAsync("/")).Words,
            StringComparison.Ordinal
        );
        Assert.Equal(HttpStatusCode.Forbidden, (await petra.GetAsync(page.Path)).Status);

        var none = await carys.PostAsync(page, "handler=Tick", null, ("Input.Outcome", "CameBack"));
        Assert.Equal(["Choose at least one thing of the list."], none.Errors);
        var paper = await moot.WithAsync(db =>
            db.Set<PaperCopy>().AsNoTracking().SingleAsync(copy => copy.Number == 1)
        );
        page = await carys.PostAsync(
            page,
            "handler=Tick",
            null,
            ("Subjects", paper.Id.ToString()),
            ("Input.Outcome", "CameBack")
        );
        Assert.Contains(
            "Paper copy 1 of the hub of Tuesday 24 November 2026: agenda|Petra Novak|Came back on 24 November 2026, recorded by Carys Bevan",
            LinesOf(page)
        );
        Assert.Contains("2 things are still out.", page.Words, StringComparison.Ordinal);
        paper = await moot.WithAsync(db =>
            db.Set<PaperCopy>().AsNoTracking().SingleAsync(copy => copy.Number == 1)
        );
        Assert.Equal((PaperState.Returned, "Carys Bevan"), (paper.State, paper.BackToName));
        var file = page
            .Document.QuerySelectorAll("input[name=Subjects]")
            .Single(one => one.ParentElement!.TextContent.Contains("file taken"));
        page = await carys.PostAsync(
            page,
            "handler=Tick",
            null,
            ("Subjects", file.GetAttribute("value")),
            ("Input.Outcome", "Destroyed")
        );
        Assert.Contains("1 thing is still out.", page.Words, StringComparison.Ordinal);
        Assert.Equal(2, await moot.WithAsync(db => db.Set<RecallTick>().CountAsync()));

        // Ticked by mistake: the list must not go on saying that it is back.
        var papers = await carys.GetAsync($"/Meetings/{World.NextMeeting}/Paper");
        await carys.PostAsync(papers, "Still out after all", "Still out after all");
        page = await carys.GetAsync(page.Path);
        Assert.Contains(
            "Paper copy 1 of the hub of Tuesday 24 November 2026: agenda|Petra Novak|Still out",
            LinesOf(page)
        );
    }

    [Theory, BothDatabases]
    [Rule("S1-7.1c")]
    public async Task They_are_asked_for_it_in_words_that_name_nobody(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        var page = await WithdrawAsync(carys, World.PoliceMember);
        Assert.Contains(
            "They are asked by e-mail to return or destroy what they hold.",
            page.Words,
            StringComparison.Ordinal
        );
        var notices = await moot.WithAsync(db => db.Set<Notice>().AsNoTracking().ToListAsync());
        Assert.Equal(
            [People.PoliceDeputy.Email, People.Police.Email],
            notices.Select(notice => notice.To).Order(StringComparer.Ordinal)
        );
        foreach (var notice in notices)
        {
            Assert.EndsWith(
                ": please return or destroy what you hold of the hub",
                notice.Subject,
                StringComparison.Ordinal
            );
            Assert.Contains("Return numbered paper copies", notice.Text, StringComparison.Ordinal);
            Assert.Contains("Ring the team on 01632 960100", notice.Text, StringComparison.Ordinal);
            foreach (var word in new[] { "Petra", "Dominic", "Police", "withdrew", "http" })
            {
                Assert.DoesNotContain(word, notice.Text, StringComparison.Ordinal);
            }
        }
    }

    [Theory, BothDatabases]
    [Rule("S1-7.1c")]
    public async Task A_file_that_was_sent_is_called_back(Database database)
    {
        await using var moot = await HeldMeeting.StartAsync(
            database,
            services: services => services.AddSingleton<IMailTransport>(new ScriptedTransport())
        );
        await HeldMeeting.CirculateAsync(moot);
        await HeldMeeting.SendAsync(moot);
        using var carys = await moot.AsAsync(People.Coordinator);
        var page = await WithdrawAsync(carys, World.HousingMember);
        var copy = await HeldMeeting.CopyOfAsync(moot, People.Housing);
        Assert.Equal(
            [
                $"Minutes of Tuesday 24 November 2026, sent as a file to {copy.Address}|Hannah Wright|Still out",
            ],
            LinesOf(page)
        );
        using var hannah = await moot.AsAsync(People.Housing);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await hannah.GetAsync($"/Minutes/{World.NextMeeting}")).Status
        );
    }

    private static PaperCopy Copy(int number, string holder) =>
        new()
        {
            MeetingId = World.NextMeeting,
            Number = number,
            Kind = PaperKind.Agenda,
            MembershipId = World.PoliceMember,
            HolderName = holder,
            OrganisationName = "Testshire Police",
            IssuedAt = HeldMeeting.Afternoon.AddHours(-4),
            IssuedByName = "Carys Bevan",
        };

    private static async Task<Page> WithdrawAsync(Browser browser, Guid member) =>
        await browser.PostAsync(
            await browser.GetAsync($"/Withdrawals/New?member={member}"),
            (string?)null,
            null,
            ("Input.Who", "member"),
            ("Input.Why", "It left the protocol")
        );

    private static List<string> LinesOf(Page page) =>
        [
            .. page
                .Document.QuerySelectorAll("main tbody tr")
                .Select(row => row.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()))
                .Select(cells => cells.ToList())
                .Select(cells => $"{cells[0]}|{cells[1]}|{cells[3]}"),
        ];
}
