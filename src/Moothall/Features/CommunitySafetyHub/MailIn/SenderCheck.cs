using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Circulation;
using Moothall.Features.Partnership.Members;
using Moothall.Features.Partnership.SharingProtocols;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.MailIn;

/// <summary>Someone who acts for a member today, with the address of their account.</summary>
public sealed record KnownSender(
    Guid UserId,
    string Name,
    string Address,
    Guid MembershipId,
    string MemberName,
    Guid? OrganisationId
);

/// <summary>What can be said of a sender. Nothing of it makes the sender trusted: an address is easily forged.</summary>
/// <param name="Known">Whose address it is, where it is a representative's.</param>
/// <param name="Words">Sentences for the team.</param>
public sealed record SenderFinding(KnownSender? Known, IReadOnlyList<string> Words)
{
    /// <summary>The same in a few words, for a list.</summary>
    public string InShort { get; init; } = "";
}

/// <summary>Compares the address a message bears with those of members, of today (settled 13: addresses come from accounts).</summary>
/// <param name="People">Everyone who acts for a member today.</param>
/// <param name="Domains">The domains minutes may go to.</param>
/// <param name="TrustedResults">The name under which the partnership's own mail server writes what it checked.</param>
public sealed record SenderCheck(
    IReadOnlyList<KnownSender> People,
    SecureDomains Domains,
    string TrustedResults
)
{
    /// <summary>What stands at the end, whatever was found.</summary>
    public const string Warning =
        "An address can be forged. Before you rely on it, ring the sender on a number you already have.";

    /// <summary>Reads who acts for members today.</summary>
    public static async Task<SenderCheck> LoadAsync(
        MoothallDb db,
        string trustedResults,
        DateOnly today,
        CancellationToken cancel
    )
    {
        var people = await (
            from member in db.Set<HubMembership>()
            where member.LeftOn == null || member.LeftOn >= today
            from one in member.Representatives
            where one.From <= today && (one.Until == null || one.Until >= today)
            join user in db.PeopleLetIn() on one.UserId equals user.Id
            where user.Email != null
            orderby member.Order, member.Name
            select new KnownSender(
                user.Id,
                user.Name,
                user.Email!,
                member.Id,
                member.Name,
                member.OrganisationId
            )
        ).ToListAsync(cancel);
        return new(people, await db.SecureDomainsAsync(cancel), trustedResults);
    }

    /// <summary>What there is to say about the sender of a message.</summary>
    public SenderFinding Of(MessageContent message, string addedBy, DateOnly today)
    {
        if (message.FromAddress.Length == 0)
        {
            var words =
                addedBy.Length > 0
                    ? $"{addedBy} added it. It does not say who wrote it."
                    : "It names no sender, or more than one.";
            return new(null, [words, Warning])
            {
                InShort = addedBy.Length > 0 ? $"Added by {addedBy}" : "No sender",
            };
        }

        var known = People.FirstOrDefault(one =>
            one.Address.Equals(message.FromAddress, StringComparison.OrdinalIgnoreCase)
        );
        return new(known, [.. Sentences(message, known, today), Warning])
        {
            InShort = known is null
                ? "Not an address of a member"
                : $"Address of {known.Name}, {known.MemberName}",
        };
    }

    private IEnumerable<string> Sentences(
        MessageContent message,
        KnownSender? known,
        DateOnly today
    )
    {
        var address = message.FromAddress;
        yield return message.FromName.Length > 0
            ? $"It says it is from {message.FromName}, {address}."
            : $"It says it is from {address}.";
        if (known is not null)
        {
            yield return $"That is the address of {known.Name}, who acts for {known.MemberName}.";
        }
        else
        {
            var domain = address[(address.LastIndexOf('@') + 1)..];
            var members = People
                .Where(one =>
                    one.Address.EndsWith($"@{domain}", StringComparison.OrdinalIgnoreCase)
                )
                .Select(one => one.MemberName)
                .Distinct()
                .ToList();
            yield return members.Count == 0
                ? "Nobody who acts for a member has that address."
                : $"Nobody who acts for a member has that address, but people at {string.Join(", ", members.Take(3))} have addresses at {domain}.";
        }

        if (
            message.FromName.Contains('@', StringComparison.Ordinal)
            && !message.FromName.Contains(address, StringComparison.OrdinalIgnoreCase)
        )
        {
            yield return "Its name shows another address than the one it came from.";
        }

        if (message.ReplyTo.Length > 0)
        {
            yield return $"Answers would go to another address: {message.ReplyTo}.";
        }

        var standing = Domains.Check(address, today);
        yield return $"On its domain: {standing.Reason}.";
        if (Checked(message) is { } results)
        {
            yield return results;
        }

        if (message.IsAutomatic)
        {
            yield return "A machine wrote it: an automatic reply, a notice of failed delivery or a list.";
        }
    }

    // Only the topmost header is the last server's own; those below may be the sender's words.
    private string? Checked(MessageContent message)
    {
        if (TrustedResults.Length == 0 || message.Results is not [var first, ..])
        {
            return null;
        }

        var parts = first.Split(';', 2, StringSplitOptions.TrimEntries);
        return
            parts is [var name, var said]
            && name.Split(' ')[0].Equals(TrustedResults, StringComparison.OrdinalIgnoreCase)
            ? $"Your mail server checked the sending server: {said}."
            : null;
    }
}
