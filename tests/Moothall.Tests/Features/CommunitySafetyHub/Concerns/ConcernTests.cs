using System.Net;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Concerns;
using Moothall.Platform.Email;
using Moothall.Tests.Features.CommunitySafetyHub.Cases;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.Concerns;

/// <summary>Concerns about cases and members go to the Community Safety Manager, and the answer comes back.</summary>
public sealed class ConcernTests
{
    [Theory, BothDatabases, Rule("S1-6.8")]
    public async Task The_chair_raises_one_about_a_case_and_the_manager_answers(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var hubCase = CaseSample.Case(1);
        await moot.AddAsync(hubCase);
        using var clive = await moot.AsAsync(People.Chair);
        using var maureen = await moot.AsAsync(People.Manager);
        using var petra = await moot.AsAsync(People.Police);
        using var carys = await moot.AsAsync(People.Coordinator);
        var form = await clive.GetAsync($"/Concerns/New?about={hubCase.Reference}");
        Assert.Equal(["Say what your concern is"], (await clive.PostAsync(form)).Errors);
        var raised = await clive.PostAsync(form, fields: [("Input.Text", "planted-concern")]);
        Assert.Contains("Not yet", raised.Words, StringComparison.Ordinal);
        var notice = await moot.WithAsync(db => db.Set<Notice>().SingleAsync());
        Assert.Equal(People.Manager.Email, notice.To);
        Assert.DoesNotContain(hubCase.Reference, notice.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("planted", notice.Text, StringComparison.Ordinal);

        foreach (var browser in new[] { petra, carys })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(raised.Path)).Status);
            var list = await browser.GetAsync("/Concerns");
            Assert.DoesNotContain(hubCase.Reference, list.Text, StringComparison.Ordinal);
        }

        var page = await maureen.GetAsync(raised.Path);
        var refused = await clive.SendAsync(
            new(HttpMethod.Post, raised.Path)
            {
                Content = new FormUrlEncodedContent(
                    await TokenAsync(clive, raised, ("Input.Answer", "Answered by myself"))
                ),
            }
        );
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal(["Enter your answer"], (await maureen.PostAsync(page)).Errors);
        await maureen.PostAsync(page, fields: [("Input.Answer", "I will speak to them.")]);
        var answered = await clive.GetAsync(raised.Path);
        Assert.Contains("I will speak to them.", answered.Words, StringComparison.Ordinal);
        Assert.Contains(People.Manager.Name, answered.Words, StringComparison.Ordinal);
        Assert.Equal(2, await moot.WithAsync(db => db.Set<Notice>().CountAsync()));
        // A concern that is no challenge stays between the two.
        Assert.DoesNotContain(
            "planted-concern",
            (await carys.GetAsync($"/Cases/{hubCase.Reference}")).Text,
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases, Rule("S1-6.8")]
    public async Task One_about_a_member_reaches_the_manager_too(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var clive = await moot.AsAsync(People.Chair);
        var form = await clive.GetAsync("/Concerns/New");
        var neither = await clive.PostAsync(form, fields: [("Input.Text", "They never come")]);
        Assert.Equal(["Enter the reference of a case, or choose a member"], neither.Errors);
        await clive.PostAsync(
            form,
            fields:
            [
                ("Input.Text", "They never come"),
                ("Input.Member", World.CharityMember.ToString()),
            ]
        );
        using var maureen = await moot.AsAsync(People.Manager);
        var list = await maureen.GetAsync("/Concerns");
        Assert.Contains("Domestic Abuse Support Agencies", list.Words, StringComparison.Ordinal);
        using var zainab = await moot.AsAsync(People.Charity);
        Assert.Contains(
            "You have raised none.",
            (await zainab.GetAsync("/Concerns")).Words,
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases, Rule("S1-5.8")]
    public async Task A_challenge_to_a_decision_stands_on_the_timeline_with_its_answer(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        var hubCase = CaseSample.Case(1);
        await moot.AddAsync(
            hubCase,
            CaseSample.Item(hubCase, World.NextMeeting),
            CaseSample.Signature(People.Police, World.NextMeeting)
        );
        using var petra = await moot.AsAsync(People.Police);
        (string, string?)[] typed =
        [
            ("Input.Text", "The closure is too early"),
            ("Input.IsChallenge", "true"),
        ];
        // Before the agenda is out she may not even learn that the case is there.
        var form = await petra.GetAsync($"/Concerns/New?about={hubCase.Reference}");
        Assert.Equal(
            ["There is no case with this reference that is open to you"],
            (await petra.PostAsync(form, fields: typed)).Errors
        );
        await moot.PublishAsync(World.NextMeeting);
        var raised = await petra.PostAsync(form, fields: typed);
        using var maureen = await moot.AsAsync(People.Manager);
        await maureen.PostAsync(
            await maureen.GetAsync(raised.Path),
            fields: [("Input.Answer", "The meeting stands by it")]
        );
        using var carys = await moot.AsAsync(People.Coordinator);
        var page = await carys.GetAsync($"/Cases/{hubCase.Reference}?Show=Challenge");
        Assert.Contains("Petra Novak", page.Words, StringComparison.Ordinal);
        Assert.Contains("The closure is too early", page.Words, StringComparison.Ordinal);
        Assert.Contains("The meeting stands by it", page.Words, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_manager_shut_out_neither_hears_nor_sees(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var hubCase = CaseSample.Case(1);
        await moot.AddAsync(
            hubCase,
            new CaseExclusion
            {
                CaseId = hubCase.Id,
                UserId = People.Manager.Id,
                Why = "Her neighbour",
            },
            new Concern
            {
                CaseId = hubCase.Id,
                RaisedById = People.Chair.Id,
                RaisedByName = "Clive",
                RaisedAt = TestClock.MondayMorning,
                Text = "planted-concern",
            }
        );
        using var maureen = await moot.AsAsync(People.Manager);
        Assert.Contains(
            "No concern has been raised.",
            (await maureen.GetAsync("/Concerns")).Words,
            StringComparison.Ordinal
        );
        using var clive = await moot.AsAsync(People.Chair);
        var form = await clive.GetAsync($"/Concerns/New?about={hubCase.Reference}");
        var nobody = await clive.PostAsync(form, fields: [("Input.Text", "Another")]);
        Assert.StartsWith(
            "No Community Safety Manager may see this",
            nobody.Errors.Single(),
            StringComparison.Ordinal
        );
        Assert.Equal(0, await moot.WithAsync(db => db.Set<Notice>().CountAsync()));
    }

    private static async Task<Dictionary<string, string>> TokenAsync(
        Browser browser,
        Page page,
        params (string Name, string Value)[] fields
    )
    {
        var form =
            page.Document.QuerySelector("form input[name=__RequestVerificationToken]")
            ?? (await browser.GetAsync("/Concerns/New")).Document.QuerySelector(
                "main input[name=__RequestVerificationToken]"
            )!;
        var values = fields.ToDictionary(field => field.Name, field => field.Value);
        values["__RequestVerificationToken"] = form.GetAttribute("value")!;
        return values;
    }
}
