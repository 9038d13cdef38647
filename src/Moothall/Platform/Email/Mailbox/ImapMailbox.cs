using System.Globalization;
using System.Net.Security;

namespace Moothall.Platform.Email.Mailbox;

/// <summary>
/// A mailbox open for reading: what is in it, one message after the other, and moving a message once it is safe. Nothing of
/// it is deleted. No maintained library for IMAP can be had for this product's platform and licence, and this is all it needs.
/// </summary>
public sealed class ImapMailbox : IAsyncDisposable
{
    private const int HeaderBytes = 64 * 1024;
    private readonly ImapConnection connection;
    private readonly MailboxOptions options;
    private HashSet<string> abilities = [];

    private ImapMailbox(ImapConnection connection, MailboxOptions options) =>
        (this.connection, this.options) = (connection, options);

    /// <summary>The server's number for this edition of the folder; message numbers mean nothing under another (RFC 3501).</summary>
    public uint UidValidity { get; private set; }

    /// <summary>Connects, encrypts, signs in and opens the folder.</summary>
    /// <exception cref="MailboxException">Any of that failed.</exception>
    public static async Task<ImapMailbox> OpenAsync(
        MailboxOptions options,
        CancellationToken cancel
    )
    {
        ImapConnection? opened = null;
        try
        {
            opened = await ImapConnection.OpenAsync(
                options.Host,
                options.Port,
                options.Timeout,
                cancel
            );
            var mailbox = new ImapMailbox(opened, options);
            await mailbox.BeginAsync(cancel);
            return mailbox;
        }
        catch (Exception problem)
        {
            await (opened?.DisposeAsync() ?? ValueTask.CompletedTask);
            if (MailboxFault.Explain(problem, cancel) is { } words)
            {
                throw new MailboxException(words, problem);
            }

            throw;
        }
    }

    /// <summary>The numbers of the messages in the folder, oldest first, with their lengths in bytes as the server gives them.</summary>
    public Task<IReadOnlyList<(uint Uid, long Bytes)>> ListAsync(
        int most,
        CancellationToken cancel
    ) =>
        GuardedAsync<IReadOnlyList<(uint, long)>>(
            async () =>
            {
                var reply = await GoodAsync("UID SEARCH UNDELETED", "list its messages", cancel);
                var all = reply
                    .After("SEARCH")
                    .SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                    .Select(word => uint.TryParse(word, out var uid) ? uid : 0)
                    .Where(uid => uid > 0)
                    .Distinct()
                    .Order()
                    .Take(most)
                    .ToList();
                var list = new List<(uint, long)>();
                foreach (var uid in all)
                {
                    list.Add((uid, await SizeAsync(uid, cancel)));
                }

                return list;
            },
            cancel
        );

    /// <summary>The whole message, or nothing where it is gone or longer than may be taken in. It is not marked as read.</summary>
    public Task<byte[]?> FetchAsync(uint uid, CancellationToken cancel) =>
        GuardedAsync(
            async () =>
            {
                // The part asked for has an end, so that a server that lies about a length can send no more.
                var bytes = await PartAsync(uid, options.LargestMessage + 1, cancel);
                return bytes?.Length > options.LargestMessage ? null : bytes;
            },
            cancel
        );

    /// <summary>The beginning of a message that is too long, enough for its headers.</summary>
    public Task<byte[]?> FetchBeginningAsync(uint uid, CancellationToken cancel) =>
        GuardedAsync(() => PartAsync(uid, HeaderBytes, cancel), cancel);

    /// <summary>Marks a message as read and moves it to the folder for what was taken in.</summary>
    public Task PutAwayAsync(uint uid, CancellationToken cancel) =>
        GuardedAsync<object?>(
            async () =>
            {
                await GoodAsync(
                    $"UID STORE {uid} +FLAGS.SILENT (\\Seen)",
                    "mark a message",
                    cancel
                );
                var folder = ImapText.Quoted(options.TakenInFolder);
                var way = abilities.Contains("MOVE") ? "MOVE" : "COPY";
                var reply = await connection.CommandAsync($"UID {way} {uid} {folder}", cancel);
                if (reply.Status == "NO")
                {
                    // A refusal may only mean that the folder is not there yet; if it is, making it fails and nothing is lost.
                    await connection.CommandAsync($"CREATE {folder}", cancel);
                    reply = await connection.CommandAsync($"UID {way} {uid} {folder}", cancel);
                }

                if (!reply.IsGood)
                {
                    throw new MailboxException(
                        $"The mailbox would not move a message to “{options.TakenInFolder}”: {reply.Shown}"
                    );
                }

                if (way == "COPY")
                {
                    await GoodAsync(
                        $"UID STORE {uid} +FLAGS.SILENT (\\Deleted)",
                        "mark a message",
                        cancel
                    );
                    if (abilities.Contains("UIDPLUS"))
                    {
                        await GoodAsync($"UID EXPUNGE {uid}", "put a message away", cancel);
                    }
                }

                return null;
            },
            cancel
        );

