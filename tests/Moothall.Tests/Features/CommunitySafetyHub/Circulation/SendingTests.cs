using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Circulation;
using Moothall.Features.Partnership.Members;
using Moothall.Platform.Audit;
using Moothall.Platform.Email;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.Circulation;

/// <summary>A copy is sent once, or a person decides (settled 23).</summary>
public sealed class SendingTests
{
    private readonly ScriptedTransport transport = new();

    [Theory, BothDatabases]
    [Rule("C7")]
    public async Task A_copy_is_marked_as_being_sent_and_that_is_committed_before_it_goes(
        Database database
    )
    {
        await using var moot = await StartAsync(database);
        var seen = new List<CopyStatus>();
        transport.Next(async mail =>
        {
            seen.AddRange(
                (await HeldMeeting.CopiesAsync(moot))
                    .Where(copy => copy.Address == mail.To)
                    .Select(copy => copy.Status)
            );
            return new MailResult.Sent("250 taken");
        });

        await HeldMeeting.SendAsync(moot);
        await HeldMeeting.SendAsync(moot);

        Assert.Equal([CopyStatus.Sending], seen);
        Assert.Equal(2, transport.Seen.Count);
        var copies = (await HeldMeeting.CopiesAsync(moot)).Where(copy => copy.IsFile).ToList();
        Assert.All(copies, copy => Assert.Equal(CopyStatus.Sent, copy.Status));
        Assert.All(
            copies,
            copy => Assert.Equal(CopyStatus.Sent, Assert.Single(copy.Attempts).Outcome)
        );
        var told = await HeldMeeting.AuditAsync(moot, AuditKind.Disclosure);
        Assert.Equal(2, told.Count);
        Assert.Contains(
            told,
            entry => entry.Contains("zainab@harbour.example", StringComparison.Ordinal)
        );
    }

