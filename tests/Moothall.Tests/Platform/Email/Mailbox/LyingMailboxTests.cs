using System.Diagnostics;
using Moothall.Platform.Email.Mailbox;
using Moothall.Tests.Servers;

namespace Moothall.Tests.Platform.Email.Mailbox;

/// <summary>Against servers that lie, keep silent or break off.</summary>
public class LyingMailboxTests
{
    private static readonly CancellationToken None = TestContext.Current.CancellationToken;

    public static TheoryData<string, string?> Lies() =>
        new()
        {
            { "more bytes than there are", "* 1 FETCH (UID 3 BODY[]<0> {50}\r\nonly this" },
            { "cut off in mid-message", "* 1 FETCH (UID 3 BODY[]<0> {50}\r\nonly this\0" },
            { "more than was asked for", "* 1 FETCH (UID 3 BODY[]<0> {2000000000}\r\n" },
            {
                "a length beyond all numbers",
                "* 1 FETCH (UID 3 BODY[]<0> {99999999999999999999}\r\nT\r\n"
            },
            {
                "fewer bytes than there are",
                "* 1 FETCH (UID 3 BODY[]<0> {2}\r\nFrom: jo@council.example\r\n\r\nText)\r\nTAG OK\r\n"
            },
            { "a line without end", new string('x', 200_000) },
            { "no mailbox at all", "HTTP/1.1 200 OK\r\n\r\n" },
            { "a closed door", null },
        };

    [Theory]
    [MemberData(nameof(Lies))]
    public async Task A_lie_ends_in_words_and_soon(string lie, string? answer)
    {
        await using var server = new LyingMailbox(
            (tag, command) =>
                command.Contains("BODY.PEEK", StringComparison.Ordinal)
                    ? answer?.Replace("TAG", tag, StringComparison.Ordinal)
                    : LyingMailbox.Honest(tag, command)
        );
        var options = Options(server);
        await using var mailbox = await ImapMailbox.OpenAsync(options, None);
        var clock = Stopwatch.StartNew();

        var problem = await Xunit.Record.ExceptionAsync(() => mailbox.FetchAsync(3, None));

        Assert.True(problem is MailboxException, $"{lie}: {problem}");
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), lie);
    }

    [Fact]
    public async Task A_server_that_keeps_silent_is_left()
    {
        await using var server = new LyingMailbox(
            (tag, command) =>
                command.StartsWith("UID SEARCH", StringComparison.Ordinal)
                    ? ""
                    : LyingMailbox.Honest(tag, command)
        );
        await using var mailbox = await ImapMailbox.OpenAsync(Options(server), None);

        var problem = await Assert.ThrowsAsync<MailboxException>(() => mailbox.ListAsync(10, None));

        Assert.Equal("The mailbox took too long to answer.", problem.Message);
    }

    [Fact]
    public async Task A_mailbox_without_lasting_numbers_is_not_read()
    {
        await using var server = new LyingMailbox(
            (tag, command) =>
                command.StartsWith("SELECT", StringComparison.Ordinal)
                    ? $"* 1 EXISTS\r\n{tag} OK\r\n"
                    : LyingMailbox.Honest(tag, command)
        );

        Assert.Contains(
            "no lasting numbers",
            (await FailsAsync(Options(server))).Message,
            StringComparison.Ordinal
        );
    }

    private static Task<MailboxException> FailsAsync(MailboxOptions options) =>
        Assert.ThrowsAsync<MailboxException>(async () =>
        {
            await using var mailbox = await ImapMailbox.OpenAsync(options, None);
        });

    private static MailboxOptions Options(LyingMailbox server) =>
        new()
        {
            Host = "localhost",
            Port = server.Port,
            User = "hub",
            Password = "secret",
            AuthorityFile = server.AuthorityFile,
            Timeout = TimeSpan.FromSeconds(2),
        };
}
