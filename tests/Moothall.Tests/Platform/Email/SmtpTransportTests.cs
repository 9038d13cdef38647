using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Moothall.Platform.Email;
using Moothall.Tests.Servers;

namespace Moothall.Tests.Platform.Email;

/// <summary>Against a real Exim, over STARTTLS.</summary>
public class SmtpTransportTests
{
    private static readonly CancellationToken None = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_notice_arrives_from_the_partnership_for_one_person_as_it_was_written()
    {
        await using var server = await SmtpServer.StartAsync();
        var mail = Notice() with { Text = "First line\n.\n..two dots\nlast line" };

        var result = await Transport(server).SendAsync(mail, None);

        Assert.IsType<MailResult.Sent>(result);
        var received = Assert.Single(await server.MessagesAsync());
        Assert.Equal("hub@partnership.example", received.From);
        Assert.Equal("member@council.example", received.To);
        Assert.Contains(
            "From: Community Safety <hub@partnership.example>\n",
            received.Text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Subject: There is something for you\n",
            received.Text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            $"Message-ID: <{mail.MessageId:n}@partnership.example>\n",
            received.Text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Auto-Submitted: auto-generated\n",
            received.Text,
            StringComparison.Ordinal
        );
        Assert.Contains(" with esmtpsa  (TLS1.", received.Text, StringComparison.Ordinal);
        Assert.EndsWith(
            "\n\nFirst line\n.\n..two dots\nlast line\n",
            received.Text,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("PLAIN")]
    [InlineData("LOGIN")]
    public async Task Either_way_of_signing_in_will_do(string method)
    {
        await using var server = await SmtpServer.StartAsync(signInMethod: method);

        Assert.IsType<MailResult.Sent>(await Transport(server).SendAsync(Notice(), None));
        var wrong = await Transport(server, options => options.Password = "wrong")
            .SendAsync(Notice(), None);
        var refused = Assert.IsType<MailResult.Refused>(wrong);
        Assert.StartsWith(
            "The mail server refused the sign-in: 535",
            refused.Reason,
            StringComparison.Ordinal
        );
        Assert.False(refused.Permanent, "The password may be put right");
    }

    [Fact]
    public async Task Letters_of_every_script_arrive()
    {
        await using var server = await SmtpServer.StartAsync();
        var subject = string.Concat(Enumerable.Repeat("Cyfarfod nesaf: dŵr, Łódź 🏛 مرحبا ", 3));

        Assert.IsType<MailResult.Sent>(
            await Transport(server)
                .SendAsync(Notice() with { Subject = subject, Text = "Siân\nØ" }, None)
        );

        var text = Assert.Single(await server.MessagesAsync()).Text;
        Assert.Equal("Siân\r\nØ", Encoding.UTF8.GetString(Base64After(text, "text/plain")));
        var words = text[(text.IndexOf("\nSubject: ", StringComparison.Ordinal) + 10)..]
            .Split("\nDate: ")[0]
            .Split("\n ");
        Assert.All(
            words,
            word => Assert.True(word.Length <= 75, $"An encoded word of {word.Length} characters")
        );
        Assert.Equal(
            subject,
            string.Concat(
                words.Select(word =>
                    Encoding.UTF8.GetString(Convert.FromBase64String(word[10..^2]))
                )
            )
        );
    }

    [Fact]
    public async Task An_attached_file_arrives_byte_for_byte()
    {
        await using var server = await SmtpServer.StartAsync();
        var bytes = RandomNumberGenerator.GetBytes(300_000);
        var mail = Notice() with { Attachment = new("papers.zip", "application/zip", bytes) };

        Assert.IsType<MailResult.Sent>(await Transport(server).SendAsync(mail, None));

        var text = Assert.Single(await server.MessagesAsync()).Text;
        Assert.Contains("filename=\"papers.zip\"", text, StringComparison.Ordinal);
        Assert.Equal(bytes, Base64After(text, "application/zip"));
    }

    [Fact]
    public async Task A_certificate_nobody_vouches_for_and_that_is_not_the_pinned_one_is_refused()
    {
        await using var server = await SmtpServer.StartAsync();
        await using var other = await SmtpServer.StartAsync();

        foreach (var pin in (string[])["", other.Thumbprint])
        {
            var result = await Transport(server, options => options.PinnedCertificate = pin)
                .SendAsync(Notice(), None);
            var refused = Assert.IsType<MailResult.Refused>(result);
            Assert.Equal(
                "The mail server's certificate is not the one expected, so nothing was sent.",
                refused.Reason
            );
            Assert.False(refused.Permanent);
        }

        Assert.Empty(await server.MessagesAsync());
    }

    [Fact]
    public async Task A_server_without_encryption_is_sent_nothing_though_it_would_take_it()
    {
        await using var server = await SmtpServer.StartAsync(encrypts: false);

        var refused = Assert.IsType<MailResult.Refused>(
            await Transport(server).SendAsync(Notice(), None)
        );

        Assert.Equal("The mail server offers no encryption, so nothing was sent.", refused.Reason);
        Assert.Empty(await server.MessagesAsync());
    }

    [Fact]
    public async Task A_refused_recipient_is_told_in_the_servers_words_and_for_good()
    {
        await using var server = await SmtpServer.StartAsync();
        server.Refuse("gone@council.example", "No such person here");

        var result = await Transport(server)
            .SendAsync(Notice() with { To = "gone@council.example" }, None);

        var refused = Assert.IsType<MailResult.Refused>(result);
        Assert.Equal(
            "The mail server refused the message: 550 No such person here",
            refused.Reason
        );
        Assert.True(refused.Permanent);
        Assert.Empty(await server.MessagesAsync());
    }

    [Fact]
    public async Task Mail_waits_while_the_server_is_down_and_goes_when_it_is_back()
    {
        await using var server = await SmtpServer.StartAsync();
        await server.StopAsync();

        var refused = Assert.IsType<MailResult.Refused>(
            await Transport(server).SendAsync(Notice(), None)
        );
        Assert.Equal("The mail server cannot be reached.", refused.Reason);
        Assert.False(refused.Permanent);

        await server.StartAgainAsync();
        Assert.IsType<MailResult.Sent>(await Transport(server).SendAsync(Notice(), None));
        Assert.Single(await server.MessagesAsync());
    }

    [Fact]
    public async Task A_message_handed_over_but_not_confirmed_is_uncertain()
    {
        await using var server = await SmtpServer.StartAsync();
        server.HoldAnswers();

        var transport = Transport(server, options => options.Timeout = TimeSpan.FromSeconds(3));
        var result = await transport.SendAsync(Notice(), None);

        Assert.IsType<MailResult.Uncertain>(result);
    }

    [Theory]
    [InlineData("a@b.example\r\nRCPT TO:<c@d.example>", "Subject")]
    [InlineData("a@b.example>,<c@d.example", "Subject")]
    [InlineData("a@b.example", "Subject\r\nBcc: c@d.example")]
    [InlineData("a@b.example", "Subject\nX: y")]
    public async Task Nothing_in_a_header_can_add_a_header_or_a_recipient(string to, string subject)
    {
        await using var server = await SmtpServer.StartAsync();

        var result = await Transport(server)
            .SendAsync(Notice() with { To = to, Subject = subject }, None);

        Assert.True(Assert.IsType<MailResult.Refused>(result).Permanent);
        Assert.Empty(await server.MessagesAsync());
    }

    private static OutgoingMail Notice() =>
        new(
            Guid.CreateVersion7(),
            "member@council.example",
            "There is something for you",
            "Please sign in."
        );

    private static SmtpTransport Transport(SmtpServer server, Action<MailOptions>? change = null)
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
            Timeout = TimeSpan.FromSeconds(20),
        };
        change?.Invoke(options);
        return new SmtpTransport(Options.Create(options), TimeProvider.System);
    }

    /// <summary>What stands in base64 in the part of this type.</summary>
    private static byte[] Base64After(string text, string type)
    {
        var part = text[text.IndexOf($"Content-Type: {type}", StringComparison.Ordinal)..];
        var body = part[part.IndexOf("\n\n", StringComparison.Ordinal)..];
        var end = body.IndexOf("\n--=_", StringComparison.Ordinal);
        return Convert.FromBase64String(end < 0 ? body : body[..end]);
    }
}
