using System.ComponentModel.DataAnnotations;

namespace Moothall.Platform.Email.Mailbox;

/// <summary>How the connection to the mailbox is encrypted. There is no third way, and none in the clear.</summary>
public enum MailboxSecurity
{
    /// <summary>Encrypted from the first byte, usually on port 993.</summary>
    Implicit,

    /// <summary>Spoken to in the clear only as far as STARTTLS, usually on port 143.</summary>
    StartTls,
}

/// <summary>The mailbox that partners write to, read from the section <c>Mailbox</c>. Its certificate is always checked.</summary>
public sealed class MailboxOptions
{
    /// <summary>The name under which the server's certificate is checked. Without it there is no mailbox.</summary>
    public string Host { get; set; } = "";

    /// <summary>The port; usually 993, or 143 with STARTTLS.</summary>
    [Range(1, 65535)]
    public int Port { get; set; } = 993;

    public MailboxSecurity Security { get; set; } = MailboxSecurity.Implicit;

    public string User { get; set; } = "";

    /// <summary>Given by the environment; never shown.</summary>
    public string Password { get; set; } = "";

    /// <summary>A file whose first line is the password, read at each connection; it goes before <see cref="Password"/>.</summary>
    public string PasswordFile { get; set; } = "";

    /// <summary>The folder that mail arrives in.</summary>
    [RegularExpression("[ -~]{1,100}")]
    public string Folder { get; set; } = "INBOX";

    /// <summary>The folder that mail is moved to once it is safe here; made on first use.</summary>
    [RegularExpression("[ -~]{1,100}")]
    public string TakenInFolder { get; set; } = "Taken in";

    /// <summary>
    /// A file (PEM) of the authority whose certificates count for this server, in place of those this machine trusts: for a
    /// server inside the council's own network. Empty: an authority that this machine trusts must vouch for the host's name.
    /// </summary>
    public string AuthorityFile { get; set; } = "";

    /// <summary>
    /// The name under which the partnership's own mail server writes its results of checking a sender. Results under another
    /// name may be the sender's own words and are left out. Empty: none are shown.
    /// </summary>
    public string TrustedResults { get; set; } = "";

    /// <summary>Largest message taken in, in bytes; of a larger one only the headers are.</summary>
    [Range(65_536, 200_000_000)]
    public int LargestMessage { get; set; } = 40 * 1024 * 1024;

    /// <summary>How long the server may keep one answer, or one part of a long one, waiting.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Time between two looks.</summary>
    public TimeSpan Every { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Whether a mailbox is set up.</summary>
    public bool IsSetUp => !string.IsNullOrWhiteSpace(Host);
}