    /// <summary>Takes leave of the server.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            using var shortly = new CancellationTokenSource(TimeSpan.FromSeconds(2));
            await connection.CommandAsync("LOGOUT", shortly.Token);
        }
        catch (Exception problem) when (problem is IOException or OperationCanceledException)
        {
            // Leaving without its blessing does no harm.
        }

        await connection.DisposeAsync();
    }

    private async Task BeginAsync(CancellationToken cancel)
    {
        if (options.Security == MailboxSecurity.Implicit)
        {
            await connection.EncryptAsync(Encryption(), cancel);
        }

        var greeting = await connection.AnswerAsync(0, cancel);
        if (!greeting.Text.StartsWith("* OK", StringComparison.OrdinalIgnoreCase))
        {
            throw new MailboxException("The mailbox takes no connections now.");
        }

        await AskAbilitiesAsync(cancel);
        if (options.Security == MailboxSecurity.StartTls)
        {
            if (!abilities.Contains("STARTTLS"))
            {
                throw new MailboxException(
                    "The mailbox offers no encryption, so nothing was read and no password was sent."
                );
            }

            await GoodAsync("STARTTLS", "encrypt the connection", cancel);
            await connection.EncryptAsync(Encryption(), cancel);
            // What was said in the clear counts for nothing: the server is asked again.
            await AskAbilitiesAsync(cancel);
        }

        await ImapSignIn.SignInAsync(connection, options, abilities, cancel);
        await AskAbilitiesAsync(cancel);
        var opened = await connection.CommandAsync(
            $"SELECT {ImapText.Quoted(options.Folder)}",
            cancel
        );
        if (!opened.IsGood)
        {
            throw new MailboxException(
                $"The mailbox has no folder “{options.Folder}” that can be opened: {opened.Shown}"
            );
        }

        UidValidity =
            opened.Code("UIDVALIDITY")
            ?? throw new MailboxException(
                "The mailbox gives its messages no lasting numbers, so they cannot be taken in once only."
            );
    }

    private async Task AskAbilitiesAsync(CancellationToken cancel)
    {
        var reply = await GoodAsync("CAPABILITY", "say what it can do", cancel);
        abilities = reply
            .After("CAPABILITY")
            .SelectMany(line => line.ToUpperInvariant().Split(' '))
            .ToHashSet();
    }

    private async Task<long> SizeAsync(uint uid, CancellationToken cancel)
    {
        var reply = await GoodAsync($"UID FETCH {uid} (RFC822.SIZE)", "give a message", cancel);
        foreach (var answer in reply.Untagged.Select(answer => answer.Text))
        {
            var at = answer.IndexOf("RFC822.SIZE ", StringComparison.OrdinalIgnoreCase);
            if (at < 0)
            {
                continue;
            }

            var digits = new string([.. answer.Skip(at + 12).TakeWhile(char.IsAsciiDigit)]);
            if (long.TryParse(digits, CultureInfo.InvariantCulture, out var bytes))
            {
                return bytes;
            }
        }

        return 0;
    }

    private async Task<byte[]?> PartAsync(uint uid, int bytes, CancellationToken cancel)
    {
        var reply = await connection.CommandAsync(
            $"UID FETCH {uid} (BODY.PEEK[]<0.{bytes}>)",
            cancel,
            largestLiteral: bytes
        );
        if (!reply.IsGood)
        {
            throw new MailboxException($"The mailbox would not give a message: {reply.Shown}");
        }

        return reply
            .Untagged.Where(answer =>
                answer.Literals.Count > 0
                && answer.Text.Contains(" FETCH ", StringComparison.OrdinalIgnoreCase)
                && answer.Text.Contains($"UID {uid}", StringComparison.OrdinalIgnoreCase)
            )
            .Select(answer => answer.Literals[0])
            .FirstOrDefault();
    }

    private async Task<ImapReply> GoodAsync(string command, string what, CancellationToken cancel)
    {
        var reply = await connection.CommandAsync(command, cancel);
        return reply.IsGood
            ? reply
            : throw new MailboxException($"The mailbox would not {what}: {reply.Shown}");
    }

    private static async Task<T> GuardedAsync<T>(Func<Task<T>> work, CancellationToken cancel)
    {
        try
        {
            return await work();
        }
        catch (Exception problem) when (MailboxFault.Explain(problem, cancel) is { } words)
        {
            throw new MailboxException(words, problem);
        }
    }

    private SslClientAuthenticationOptions Encryption() =>
        MailboxFault.Encryption(options.Host, options.AuthorityFile);
}
