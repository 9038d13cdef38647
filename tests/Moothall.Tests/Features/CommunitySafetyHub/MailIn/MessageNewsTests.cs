using System.Net;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.MailIn;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.MailIn;

/// <summary>A message that is news of an action, or of several.</summary>
public sealed class MessageNewsTests
{
    [Theory, BothDatabases]
    public async Task News_of_an_action_is_recorded_as_its_agency_s_word_with_the_files_ticked(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        var (first, second) = (Action("Fit a lock"), Action("Ring the school"));
        await moot.AddAsync(first, second);
        using var carys = await moot.AsAsync(People.Coordinator);
        await Mails.DropAsync(carys, ("mail.eml", Mails.Referral(People.Charity.Email)));
        var message = Assert.Single(await Mails.AllAsync(moot));
        var address = $"/Messages/{message.Id}/Action";
        using var zainab = await moot.AsAsync(People.Charity);
        Assert.Equal(HttpStatusCode.Forbidden, (await zainab.GetAsync(address)).Status);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await carys.GetAsync($"/Messages/{Guid.CreateVersion7()}/Action")).Status
        );

        var form = await carys.GetAsync(address);
        Assert.Equal(
            ["Choose how far it is", "Choose the action"],
            (await carys.PostAsync(form, "Record it")).Errors.Order()
        );
        (string, string?)[] fields =
        [
            ("ActionId", first.Id.ToString()),
            ("Input.Progress", "Done"),
            ("Input.Text", "The lock is fitted."),
            ("Ticked", form.Document.QuerySelector("input[name=Ticked]")!.GetAttribute("value")),
        ];
        var done = await carys.PostAsync(form, "Record it", null, fields);

        Assert.Equal($"/Actions/{first.Id}", done.Path);
        var update = await moot.WithAsync(db =>
            db.Set<ActionUpdate>().AsNoTracking().SingleAsync()
        );
        Assert.Equal(
            (first.Id, "The lock is fitted.", "Carys Bevan"),
            (update.ActionId, update.Text, update.ByName)
        );
        Assert.Equal(
            "received from Zainab Malik at X, by e-mail, on 23 November 2026",
            update.Received.Words("X")
        );
        Assert.Equal(MessageStatus.ActionUpdate, Assert.Single(await Mails.AllAsync(moot)).Status);
        var seen = await zainab.GetAsync($"/Actions/{first.Id}");
        var file = seen
            .Document.QuerySelectorAll("main a[href*='/File/']")
            .Single(link => link.TextContent.Contains("Diary", StringComparison.Ordinal))
            .GetAttribute("href")!;
        Assert.DoesNotContain("Message as received", seen.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await zainab.GetAsync(file)).Status);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (
                await zainab.GetAsync(
                    file.Replace(
                        first.Id.ToString(),
                        second.Id.ToString(),
                        StringComparison.Ordinal
                    )
                )
            ).Status
        );
        using var analyst = await moot.AsAsync(People.Analyst);
        Assert.Equal(HttpStatusCode.Forbidden, (await analyst.GetAsync(file)).Status);

        var again = await carys.PostAsync(
            form,
            "Record it",
            null,
            [.. fields, ("_key", Guid.CreateVersion7().ToString())]
        );
        Assert.Contains(
            again.Errors,
            error => error.Contains("dealt with already", StringComparison.Ordinal)
        );
        Assert.Single(
            await moot.WithAsync(db => db.Set<ActionUpdate>().AsNoTracking().ToListAsync())
        );
    }

    [Theory, BothDatabases]
    public async Task A_reply_about_several_actions_is_recorded_on_each(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var (first, second) = (Action("Fit a lock"), Action("Ring the school"));
        await moot.AddAsync(first, second);
        using var carys = await moot.AsAsync(People.Coordinator);
        await Mails.DropAsync(carys, ("mail.eml", Mails.Referral(People.Charity.Email)));
        var message = $"/Messages/{Assert.Single(await Mails.AllAsync(moot)).Id}";

        var next = await carys.PostAsync(
            await carys.GetAsync($"{message}/Action"),
            "Record it and go on",
            "Record it and go on",
            ("ActionId", first.Id.ToString()),
            ("Input.Progress", "Done"),
            ("Input.Text", "The lock is fitted.")
        );
        Assert.Equal($"{message}/Action", next.Path);
        Assert.Contains("of another action", next.Words, StringComparison.Ordinal);
        Assert.Contains(
            "Record news of another action",
            (await carys.GetAsync(message)).Words,
            StringComparison.Ordinal
        );
        var done = await carys.PostAsync(
            next,
            "Record it",
            null,
            ("ActionId", second.Id.ToString()),
            ("Input.Progress", "NoChange"),
            ("Input.Text", "")
        );
        Assert.Equal($"/Actions/{second.Id}", done.Path);
        Assert.Equal(
            new HashSet<Guid> { first.Id, second.Id },
            await moot.WithAsync(async db =>
                (await db.Set<ActionUpdate>().Select(one => one.ActionId).ToListAsync()).ToHashSet()
            )
        );
    }

    [Theory, BothDatabases]
    public async Task What_nobody_ticked_stays_with_the_message_and_the_team(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var action = Action("Fit a lock");
        await moot.AddAsync(action);
        using var carys = await moot.AsAsync(People.Coordinator);
        await Mails.DropAsync(carys, ("mail.eml", Mails.Referral(People.Charity.Email)));
        var message = $"/Messages/{Assert.Single(await Mails.AllAsync(moot)).Id}";
        var form = await carys.GetAsync($"{message}/Action");
        Assert.Contains("Everyone who sees the action", form.Words, StringComparison.Ordinal);
        Assert.Empty(form.Document.QuerySelectorAll("input[name=Ticked][checked]"));

        var done = await carys.PostAsync(
            form,
            "Record it",
            null,
            ("ActionId", action.Id.ToString()),
            ("Input.Progress", "Done"),
            ("Input.Text", "The lock is fitted.")
        );

        Assert.Equal($"/Actions/{action.Id}", done.Path);
        using var zainab = await moot.AsAsync(People.Charity);
        var seen = await zainab.GetAsync(done.Path);
        Assert.Contains("The lock is fitted.", seen.Words, StringComparison.Ordinal);
        Assert.Empty(seen.Document.QuerySelectorAll("main a[href*='/File/']"));
        foreach (var other in (string[])["Diary", "Marta", "Threatened", "Message as received"])
        {
            Assert.DoesNotContain(other, seen.Text, StringComparison.Ordinal);
        }

        Assert.Empty(await moot.WithAsync(db => db.Set<ActionAttachment>().ToListAsync()));
        var kept = await carys.GetAsync(message);
        Assert.Contains("Diary of incidents.docx", kept.Words, StringComparison.Ordinal);
        Assert.Contains("Marta", kept.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await zainab.GetAsync(message)).Status);
    }

    [Theory, BothDatabases]
    public async Task The_action_of_the_case_it_names_is_suggested_first(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var one = new HubCase
        {
            BodyId = World.Hub,
            Reference = "CSH-2026-K7QM",
            Title = "A case",
            Kind = CaseKind.Place,
            Visibility = CaseVisibility.Hub,
            OpenedAt = moot.Clock.GetUtcNow().UtcDateTime,
        };
        var (plain, named) = (Action("Ring the school"), Action("Fit a lock", one.Id));
        await moot.AddAsync(one, plain, named);
        using var carys = await moot.AsAsync(People.Coordinator);
        await Mails.DropAsync(
            carys,
            (
                "mail.eml",
                Mails.Short(People.Charity.Email, "Update", "On csh-2026-k7qm: the lock is fitted.")
            )
        );
        var message = Assert.Single(await Mails.AllAsync(moot));
        Assert.Contains(
            "News of an action",
            (await carys.GetAsync("/Messages")).Words,
            StringComparison.Ordinal
        );

        var form = await carys.GetAsync($"/Messages/{message.Id}/Action");

        var chosen = (AngleSharp.Html.Dom.IHtmlSelectElement)
            form.Document.QuerySelector("select[name=ActionId]")!;
        Assert.Equal(named.Id.ToString(), chosen.Value);
        Assert.Contains(
            "the lock is fitted.",
            form.Document.QuerySelector("textarea[name='Input.Text']")!.TextContent,
            StringComparison.Ordinal
        );

        // Recorded once, it is not offered for recording twice.
        var next = await carys.PostAsync(
            form,
            "Record it and go on",
            "Record it and go on",
            ("Input.Progress", "Done")
        );
        chosen = (AngleSharp.Html.Dom.IHtmlSelectElement)
            next.Document.QuerySelector("select[name=ActionId]")!;
        Assert.Equal("", chosen.Value);
    }

    private static HubAction Action(string text, Guid? caseId = null) =>
        new()
        {
            BodyId = World.Hub,
            CaseId = caseId,
            MeetingId = World.NextMeeting,
            Text = text,
            OwnerMembershipId = World.CharityMember,
            OwnerName = "Domestic Abuse Support Agencies",
            Due = new(2026, 11, 24),
            AgreedAt = new(2026, 11, 17, 11, 0, 0, DateTimeKind.Utc),
        };
}
