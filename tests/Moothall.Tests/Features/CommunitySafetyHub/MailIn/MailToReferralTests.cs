using System.Net;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.MailIn;
using Moothall.Features.CommunitySafetyHub.Referrals;
using Moothall.Platform.Documents;
using Moothall.Tests.Features.CommunitySafetyHub.Referrals;
using Moothall.Tests.Hosting;
using Moothall.Tests.Servers;

namespace Moothall.Tests.Features.CommunitySafetyHub.MailIn;

/// <summary>An e-mail becomes a referral: by a person, with its files, recorded as received from its sender (settled 16).</summary>
public class MailToReferralTests
{
    [Theory, BothDatabases]
    public async Task A_mail_becomes_a_draft_and_then_a_referral_received_from_its_sender(
        Database database
    )
    {
        await using var server = await DovecotServer.StartAsync();
        await using var moot = await Mails.MootAsync(database, server);
        await server.AppendAsync(Mails.Referral(People.Charity.Email));
        await Mails.ReadAsync(moot);
        var message = Assert.Single(await Mails.AllAsync(moot));
        Assert.Equal((0, 0), await server.CountAsync("INBOX"));
        Assert.Equal((1, 0), await server.CountAsync("Taken in"));

        foreach (var other in (Person[])[People.Charity, People.Chair, People.Administrator])
        {
            using var browser = await moot.AsAsync(other);
            Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/Messages")).Status);
            Assert.Equal(
                HttpStatusCode.Forbidden,
                (await browser.GetAsync($"/Messages/{message.Id}")).Status
            );
        }

        using var carys = await moot.AsAsync(People.Coordinator);
        Assert.Contains(
            "1 message to confirm",
            (await carys.GetAsync("/")).Words,
            StringComparison.Ordinal
        );
        var list = await carys.GetAsync("/Messages");
        Assert.Contains("Referral: threats on the stairs", list.Words, StringComparison.Ordinal);
        Assert.Contains(
            "Address of Zainab Malik, Domestic Abuse Support Agencies",
            list.Words,
            StringComparison.Ordinal
        );
        Assert.Contains("A referral", list.Words, StringComparison.Ordinal);
        var page = await carys.GetAsync($"/Messages/{message.Id}");
        Assert.Contains("It says it is from Jo Reed", page.Words, StringComparison.Ordinal);
        Assert.Contains(SenderCheck.Warning, page.Words, StringComparison.Ordinal);
        Assert.Contains(
            "“photos.exe” was left out. This is a program",
            page.Words,
            StringComparison.Ordinal
        );

        var form = await carys.PostAsync(page, "Make a draft referral");

        Assert.StartsWith("/Referrals/New?draft=", form.Path, StringComparison.Ordinal);
        Assert.Contains(
            "Threatened twice a week since October.",
            form.Words,
            StringComparison.Ordinal
        );
        Assert.Empty(await moot.WithAsync(db => db.Set<Referral>().ToListAsync()));
        var sent = await carys.PostAsync(
            form,
            Fill.Send,
            Fill.Send,
            ("Input.People[0].Role", "Victim"),
            ("Input.Details.TriedAlready", "Two visits."),
            ("Input.Details.AskedOfHub", "A plan."),
            ("Input.Details.MayShareBecause", "To keep her safe.")
        );
        Assert.Empty(sent.Errors);
        var reference = sent.Path.Split('/')[^1];
        var referral = await moot.WithAsync(db =>
            db.Set<Referral>()
                .Include(one => one.People)
                    .ThenInclude(one => one.Telephones)
                .SingleAsync(one => one.Reference == reference)
        );
        Assert.Equal(World.Charity, referral.OrganisationId);
        Assert.Equal("Zainab Malik, by e-mail on 23 November 2026 at 09:00", referral.ReceivedFrom);
        Assert.Equal("threats on the stairs", referral.Details.Title);
        Assert.Equal(World.AntiSocialBehaviour, referral.PrimaryTopicId);
        var marta = Assert.Single(referral.People);
        Assert.Equal(
            ("Marta", "O’Neill", new DateOnly(1985, 4, 3)),
            (marta.GivenNames, marta.FamilyName, marta.DateOfBirth)
        );
        Assert.Equal("ZZ99 1AA", marta.Postcode);
        Assert.Equal("07700 900456", Assert.Single(marta.Telephones).Number);

        var files = await carys.GetAsync($"/Referrals/{reference}/Files");
        Assert.Contains("Diary of incidents.docx", files.Words, StringComparison.Ordinal);
        Assert.Contains("Message as received.txt", files.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("photos.exe", files.Words, StringComparison.Ordinal);
        Assert.Contains(
            "No message waits.",
            (await carys.GetAsync("/Messages")).Words,
            StringComparison.Ordinal
        );
        var settled = await carys.GetAsync($"/Messages/{message.Id}");
        Assert.Contains(
            $"it became the referral {reference}",
            settled.Words,
            StringComparison.Ordinal
        );
        Assert.Empty(settled.Document.QuerySelectorAll("main form"));

        await server.AppendAsync(Mails.Short("x@elsewhere.example", "Other", "words"));
        await Mails.ReadAsync(moot);
        Assert.Equal(2, (await Mails.AllAsync(moot)).Count);
    }

    [Theory, BothDatabases]
    public async Task Two_who_make_a_referral_of_one_message_make_one(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        using var sunil = await moot.AsAsync(People.SecondCoordinator);
        await Mails.DropAsync(carys, ("mail.eml", Mails.Referral(People.Housing.Email)));
        var message = Assert.Single(await Mails.AllAsync(moot));
        var hers = await carys.PostAsync(
            await carys.GetAsync($"/Messages/{message.Id}"),
            "Make a draft referral"
        );
        var his = await sunil.GetAsync($"/Messages/{message.Id}");
        Assert.Contains("Carys Bevan began a draft referral", his.Words, StringComparison.Ordinal);
        his = await sunil.PostAsync(his, "Make a draft referral");
        (string, string?)[] rest =
        [
            ("Input.People[0].Role", "Victim"),
            ("Input.Details.TriedAlready", "Two visits."),
            ("Input.Details.AskedOfHub", "A plan."),
            ("Input.Details.MayShareBecause", "To keep her safe."),
        ];

        var first = await carys.PostAsync(hers, Fill.Send, Fill.Send, rest);
        var second = await sunil.PostAsync(his, Fill.Send, Fill.Send, rest);

        Assert.Empty(first.Errors);
        Assert.Contains(
            second.Errors,
            error => error.Contains("dealt with already. Carys Bevan", StringComparison.Ordinal)
        );
        var referral = Assert.Single(
            await moot.WithAsync(db => db.Set<Referral>().AsNoTracking().ToListAsync())
        );
        // Housing is a service of the team's own council, and its word is still its own.
        Assert.StartsWith(
            "Hannah Wright, by e-mail",
            referral.ReceivedFrom,
            StringComparison.Ordinal
        );
        var late = await sunil.PostAsync(
            his with
            {
                Path = $"/Messages/{message.Id}",
            },
            his.Form(Fill.Send),
            null,
            ("__x", "")
        );
        Assert.Single(await moot.WithAsync(db => db.Set<Referral>().AsNoTracking().ToListAsync()));
        Assert.NotEqual(HttpStatusCode.InternalServerError, late.Status);
    }

    [Theory, BothDatabases]
    public async Task A_form_begun_from_a_message_is_an_ordinary_form_for_everyone_else(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        await Mails.DropAsync(carys, ("mail.eml", Mails.Referral(People.Housing.Email)));
        var message = Assert.Single(await Mails.AllAsync(moot));
        using var petra = await moot.AsAsync(People.Police);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await petra.GetAsync($"/Referrals/New?draft={message.Id}")).Status
        );

