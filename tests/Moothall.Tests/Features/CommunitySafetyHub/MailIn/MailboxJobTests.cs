using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Moothall.Features.CommunitySafetyHub.MailIn;
using Moothall.Platform.Audit;
using Moothall.Platform.Documents;
using Moothall.Platform.Email.Mailbox;
using Moothall.Tests.Hosting;
using Moothall.Tests.Servers;

namespace Moothall.Tests.Features.CommunitySafetyHub.MailIn;

/// <summary>Reading the mailbox when things go wrong: nothing is lost, and nothing is taken in twice.</summary>
public class MailboxJobTests
{
    [Theory, BothDatabases]
    public async Task A_mail_that_could_not_be_put_away_is_not_taken_in_twice(Database database)
    {
        await using var server = await DovecotServer.StartAsync();
        // The server knows no such folder and makes none, so the turn ends between keeping and putting away.
        await using var moot = await Mails.MootAsync(
            database,
            server,
            options => options.TakenInFolder = ".."
        );
        await server.AppendAsync(Mails.Referral(People.Charity.Email));
        await Mails.ReadAsync(moot);
        Assert.Single(await Mails.AllAsync(moot));
        Assert.Equal(1, (await server.CountAsync("INBOX"))!.Value.Messages);
        using var carys = await moot.AsAsync(People.Coordinator);
        Assert.Contains(
            "would not move a message",
            (await carys.GetAsync("/Messages")).Words,
            StringComparison.Ordinal
        );

        await Mails.ReadAsync(moot);
        Assert.Single(await Mails.AllAsync(moot));
        moot.Services.GetRequiredService<IOptions<MailboxOptions>>().Value.TakenInFolder =
            "Taken in";
        await Mails.ReadAsync(moot);

        Assert.Single(await Mails.AllAsync(moot));
        Assert.Equal(0, (await server.CountAsync("INBOX"))!.Value.Messages);
        Assert.Equal(1, (await server.CountAsync("Taken in"))!.Value.Messages);
        Assert.DoesNotContain(
            "would not move",
            (await carys.GetAsync("/Messages")).Words,
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases]
    public async Task The_same_mail_under_other_numbers_is_known_by_its_bytes(Database database)
    {
        await using var server = await DovecotServer.StartAsync();
        await using var moot = await Mails.MootAsync(database, server);
        var mail = Mails.Referral(People.Charity.Email);
        await server.AppendAsync(mail);
        await server.AppendAsync(mail);
        await Mails.ReadAsync(moot);
        Assert.Single(await Mails.AllAsync(moot));

        await server.StopAsync();
        await Mails.ReadAsync(moot);
        using var carys = await moot.AsAsync(People.Coordinator);
        Assert.Contains(
            "The mailbox cannot be reached. That was on Monday 23 November 2026 at 09:00. It was last read on Monday 23 November 2026 at 09:00.",
            (await carys.GetAsync("/Messages")).Words,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "The mailbox cannot be read",
            (await carys.GetAsync("/")).Words,
            StringComparison.Ordinal
        );
        await server.StartAgainAsync();
        await server.AppendAsync(mail);
        await Mails.ReadAsync(moot);

        Assert.Single(await Mails.AllAsync(moot));
        Assert.Equal((0, 0), await server.CountAsync("INBOX"));
        Assert.Contains(
            "The mailbox was last read on",
            (await carys.GetAsync("/Messages")).Words,
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases]
    public async Task A_refused_password_is_told_on_the_list_and_never_shown(Database database)
    {
        await using var server = await DovecotServer.StartAsync();
        await using var moot = await Mails.MootAsync(
            database,
            server,
            options => options.Password = "wrong-one-77"
        );
        await Mails.ReadAsync(moot);
        using var carys = await moot.AsAsync(People.Coordinator);

        var page = await carys.GetAsync("/Messages");

        Assert.Contains(
            "The mailbox refused the name or the password. That was on Monday 23 November 2026 at 09:00.",
            page.Words,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("wrong-one-77", page.Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task What_is_too_large_or_cannot_be_read_is_named_and_stays_in_the_mailbox(
        Database database
    )
    {
        await using var server = await DovecotServer.StartAsync();
        await using var moot = await Mails.MootAsync(
            database,
            server,
            options => options.LargestMessage = 70_000
        );
        await server.AppendAsync(
            Mails.Short(
                People.Charity.Email,
                "Very long",
                string.Concat(Enumerable.Repeat("0123456789\n", 9_000))
            )
        );
        await server.AppendAsync("no headers at all"u8.ToArray());
        await Mails.ReadAsync(moot);
        using var carys = await moot.AsAsync(People.Coordinator);
        var list = await carys.GetAsync("/Messages");
        Assert.Contains("Very long", list.Words, StringComparison.Ordinal);
        Assert.Contains("No subject", list.Words, StringComparison.Ordinal);
        var messages = await Mails.AllAsync(moot);

        var pages = new[]
        {
            await carys.GetAsync($"/Messages/{messages[0].Id}"),
            await carys.GetAsync($"/Messages/{messages[1].Id}"),
        };

        Assert.Contains(
            pages,
            page =>
                page.Words.Contains(
                    "too large to be taken in. It lies whole in the mailbox, in the folder “Taken in”.",
                    StringComparison.Ordinal
                )
        );
        Assert.Contains(
            pages,
            page => page.Words.Contains("This is not an e-mail", StringComparison.Ordinal)
        );
        Assert.Equal(2, (await server.CountAsync("Taken in"))!.Value.Messages);
    }

    [Theory, BothDatabases]
    public async Task One_mail_that_cannot_be_kept_does_not_hold_up_those_behind_it(
        Database database
    )
    {
        await using var server = await DovecotServer.StartAsync();
        await using var moot = await Mails.MootAsync(
            database,
            server,
            more: services => services.AddSingleton<IFileStore, BrokenStore>()
        );
        await server.AppendAsync(Mails.Referral(People.Charity.Email));
        await server.AppendAsync(
            Mails.Short(
                People.Charity.Email,
                "Old letters",
                "words",
                "Content-Type: text/plain; charset=unicode-1-1-utf-7\n"
            )
        );
        await Mails.ReadAsync(moot);
        using var carys = await moot.AsAsync(People.Coordinator);

        var list = await carys.GetAsync("/Messages");

        Assert.Contains("Old letters", list.Words, StringComparison.Ordinal);
        Assert.Single(await Mails.AllAsync(moot));
        Assert.Equal(1, (await server.CountAsync("Taken in"))!.Value.Messages);
        Assert.Equal(1, (await server.CountAsync("INBOX"))!.Value.Messages);
        Assert.Contains(
            "1 message could not be kept and stays in the mailbox.",
            list.Words,
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases]
    public async Task A_turn_that_fails_in_an_unexpected_way_says_so_on_the_list(Database database)
    {
        await using var server = await DovecotServer.StartAsync();
        await using var moot = await Mails.MootAsync(database, server);
        // No port has such a number, which nothing that reads a mailbox is ready for.
        moot.Services.GetRequiredService<IOptions<MailboxOptions>>().Value.Port = 70_000;
        await Mails.ReadAsync(moot);
        using var carys = await moot.AsAsync(People.Coordinator);
        Assert.Contains(
            "The mailbox could not be read to its end.",
            (await carys.GetAsync("/Messages")).Words,
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases]
    public async Task A_turn_that_takes_too_long_says_so_on_the_list(Database database)
    {
        await using var server = await DovecotServer.StartAsync();
        await using var moot = await Mails.MootAsync(database, server);
        await using (var scope = moot.Services.CreateAsyncScope())
        {
            scope.ServiceProvider.GetRequiredService<AuditActor>().BeJob("test", "test");
            await scope
                .ServiceProvider.GetRequiredService<MailboxReader>()
                .ReadAsync(TimeSpan.Zero, TestContext.Current.CancellationToken);
        }

        using var carys = await moot.AsAsync(People.Coordinator);
        Assert.Contains(
            "so slow that reading it was broken off",
            (await carys.GetAsync("/Messages")).Words,
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases]
    public async Task Settled_messages_go_after_their_time_with_their_files_and_waiting_ones_stay(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        await Mails.DropAsync(
            carys,
            ("one.eml", Mails.Referral("a@elsewhere.example")),
            ("two.eml", Mails.Referral("b@elsewhere.example"))
        );
        var settled = (await Mails.AllAsync(moot))[0].Id;
        await carys.PostAsync(
            await carys.GetAsync($"/Messages/{settled}/Dismiss"),
            "not for the hub",
            null,
            ("Input.Because", "An advertisement")
        );
        await PurgeAsync(moot);
        Assert.Equal(2, (await Mails.AllAsync(moot)).Count);

        moot.Clock.Set(moot.Clock.GetUtcNow().UtcDateTime + IncomingMessage.KeptFor);
        await PurgeAsync(moot);

        Assert.NotEqual(settled, Assert.Single(await Mails.AllAsync(moot)).Id);
        Assert.Equal(1, await moot.WithAsync(db => db.Set<StoredFile>().CountAsync()));
    }

    private static Task PurgeAsync(Moot moot) =>
        moot.Services.GetRequiredService<MessagePurge>().RunOnceAsync();

    /// <summary>A store with a fault that nobody foresaw.</summary>
    private sealed class BrokenStore : IFileStore
    {
        public Task<StoredContent> SaveAsync(Stream content, CancellationToken cancellation) =>
            throw new InvalidOperationException("a fault nobody foresaw");

        public Stream Open(StoredContent content) => throw new NotSupportedException();

        public void Delete(string name) => throw new NotSupportedException();
    }
}
