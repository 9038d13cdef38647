using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Moothall.Platform.Email;
using Moothall.Tests.Hosting;
using Moothall.Tests.Servers;

namespace Moothall.Tests.Features.Admin;

/// <summary>The administrator's page of mail: what is set, what waits and why, and a test against a real server over TLS.</summary>
public sealed class MailPageTests
{
    private const string Path = "/Admin/Mail";

    [Theory, BothDatabases]
    public async Task Without_a_server_the_page_says_what_to_set_and_what_waits(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await moot.AddAsync(
            Notice(NoticeAbout.ActionDue, NoticeStatus.Waiting, ""),
            Notice(NoticeAbout.ActionDue, NoticeStatus.Waiting, "")
        );
        using var carys = await moot.AsAsync(People.Coordinator);
        Assert.Equal(HttpStatusCode.Forbidden, (await carys.GetAsync(Path)).Status);
        using var ivy = await moot.AsAsync(People.Administrator);
        var page = await ivy.GetAsync(Path);
        Assert.Contains("No mail server is set", page.Words, StringComparison.Ordinal);
        Assert.Contains("Mail:FromAddress", page.Words, StringComparison.Ordinal);
        Assert.Contains("an action is due 2", page.Words, StringComparison.Ordinal);
        Assert.Contains("Not tried yet", page.Words, StringComparison.Ordinal);
        moot.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Contains(
            "2 messages cannot be sent: no mail server is set",
            (await ivy.GetAsync("/")).Words,
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases]
    public async Task A_test_message_reaches_the_administrator_over_a_real_server(Database database)
    {
        await using var server = await SmtpServer.StartAsync();
        await using var moot = await StartAsync(database, server);
        using var ivy = await moot.AsAsync(People.Administrator);
        var page = await ivy.GetAsync(Path);
        Assert.Contains($"localhost, port {server.Port}", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(server.Password, page.Text, StringComparison.Ordinal);

        var tested = await ivy.PostAsync(page, "Send a test message");

        Assert.Contains(
            "The mail server accepted the message 250 OK",
            tested.Words,
            StringComparison.Ordinal
        );
        var received = Assert.Single(await server.MessagesAsync());
        Assert.Equal(People.Administrator.Email, received.To);
        Assert.Contains("a test message", received.Text, StringComparison.Ordinal);
        Assert.Contains(
            "Send a test message Done",
            (await ivy.GetAsync("/")).Words,
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases]
    public async Task Whatever_stops_the_test_message_is_named_with_what_to_look_at(
        Database database
    )
    {
        await using var server = await SmtpServer.StartAsync();
        await using var plain = await SmtpServer.StartAsync(encrypts: false);
        (SmtpServer Server, Action<MailOptions> Change, string Title, string Next)[] faults =
        [
            (server, mail => mail.Password = "wrong", "refused the sign-in", "Mail:Password"),
            (server, mail => mail.User = "", "refused the sender", "Mail:FromAddress"),
            (
                server,
                mail => mail.PinnedCertificate = "",
                "certificate is not trusted",
                "Mail:PinnedCertificate"
            ),
            (plain, _ => { }, "does not encrypt", "STARTTLS"),
            (
                server,
                mail => mail.Port = LocalServer.FreePort(),
                "cannot be reached",
                "Mail:Host and Mail:Port"
            ),
        ];
        foreach (var (at, change, title, next) in faults)
        {
            await using var moot = await StartAsync(database, at, change);
            using var ivy = await moot.AsAsync(People.Administrator);
            var tested = await ivy.PostAsync(await ivy.GetAsync(Path), "Send a test message");
            Assert.Contains(title, tested.Words, StringComparison.Ordinal);
            Assert.Contains(next, tested.Words, StringComparison.Ordinal);
            Assert.Empty(await moot.WithAsync(db => db.Set<Notice>().ToListAsync()));
        }

        server.Refuse(People.Administrator.Email, "No such person here");
        await using var last = await StartAsync(database, server);
        using var own = await last.AsAsync(People.Administrator);
        var refused = await own.PostAsync(await own.GetAsync(Path), "Send a test message");
        Assert.Contains("refused this message", refused.Words, StringComparison.Ordinal);
        Assert.Contains("550 No such person here", refused.Words, StringComparison.Ordinal);
        Assert.Empty(await server.MessagesAsync());
    }

    [Theory, BothDatabases]
    public async Task What_was_refused_is_shown_without_people_and_tried_again_when_asked(
        Database database
    )
    {
        await using var server = await SmtpServer.StartAsync();
        await using var moot = await StartAsync(database, server);
        await moot.AddAsync(
            Notice(
                NoticeAbout.MinutesToRead,
                NoticeStatus.Refused,
                "The mail server refused the message: 550 5.1.1 <petra@testbourne.example> "
                    + "\"Petra Holloway\": Mailbox unavailable (Holloway has left)"
            )
        );
        using var ivy = await moot.AsAsync(People.Administrator);
        var page = await ivy.GetAsync(Path);
        Assert.Contains("minutes are ready to read 1", page.Words, StringComparison.Ordinal);
        Assert.Contains(
            "The mail server refused the message: 550 5.1.1 mailbox unavailable",
            page.Words,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(People.Police.Email, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Holloway", page.Text, StringComparison.Ordinal);

        await ivy.PostAsync(page, "Try these again");
        await moot
            .Services.GetRequiredService<NoticeSender>()
            .RunOnceAsync(TestContext.Current.CancellationToken);

        Assert.Equal(People.Police.Email, Assert.Single(await server.MessagesAsync()).To);
        Assert.Contains(
            "Nothing was refused",
            (await ivy.GetAsync(Path)).Words,
            StringComparison.Ordinal
        );
    }

    private static Notice Notice(NoticeAbout about, NoticeStatus status, string said) =>
        new()
        {
            To = People.Police.Email,
            Subject = $"An earlier name: {Notices.Words(about)}",
            Text = "Please sign in.",
            WrittenAt = TestClock.MondayMorning,
            NextAttemptAt = TestClock.MondayMorning,
            Status = status,
            ServerSaid = said,
        };

    // The server's certificate is of today, and the tests' clock of another day.
    private static Task<Moot> StartAsync(
        Database database,
        SmtpServer server,
        Action<MailOptions>? change = null
    ) =>
        Moot.StartAsync(
            database,
            services =>
                services
                    .Configure<MailOptions>(mail =>
                    {
                        (mail.Host, mail.Port) = (server.Host, server.Port);
                        (mail.User, mail.Password) = (server.User, server.Password);
                        mail.FromAddress = "hub@partnership.example";
                        mail.FromName = "Community Safety";
                        mail.PinnedCertificate = server.Thumbprint;
                        change?.Invoke(mail);
                    })
                    .AddSingleton<IMailTransport>(provider => new SmtpTransport(
                        provider.GetRequiredService<IOptions<MailOptions>>(),
                        TimeProvider.System
                    ))
        );
}
