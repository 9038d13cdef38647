using System.ComponentModel.DataAnnotations;

namespace Moothall.Platform.Email;

/// <summary>The partnership's mail server and sender. There is no setting that sends in the clear.</summary>
public sealed class MailOptions
{
    /// <summary>The name under which the server's certificate is checked.</summary>
    [Required]
    public string Host { get; set; } = "";

    /// <summary>The submission port, spoken to in the clear only as far as STARTTLS.</summary>
    [Range(1, 65535)]
    public int Port { get; set; } = 587;

    /// <summary>Empty where the server knows the application by its address and wants no sign-in.</summary>
    public string User { get; set; } = "";

    public string Password { get; set; } = "";

    /// <summary>The sender of every message; the part after the @ also names messages.</summary>
    [Required]
    public string FromAddress { get; set; } = "";

    /// <summary>A neutral name that says nothing about what the message is about.</summary>
    [Required]
    public string FromName { get; set; } = "";

    /// <summary>
    /// The SHA-256 thumbprint, in hexadecimal, of the one certificate to accept, for a server whose certificate no
    /// public authority vouches for. Empty: an authority this machine trusts must vouch for the host's name.
    /// </summary>
    [RegularExpression("([0-9A-Fa-f]{64})?")]
    public string PinnedCertificate { get; set; } = "";

    /// <summary>How long one attempt may take from connecting to the server's last answer.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(2);
}
