using System.Text.Json.Serialization;

namespace Moothall.Features.CommunitySafetyHub.Circulation;

/// <summary>Whether one of the ten suffixes of the published terms (S1-7.2h) can still be trusted (R15.2, R15.4).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SuffixStatus>))]
public enum SuffixStatus
{
    /// <summary>Still a secure service.</summary>
    Live,

    /// <summary>Closed. Addresses there are targets for impostors and are refused, whatever else is said about them.</summary>
    Retired,

    /// <summary>Replaced by another domain. Counts only where the partnership has its own evidence.</summary>
    Superseded,
}

/// <summary>One of the ten historic suffixes (settled question 8).</summary>
/// <param name="Suffix">Without the leading dot: <c>gsi.gov.uk</c>.</param>
/// <param name="Status">What became of it.</param>
/// <param name="EndedOn">Last day it counted, or null while it lives or where the day isn't known.</param>
/// <param name="Happened">What happened, to follow the suffix in a sentence: "was retired in March 2019".</param>
/// <param name="Source">Where that is said.</param>
/// <param name="Uncertain">The source is not confirmed.</param>
public sealed record HistoricSuffix(
    string Suffix,
    SuffixStatus Status,
    DateOnly? EndedOn,
    string Happened,
    string Source,
    bool Uncertain
);

/// <summary>A domain on the partnership's own list (C1), with what was checked and until when it holds.</summary>
/// <param name="Domain">The domain; addresses at it and below it count.</param>
/// <param name="Evidence">What was checked, for example that it enforces TLS and DMARC.</param>
/// <param name="CheckedOn">When that was checked.</param>
/// <param name="ReviewOn">The last day it holds without being checked again.</param>
public sealed record AllowedDomain(
    string Domain,
    string Evidence,
    DateOnly CheckedOn,
    DateOnly ReviewOn
)
{
    /// <summary>Endings under which anyone, or a whole country's bodies, may register: evidence about one says nothing of the rest.</summary>
    private static readonly HashSet<string> TooWide = new(StringComparer.Ordinal)
    {
        "ac.uk",
        "co.uk",
        "gov.uk",
        "gov.wales",
        "ltd.uk",
        "me.uk",
        "net.uk",
        "nhs.uk",
        "org.uk",
        "plc.uk",
        "sch.uk",
        "llyw.cymru",
    };

    /// <summary>What is wrong with the entry, in words; null when nothing is.</summary>
    public string? Problem()
    {
        var domain = EmailAddress.CleanDomain(Domain);
        if (domain is null)
        {
            return "Enter a domain in plain letters, like council.gov.uk.";
        }

        if (TooWide.Contains(domain))
        {
            return $"Many bodies have addresses under {domain}. Enter the domain of one organisation.";
        }

        if (string.IsNullOrWhiteSpace(Evidence))
        {
            return "Say what was checked, for example that the domain enforces TLS and DMARC.";
        }

        return ReviewOn < CheckedOn ? "The review date is before the date of the check." : null;
    }
}