    [Theory, BothDatabases]
    public async Task A_crash_while_sending_leaves_it_uncertain_and_it_is_not_sent_again_by_itself(
        Database database
    )
    {
        await using var moot = await StartAsync(database);
        var handedOver = new TaskCompletionSource();
        var never = new TaskCompletionSource<MailResult>();
        transport.Next(_ =>
        {
            handedOver.SetResult();
            return never.Task;
        });
        // This process dies at the worst moment: the message is out, the answer never comes.
        _ = HeldMeeting.SendAsync(moot);
        await handedOver.Task;

        moot.Clock.Advance(TimeSpan.FromMinutes(11));
        var address = transport.Seen[0].To;
        using var carys = await moot.AsAsync(People.Coordinator);
        Assert.Contains(
            "1 Uncertain",
            (await carys.GetAsync(HeldMeeting.StatusPage)).Words,
            StringComparison.Ordinal
        );
        var next = new CirculationSender(
            moot.Services.GetRequiredService<IServiceScopeFactory>(),
            moot.Clock,
            Microsoft.Extensions.Logging.Abstractions.NullLogger<CirculationSender>.Instance
        );
        await next.RunOnceAsync(TestContext.Current.CancellationToken);
        moot.Clock.Advance(TimeSpan.FromDays(2));
        await next.RunOnceAsync(TestContext.Current.CancellationToken);

        Assert.Single(transport.Seen, mail => mail.To == address);
        var copy = (await HeldMeeting.CopiesAsync(moot)).Single(c => c.Address == address);
        Assert.Equal(CopyStatus.Uncertain, copy.Status);
        Assert.Equal(CopyStatus.Uncertain, Assert.Single(copy.Attempts).Outcome);
        Assert.Contains("The product stopped", copy.ServerSaid, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task What_is_uncertain_waits_for_a_person_who_says_it_arrived_or_has_it_sent_again(
        Database database
    )
    {
        await using var moot = await StartAsync(database);
        transport.Next(new MailResult.Uncertain("The connection broke."));
        transport.Next(new MailResult.Uncertain("The connection broke."));
        await HeldMeeting.SendAsync(moot);
        moot.Clock.Advance(TimeSpan.FromHours(5));
        await HeldMeeting.SendAsync(moot);
        Assert.Equal(2, transport.Seen.Count);

        using var carys = await moot.AsAsync(People.Coordinator);
        var hannah = await OpenAsync(moot, carys, People.Housing);
        var empty = await carys.PostAsync(hannah, "handler=Arrived", null, ("Words.Text", ""));
        Assert.Equal("Say it in a few words", Assert.Single(empty.Errors));
        await carys.PostAsync(
            hannah,
            "handler=Arrived",
            null,
            ("Words.Text", "She rang to say so")
        );
        var zainab = await OpenAsync(moot, carys, People.Charity);
        await carys.PostAsync(zainab, "handler=Again");
        await HeldMeeting.SendAsync(moot);

        var arrived = await HeldMeeting.CopyOfAsync(moot, People.Housing);
        Assert.Equal(CopyStatus.Sent, arrived.Status);
        Assert.Contains("She rang to say so", arrived.ServerSaid, StringComparison.Ordinal);
        Assert.Equal(3, transport.Seen.Count);
        var again = await HeldMeeting.CopyOfAsync(moot, People.Charity);
        Assert.Equal(CopyStatus.Sent, again.Status);
        Assert.Equal(2, again.Attempts.Count);
        Assert.Equal(3, transport.Seen.Select(mail => mail.MessageId).Distinct().Count());
        // The old page's decision comes too late.
        var late = await carys.PostAsync(zainab, "handler=Arrived", null, ("Words.Text", "no"));
        Assert.NotEmpty(late.Errors);
    }

    [Theory, BothDatabases]
    public async Task What_was_certainly_not_sent_is_tried_again_and_what_was_refused_for_good_is_shown(
        Database database
    )
    {
        await using var moot = await StartAsync(database);
        transport.Next(new MailResult.Refused("The mail server cannot be reached.", false));
        transport.Next(new MailResult.Refused("550 No such person here", true));
        await HeldMeeting.SendAsync(moot);
        await HeldMeeting.SendAsync(moot);
        Assert.Equal(2, transport.Seen.Count);
        var waiting = transport.Seen[0].To;
        using var carys = await moot.AsAsync(People.Coordinator);
        var words = (await carys.GetAsync(HeldMeeting.StatusPage)).Words;
        Assert.Contains("The mail server cannot be reached.", words, StringComparison.Ordinal);
        Assert.Contains("550 No such person here", words, StringComparison.Ordinal);

        moot.Clock.Advance(TimeSpan.FromMinutes(2));
        await HeldMeeting.SendAsync(moot);

        Assert.Equal([waiting], transport.Seen.Skip(2).Select(mail => mail.To));
        var copies = (await HeldMeeting.CopiesAsync(moot)).Where(copy => copy.IsFile);
        Assert.Equal(
            [CopyStatus.Sent, CopyStatus.Refused],
            copies.OrderBy(copy => copy.Address != waiting).Select(copy => copy.Status)
        );
    }

    [Theory, BothDatabases]
    public async Task What_changed_between_release_and_sending_counts(Database database)
    {
        await using var moot = await StartAsync(database);
        await moot.WithAsync(async db =>
        {
            (
                await db.Set<HubMembership>().SingleAsync(m => m.Id == World.CharityMember)
            ).ProtocolReviewDate = new(2026, 11, 1);
            db.Add(
                new CaseExclusion
                {
                    CaseId = HeldMeeting.OpenCase,
                    UserId = People.Housing.Id,
                    Why = "Related to a person in the case",
                }
            );
        });

        await HeldMeeting.SendAsync(moot);

        var zainab = await HeldMeeting.CopyOfAsync(moot, People.Charity);
        Assert.Equal(CopyStatus.Held, zainab.Status);
        Assert.Contains("is not current", zainab.ServerSaid, StringComparison.Ordinal);
        Assert.Empty(zainab.Attempts);
        var document = MailParts.DocumentText(Assert.Single(transport.Seen).Attachment!.Content);
        Assert.Contains(HeldMeeting.PartA, document, StringComparison.Ordinal);
        Assert.DoesNotContain(HeldMeeting.PersonName, document, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Without_a_mail_server_everything_waits_and_nothing_is_lost(Database database)
    {
        await using var moot = await HeldMeeting.StartAsync(database);
        await HeldMeeting.CirculateAsync(moot);
        await HeldMeeting.SendAsync(moot);
        Assert.All(
            (await HeldMeeting.CopiesAsync(moot)).Where(copy => copy.IsFile),
            copy => Assert.Equal(CopyStatus.Waiting, copy.Status)
        );
    }

    [Theory, BothDatabases]
    [Rule("C7")]
    public async Task A_withdrawn_copy_is_called_back_is_shut_here_and_is_never_sent(
        Database database
    )
    {
        await using var moot = await StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        using var petra = await moot.AsAsync(People.Police);
        var minutes = $"/Minutes/{World.NextMeeting}";
        Assert.Contains(
            HeldMeeting.PersonName,
            (await petra.GetAsync(minutes)).Text,
            StringComparison.Ordinal
        );
        foreach (var person in new[] { People.Police, People.Charity })
        {
            var page = await OpenAsync(moot, carys, person);
            Assert.NotEmpty(
                (
                    await carys.PostAsync(page, "handler=Withdraw", null, ("Withdrawal.Text", ""))
                ).Errors
            );
            await carys.PostAsync(
                page,
                "handler=Withdraw",
                null,
                ("Withdrawal.Text", "Wrong list")
            );
        }

        await HeldMeeting.SendAsync(moot);

        Assert.DoesNotContain(transport.Seen, mail => mail.To == "zainab@harbour.example");
        Assert.DoesNotContain(
            HeldMeeting.PersonName,
            (await petra.GetAsync(minutes)).Text,
            StringComparison.Ordinal
        );
        var recalls = await moot.WithAsync(db =>
            db.Set<Notice>().Where(n => n.Subject.Contains("please delete")).ToListAsync()
        );
        Assert.Equal(People.Police.Email, Assert.Single(recalls).To);
    }

    [Theory, BothDatabases]
    public async Task What_went_can_be_opened_as_it_went_by_who_may_read_all_of_it(
        Database database
    )
    {
        await using var moot = await StartAsync(database);
        await HeldMeeting.SendAsync(moot);
        using var carys = await moot.AsAsync(People.Coordinator);
        var page = await OpenAsync(moot, carys, People.Housing);
        var link = page.Document.QuerySelector("a[href*='handler=File']")!.GetAttribute("href")!;
        using var file = await carys.SendAsync(new(HttpMethod.Get, link));
        Assert.Equal(
            transport.Seen.Single(mail => mail.To == "hannah@housing.example").Attachment!.Content,
            await file.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)
        );

        await moot.AddAsync(
            new CaseExclusion
            {
                CaseId = HeldMeeting.OpenCase,
                UserId = People.SecondCoordinator.Id,
                Why = "Neighbour",
            }
        );
        using var sunil = await moot.AsAsync(People.SecondCoordinator);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await sunil.GetAsync(link)).Status);
    }

    private async Task<Moot> StartAsync(Database database)
    {
        var moot = await HeldMeeting.StartAsync(
            database,
            services: services => services.AddSingleton<IMailTransport>(transport)
        );
        await HeldMeeting.CirculateAsync(moot);
        return moot;
    }

    private static async Task<Page> OpenAsync(Moot moot, Browser browser, Person person) =>
        await browser.GetAsync(
            $"/Minutes/{World.NextMeeting}/Copies/{(await HeldMeeting.CopyOfAsync(moot, person)).Id}"
        );
}
