using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Moothall.Features.CommunitySafetyHub.Circulation;
using Moothall.Platform.Documents;
using Moothall.Platform.Email;
using Moothall.Tests.Hosting;
using Moothall.Tests.Platform.Documents;
using Moothall.Tests.Servers;

namespace Moothall.Tests.Features.CommunitySafetyHub.Circulation;

/// <summary>The whole way to a real mail server over STARTTLS, and what can be read of it on the way.</summary>
public sealed class MailTests
{
    private static readonly CancellationToken None = TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    [Rule("S1-7.2h")]
    [Rule("S1-7.1e")]
    public async Task No_message_tells_anything_about_anybody_but_inside_the_two_kinds_of_file(
        Database database
    )
    {
        await using var server = await SmtpServer.StartAsync();
        await using var moot = await StartAsync(database, server);
        await SendAllAsync(moot);
        var password = await PasswordAsync(moot);
        // A recall goes out too, and is read with the rest.
        using var carys = await moot.AsAsync(People.Coordinator);
        var petra = await HeldMeeting.CopyOfAsync(moot, People.Police);
        var page = await carys.GetAsync($"/Minutes/{World.NextMeeting}/Copies/{petra.Id}");
        await carys.PostAsync(
            page,
            "handler=Withdraw",
            null,
            ("Withdrawal.Text", HeldMeeting.PersonName)
        );
        await SendAllAsync(moot);

        var messages = await server.MessagesAsync();
        Assert.Equal(8, messages.Count);
        string[] markers =
        [
            .. HeldMeeting.Personal,
            password,
            .. People.All.Select(person => person.Name),
        ];
        foreach (var message in messages)
        {
            var parts = MailParts.Of(message.Text);
            Assert.All(
                markers,
                marker =>
                    Assert.DoesNotContain(
                        marker,
                        parts.Readable,
                        StringComparison.OrdinalIgnoreCase
                    )
            );
            Assert.Contains(" with esmtpsa  (TLS1.", message.Text, StringComparison.Ordinal);
            Assert.Single(message.To.Split(',', StringSplitOptions.RemoveEmptyEntries));
        }

        var files = messages
            .Where(message => MailParts.Of(message.Text).FileName is not null)
            .ToDictionary(message => message.To, message => MailParts.Of(message.Text));
        Assert.Equal(["hannah@housing.example", "zainab@harbour.example"], files.Keys.Order());
        Assert.All(
            files.Values,
            file =>
                Assert.Contains(
                    "you and your organisation are responsible for keeping it secure",
                    file.Readable,
                    StringComparison.Ordinal
                )
        );
        var hannah = files["hannah@housing.example"];
        Assert.Equal("minutes.docx", hannah.FileName);
        var document = MailParts.DocumentText(hannah.File);
        Assert.Contains(HeldMeeting.PersonName, document, StringComparison.Ordinal);
        Assert.Contains(
            "Copy of Hannah Wright, Testbourne Council - Housing Options",
            document,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(HeldMeeting.Restricted, document, StringComparison.Ordinal);
        Assert.DoesNotContain(HeldMeeting.RestrictedReference, document, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    [Rule("S1-7.2i")]
    public async Task The_locked_file_opens_with_the_months_password_only_and_holds_the_recipients_copy(
        Database database
    )
    {
        await using var server = await SmtpServer.StartAsync();
        await using var moot = await StartAsync(database, server);
        await SendAllAsync(moot);
        var password = await PasswordAsync(moot);
        Assert.True(ArchivePassword.MeetsPolicy(password, out var fault), fault);
        var sent = MailParts.Of(
            (await server.MessagesAsync())
                .Single(message => message.To == "zainab@harbour.example")
                .Text
        );
        Assert.Equal("papers.zip", sent.FileName);
        using var folder = new TemporaryFolder();
        var path = folder["papers.zip"];
        await File.WriteAllBytesAsync(path, sent.File, None);

        var (_, listing) = await Tool.RunAsync("7z", "l", "-slt", path);
        Assert.Contains("Path = minutes.docx", listing, StringComparison.Ordinal);
        Assert.Matches(@"Method = AES-256\b", listing);
        Assert.All(
            HeldMeeting.Personal,
            marker => Assert.DoesNotContain(marker, listing, StringComparison.OrdinalIgnoreCase)
        );
        var (wrong, refusal) = await Tool.RunAsync(
            "7z",
            "x",
            "-y",
            "-p" + ArchivePassword.Generate(),
            "-o" + folder["wrong"],
            path
        );
        Assert.NotEqual(0, wrong);
        Assert.Contains("Wrong password", refusal, StringComparison.Ordinal);
        var (right, said) = await Tool.RunAsync(
            "7z",
            "x",
            "-y",
            "-p" + password,
            "-o" + folder["right"],
            path
        );
        Assert.True(right == 0, said);
        var document = MailParts.DocumentText(
            await File.ReadAllBytesAsync(folder["right/minutes.docx"], None)
        );
        Assert.Contains(HeldMeeting.PersonName, document, StringComparison.Ordinal);
        Assert.Contains(
            "Copy of Zainab Malik, Domestic Abuse Support Agencies",
            document,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(HeldMeeting.Restricted, document, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_servers_refusal_is_shown_in_its_own_words()
    {
        await using var server = await SmtpServer.StartAsync();
        server.Refuse("zainab@harbour.example", "This mailbox was closed");
        await using var moot = await StartAsync(Database.Sqlite, server);
        await SendAllAsync(moot);

        Assert.Equal(
            CopyStatus.Refused,
            (await HeldMeeting.CopyOfAsync(moot, People.Charity)).Status
        );
        using var carys = await moot.AsAsync(People.Coordinator);
        Assert.Contains(
            "550 This mailbox was closed",
            (await carys.GetAsync(HeldMeeting.StatusPage)).Words,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task While_the_server_is_down_everything_waits_and_goes_once_when_it_is_back()
    {
        await using var server = await SmtpServer.StartAsync();
        await using var moot = await StartAsync(Database.Sqlite, server);
        await server.StopAsync();
        await SendAllAsync(moot);
        Assert.Equal(
            CopyStatus.Waiting,
            (await HeldMeeting.CopyOfAsync(moot, People.Charity)).Status
        );

        await server.StartAgainAsync();
        moot.Clock.Advance(TimeSpan.FromMinutes(3));
        await SendAllAsync(moot);
        moot.Clock.Advance(TimeSpan.FromHours(3));
        await SendAllAsync(moot);

        Assert.Equal(7, (await server.MessagesAsync()).Count);
        Assert.Equal(CopyStatus.Sent, (await HeldMeeting.CopyOfAsync(moot, People.Charity)).Status);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_in_the_end_leaves_it_uncertain()
    {
        await using var server = await SmtpServer.StartAsync();
        await using var moot = await StartAsync(Database.Sqlite, server, TimeSpan.FromSeconds(3));
        server.HoldAnswers();
        await HeldMeeting.SendAsync(moot);
        moot.Clock.Advance(TimeSpan.FromHours(3));
        await HeldMeeting.SendAsync(moot);

        var copy = await HeldMeeting.CopyOfAsync(moot, People.Charity);
        Assert.Equal(CopyStatus.Uncertain, copy.Status);
        Assert.Single(copy.Attempts);
    }

    internal static async Task<Moot> StartAsync(
        Database database,
        SmtpServer server,
        TimeSpan? timeout = null
    )
    {
        var options = new MailOptions
        {
            Host = server.Host,
            Port = server.Port,
            User = server.User,
            Password = server.Password,
            FromAddress = "hub@partnership.example",
            FromName = "Community Safety",
            PinnedCertificate = server.Thumbprint,
            Timeout = timeout ?? TimeSpan.FromSeconds(30),
        };
        // The certificate is good today, whatever day the partnership is on.
        var moot = await HeldMeeting.StartAsync(
            database,
            services: services =>
                services.AddSingleton<IMailTransport>(
                    new SmtpTransport(Options.Create(options), TimeProvider.System)
                )
        );
        await HeldMeeting.CirculateAsync(moot);
        return moot;
    }

    private static async Task SendAllAsync(Moot moot)
    {
        await HeldMeeting.SendAsync(moot);
        await moot.Services.GetRequiredService<NoticeSender>().RunOnceAsync(None);
    }

    private static async Task<string> PasswordAsync(Moot moot)
    {
        await using var scope = moot.Services.CreateAsyncScope();
        var passwords = scope.ServiceProvider.GetRequiredService<FilePasswords>();
        return passwords.Open(await passwords.ThisMonthsAsync(None));
    }
}
