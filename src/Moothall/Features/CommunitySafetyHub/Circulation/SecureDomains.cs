using Moothall.Platform.Time;

namespace Moothall.Features.CommunitySafetyHub.Circulation;

/// <summary>What the lists say about an address.</summary>
public enum AddressStanding
{
    Secure,
    NotListed,
    Superseded,
    Lapsed,
    Retired,
    Malformed,
}

/// <summary>Whether minutes may go to an address as they are, and why (S1-7.2h).</summary>
/// <param name="Standing">What the lists say.</param>
/// <param name="Domain">The address's domain, or null when there is none.</param>
/// <param name="Reason">Why, as a clause without a full stop: "nhs.net is on the partnership's list, checked 3 May 2026".</param>
public sealed record AddressVerdict(AddressStanding Standing, string? Domain, string Reason)
{
    public bool Secure => Standing == AddressStanding.Secure;
}

/// <summary>
/// The addresses minutes may go to (S1-7.2h, C1). Retired suffixes are refused first, whatever the partnership's list says. Then
/// the partnership's own entry decides, the narrowest where several fit: once it lapses the domain counts no longer, even if the
/// published terms name it. Where it has none, a live suffix of the terms counts.
/// </summary>
/// <param name="historic">The ten suffixes of the published terms, with what became of each.</param>
/// <param name="allowed">The partnership's own list.</param>
public sealed class SecureDomains(
    IReadOnlyCollection<HistoricSuffix> historic,
    IReadOnlyCollection<AllowedDomain> allowed
)
{
    public AddressVerdict Check(string? address, DateOnly today)
    {
        var (domain, problem) = EmailAddress.Read(address);
        if (domain is null)
        {
            return new(AddressStanding.Malformed, null, problem!);
        }

        var listed = historic.FirstOrDefault(h => EmailAddress.IsUnder(domain, h.Suffix));
        if (
            listed is { Status: SuffixStatus.Retired }
            && (listed.EndedOn is null || today > listed.EndedOn)
        )
        {
            return new(
                AddressStanding.Retired,
                domain,
                $"{listed.Suffix} {listed.Happened}: an address there can no longer be trusted"
            );
        }

        var own = allowed
            .Where(a => a.Problem() is null)
            .Select(a => (Entry: a, Domain: EmailAddress.CleanDomain(a.Domain)!))
            .Where(a => EmailAddress.IsUnder(domain, a.Domain))
            .OrderByDescending(a => a.Domain.Length)
            .ThenByDescending(a => a.Entry.ReviewOn)
            .FirstOrDefault();
        if (own.Entry is { } entry)
        {
            return OwnEntry(domain, own.Domain, entry, today);
        }

        return listed switch
        {
            null => new(
                AddressStanding.NotListed,
                domain,
                $"{domain} is not on the partnership's list of secure domains"
            ),
            { Status: SuffixStatus.Superseded } => new(
                AddressStanding.Superseded,
                domain,
                $"{listed.Suffix} {listed.Happened}, and the partnership has not checked it itself"
            ),
            _ => new(
                AddressStanding.Secure,
                domain,
                $"{listed.Suffix} is one of the secure suffixes in the terms of reference and {listed.Happened}"
            ),
        };
    }

    private static AddressVerdict OwnEntry(
        string domain,
        string listed,
        AllowedDomain entry,
        DateOnly today
    )
    {
        if (today < entry.CheckedOn)
        {
            return new(
                AddressStanding.NotListed,
                domain,
                $"{listed} is on the partnership's list only from {UkTime.Date(entry.CheckedOn)}"
            );
        }

        return today > entry.ReviewOn
            ? new(
                AddressStanding.Lapsed,
                domain,
                $"{listed} was due to be checked again by {UkTime.Date(entry.ReviewOn)}, so it no longer counts as secure"
            )
            : new(
                AddressStanding.Secure,
                domain,
                $"{listed} is on the partnership's list, checked {UkTime.Date(entry.CheckedOn)}"
            );
    }
}
