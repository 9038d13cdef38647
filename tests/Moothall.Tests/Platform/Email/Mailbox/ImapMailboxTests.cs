using System.Text;
using Moothall.Platform.Email.Mailbox;
using Moothall.Tests.Servers;

namespace Moothall.Tests.Platform.Email.Mailbox;

/// <summary>Against a real Dovecot.</summary>
public class ImapMailboxTests
{
    private static readonly CancellationToken None = TestContext.Current.CancellationToken;

    private static readonly byte[] Message = Encoding.Latin1.GetBytes(
        "From: jo@council.example\r\nSubject: A place\r\n\r\nWords {12}\r\nand \0 \xFF bytes.\r\n)\r\n".Replace(
            "\0",
            "0",
            StringComparison.Ordinal
        )
    );

    [Theory]
    [InlineData(MailboxSecurity.Implicit, true)]
    [InlineData(MailboxSecurity.StartTls, true)]
    [InlineData(MailboxSecurity.Implicit, false)]
    public async Task A_message_is_read_as_it_was_sent_and_moved_once_it_is_safe(
        MailboxSecurity security,
        bool canMove
    )
    {
        await using var server = await DovecotServer.StartAsync(canMove);
        await server.AppendAsync(Message);
        await using var mailbox = await ImapMailbox.OpenAsync(Options(server, security), None);

        var (uid, bytes) = Assert.Single(await mailbox.ListAsync(10, None));
        Assert.Equal(Message.Length, bytes);
        Assert.Equal(Message, await mailbox.FetchAsync(uid, None));
        Assert.Equal((1, 1), await server.CountAsync("INBOX"));

        await mailbox.PutAwayAsync(uid, None);
        Assert.Equal((0, 0), await server.CountAsync("INBOX"));
        Assert.Equal((1, 0), await server.CountAsync("Taken in"));
        Assert.Empty(await mailbox.ListAsync(10, None));
        Assert.NotEqual(0u, mailbox.UidValidity);
        Assert.Null(await mailbox.FetchAsync(uid, None));
    }

    [Fact]
    public async Task A_message_too_long_is_not_read_whole_but_its_beginning_is()
    {
        await using var server = await DovecotServer.StartAsync();
        var huge = Encoding.ASCII.GetBytes(
            "Subject: huge\r\n\r\n" + string.Concat(Enumerable.Repeat("0123456789\r\n", 20_000))
        );
        await server.AppendAsync(huge);
        var options = Options(server);
        options.LargestMessage = 100_000;
        await using var mailbox = await ImapMailbox.OpenAsync(options, None);
        var (uid, bytes) = Assert.Single(await mailbox.ListAsync(10, None));

        Assert.Equal(huge.Length, bytes);
        Assert.Null(await mailbox.FetchAsync(uid, None));
        var beginning = await mailbox.FetchBeginningAsync(uid, None);
        Assert.Equal(huge[..beginning!.Length], beginning);
        Assert.InRange(beginning.Length, 1, 65_536);
    }

    [Fact]
    public async Task A_wrong_password_is_said_without_repeating_it()
    {
        await using var server = await DovecotServer.StartAsync();
        var options = Options(server);
        options.Password = "not-the-password";

        var problem = await FailsAsync(options);

        Assert.Equal("The mailbox refused the name or the password.", problem.Message);
        Assert.DoesNotContain("not-the-password", problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_password_may_lie_in_a_file()
    {
        await using var server = await DovecotServer.StartAsync();
        var options = Options(server);
        (options.Password, options.PasswordFile) = ("", server.AuthorityFile + ".password");
        await File.WriteAllTextAsync(options.PasswordFile, $"{server.Password}\n", None);
        await using (var mailbox = await ImapMailbox.OpenAsync(options, None))
            Assert.Empty(await mailbox.ListAsync(10, None));

        File.Delete(options.PasswordFile);
        Assert.Equal(
            "The file with the mailbox's password cannot be read.",
            (await FailsAsync(options)).Message
        );
    }

    [Theory]
    [InlineData(MailboxSecurity.Implicit)]
    [InlineData(MailboxSecurity.StartTls)]
    public async Task A_certificate_nobody_vouches_for_or_for_another_name_is_refused(
        MailboxSecurity security
    )
    {
        await using var server = await DovecotServer.StartAsync();
        var unknown = Options(server, security);
        unknown.AuthorityFile = "";
        Assert.Contains(
            "certificate",
            (await FailsAsync(unknown)).Message,
            StringComparison.Ordinal
        );

        var otherName = Options(server, security);
        otherName.Host = "127.0.0.1";
        Assert.Contains(
            "certificate",
            (await FailsAsync(otherName)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_server_that_is_down_is_said_to_be()
    {
        await using var server = await DovecotServer.StartAsync();
        await server.StopAsync();

        Assert.Equal("The mailbox cannot be reached.", (await FailsAsync(Options(server))).Message);
    }

    [Fact]
    public async Task A_server_stopped_between_two_commands_is_said_to_have_broken_off()
    {
        await using var server = await DovecotServer.StartAsync();
        await using var mailbox = await ImapMailbox.OpenAsync(Options(server), None);
        await server.StopAsync();

        var problem = await Assert.ThrowsAsync<MailboxException>(() => mailbox.ListAsync(10, None));
        Assert.StartsWith(
            "The connection to the mailbox broke.",
            problem.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_named()
    {
        await using var server = await DovecotServer.StartAsync();
        var options = Options(server);
        options.Folder = "Nowhere";

        Assert.Contains("“Nowhere”", (await FailsAsync(options)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_without_encryption_gets_no_password()
    {
        var heard = new List<string>();
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        var serving = Task.Run(
            async () =>
            {
                using var client = await listener.AcceptTcpClientAsync(None);
                await using var writer = new StreamWriter(client.GetStream())
                {
                    AutoFlush = true,
                    NewLine = "\r\n",
                };
                using var reader = new StreamReader(client.GetStream());
                await writer.WriteLineAsync("* OK ready");
                while (await reader.ReadLineAsync(None) is { } line)
                {
                    heard.Add(line);
                    await writer.WriteAsync(
                        $"* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n{line.Split(' ')[0]} OK done\r\n"
                    );
                }
            },
            None
        );
        var options = new MailboxOptions
        {
            Host = "localhost",
            Port = ((System.Net.IPEndPoint)listener.LocalEndpoint).Port,
            Security = MailboxSecurity.StartTls,
            User = "hub",
            Password = "secret",
        };

        var problem = await FailsAsync(options);

        await serving;
        Assert.Contains("no encryption", problem.Message, StringComparison.Ordinal);
        Assert.All(
            heard,
            line => Assert.DoesNotContain("AUTH", line.Split(' ', 2)[1], StringComparison.Ordinal)
        );
    }

    private static Task<MailboxException> FailsAsync(MailboxOptions options) =>
        Assert.ThrowsAsync<MailboxException>(async () =>
        {
            await using var mailbox = await ImapMailbox.OpenAsync(options, None);
        });

    private static MailboxOptions Options(
        DovecotServer server,
        MailboxSecurity security = MailboxSecurity.Implicit
    ) =>
        new()
        {
            Host = server.Host,
            Port = security == MailboxSecurity.Implicit ? server.Port : server.StartTlsPort,
            Security = security,
            User = server.User,
            Password = server.Password,
            AuthorityFile = server.AuthorityFile,
        };
}