        var page = await petra.GetAsync(Fill.Address);
        var sent = await petra.PostAsync(
            page,
            Fill.Send,
            Fill.Send,
            Fill.Person(("Input.FormId", message.Id.ToString()))
        );

        Assert.Empty(sent.Errors);
        Assert.Equal(MessageStatus.Waiting, Assert.Single(await Mails.AllAsync(moot)).Status);
        Assert.Empty(await moot.WithAsync(db => db.Set<ReferralAttachment>().ToListAsync()));
    }

    [Theory, BothDatabases]
    public async Task What_is_about_another_matter_is_left_out_of_the_referral(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        await Mails.DropAsync(carys, ("mail.eml", Mails.Referral(People.Housing.Email)));
        var message = Assert.Single(await Mails.AllAsync(moot));
        var form = await carys.PostAsync(
            await carys.GetAsync($"/Messages/{message.Id}"),
            "Make a draft referral"
        );
        Assert.Contains("Whoever sees the referral can open", form.Words, StringComparison.Ordinal);
        var boxes = form.Document.QuerySelectorAll("input[name=Ticked][checked]");
        Assert.Equal(2, boxes.Length);

        var sent = await carys.PostAsync(
            form,
            Fill.Send,
            Fill.Send,
            ("Input.People[0].Role", "Victim"),
            ("Input.Details.TriedAlready", "Two visits."),
            ("Input.Details.AskedOfHub", "A plan."),
            ("Input.Details.MayShareBecause", "To keep her safe."),
            ("Ticked", boxes[0].GetAttribute("value"))
        );

        Assert.Empty(sent.Errors);
        var files = await carys.GetAsync($"{sent.Path}/Files");
        Assert.Contains("Diary of incidents.docx", files.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Message as received", files.Words, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task What_is_kept_of_a_message_is_not_readable_in_the_database(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        await Mails.DropAsync(carys, ("mail.eml", Mails.Referral(People.Charity.Email)));
        var message = Assert.Single(await Mails.AllAsync(moot));

        var kept = System.Text.Encoding.Latin1.GetString(message.Content);

        Assert.DoesNotContain("Marta", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("threats", kept, StringComparison.Ordinal);
        Assert.Equal(1, await moot.WithAsync(db => db.Set<StoredFile>().CountAsync()));
    }

    [Theory, BothDatabases]
    public async Task Nobodys_own_organisation_stands_in_for_a_sender_who_is_not_known(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        await Mails.DropAsync(carys, ("mail.eml", Mails.Referral("x@elsewhere.example")));
        var message = Assert.Single(await Mails.AllAsync(moot));
        var form = await carys.PostAsync(
            await carys.GetAsync($"/Messages/{message.Id}"),
            "Make a draft referral"
        );
        (string, string?)[] rest =
        [
            ("Input.People[0].Role", "Victim"),
            ("Input.Details.TriedAlready", "Two visits."),
            ("Input.Details.AskedOfHub", "A plan."),
            ("Input.Details.MayShareBecause", "To keep her safe."),
        ];

        var refused = await carys.PostAsync(form, Fill.Send, Fill.Send, rest);
        var sent = await carys.PostAsync(
            refused,
            Fill.Send,
            Fill.Send,
            ("Input.OrganisationId", World.Landlord.ToString())
        );

        Assert.Equal(["Choose the organisation that refers"], refused.Errors);
        Assert.Empty(sent.Errors);
        var referral = await moot.WithAsync(db => db.Set<Referral>().AsNoTracking().SingleAsync());
        Assert.Equal(World.Landlord, referral.OrganisationId);
        Assert.StartsWith(
            "Jo Reed, x@elsewhere.example, by e-mail",
            referral.ReceivedFrom,
            StringComparison.Ordinal
        );
    }
}
