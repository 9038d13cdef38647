namespace Moothall.Platform.Email.Mailbox;

/// <summary>Signs in to a mailbox, once the connection is encrypted, by name and password.</summary>
internal static class ImapSignIn
{
    public static async Task SignInAsync(
        ImapConnection connection,
        MailboxOptions options,
        HashSet<string> abilities,
        CancellationToken cancel
    )
    {
        var password = PasswordOf(options);
        var plain = abilities.Contains("AUTH=PLAIN");
        if (!plain && abilities.Contains("LOGINDISABLED"))
        {
            throw new MailboxException("The mailbox offers no sign-in by name and password.");
        }

        ImapReply reply;
        if (plain)
        {
            reply = await connection.CommandAsync(
                "AUTHENTICATE PLAIN",
                cancel,
                continuation: ImapText.Plain(options.User, password)
            );
        }
        else if (password.All(char.IsAscii) && options.User.All(char.IsAscii))
        {
            reply = await connection.CommandAsync(
                $"LOGIN {ImapText.Quoted(options.User)} {ImapText.Quoted(password)}",
                cancel
            );
        }
        else
        {
            throw new MailboxException(
                "The mailbox takes only plain letters in its name and password."
            );
        }

        // The server's own words are left out: some repeat what they were given.
        if (!reply.IsGood)
        {
            throw new MailboxException("The mailbox refused the name or the password.");
        }
    }

    private static string PasswordOf(MailboxOptions options)
    {
        if (options.PasswordFile.Length == 0)
        {
            return options.Password;
        }

        try
        {
            return File.ReadLines(options.PasswordFile).FirstOrDefault() ?? "";
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new MailboxException(
                "The file with the mailbox's password cannot be read.",
                problem
            );
        }
    }
}
