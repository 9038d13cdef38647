namespace Moothall.Features.CommunitySafetyHub.Circulation;

/// <summary>
/// Reads an e-mail address strictly enough to decide whether minutes may go there. It accepts less than mail standards do: a
/// second @, quoting, comments, several addresses in one and anything outside plain letters are refused, since each can make the
/// domain people read differ from the one mail goes to.
/// </summary>
public static class EmailAddress
{
    /// <summary>The domain in lower case without a final dot, or null with the reason.</summary>
    public static (string? Domain, string? Problem) Read(string? address)
    {
        var text = address?.Trim() ?? "";
        if (text.Length == 0)
        {
            return (null, "there is no e-mail address");
        }

        if (!text.All(char.IsAscii))
        {
            return (
                null,
                "the address has characters outside plain letters, which can imitate another address"
            );
        }

        var parts = text.Split('@');
        if (parts.Length != 2)
        {
            return (
                null,
                parts.Length < 2 ? "the address has no @" : "the address has more than one @"
            );
        }

        if (
            text.Length > 254
            || parts[0].Length is 0 or > 64
            || !parts[0].All(IsLocalCharacter)
            || HasBadDots(parts[0])
        )
        {
            return (null, "the part before the @ is not one this product sends to");
        }

        return CleanDomain(parts[1]) is { } domain
            ? (domain, null)
            : (null, "the part after the @ is not a domain");
    }

    /// <summary>A domain of at least two plain labels, in lower case, one final dot removed; null when it isn't one.</summary>
    public static string? CleanDomain(string? typed)
    {
        var domain = typed?.Trim() ?? "";
        if (domain.EndsWith('.'))
        {
            domain = domain[..^1];
        }

        var labels = domain.Split('.');
        return domain.Length <= 253 && labels.Length >= 2 && labels.All(IsLabel)
            ? domain.ToLowerInvariant()
            : null;
    }

    /// <summary>Whether the domain is the suffix or lies below it; the match ends at a dot, so evilgsi.gov.uk isn't gsi.gov.uk.</summary>
    public static bool IsUnder(string domain, string suffix) =>
        string.Equals(domain, suffix, StringComparison.OrdinalIgnoreCase)
        || domain.EndsWith("." + suffix, StringComparison.OrdinalIgnoreCase);

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= 63
        && label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
        && label[0] != '-'
        && label[^1] != '-';

    private static bool IsLocalCharacter(char c) =>
        char.IsAsciiLetterOrDigit(c)
        || ".!#$%&'*+-/=?^_`{|}~".Contains(c, StringComparison.Ordinal);

    private static bool HasBadDots(string local) =>
        local[0] == '.' || local[^1] == '.' || local.Contains("..", StringComparison.Ordinal);
}
