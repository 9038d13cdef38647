namespace Moothall.Features.CommunitySafetyHub.Referrals;

/// <summary>A reason in law for sharing information with the hub.</summary>
/// <param name="Key">What is stored.</param>
/// <param name="Words">The reason as an officer would say it.</param>
/// <param name="Source">Where the law says so.</param>
/// <param name="Limits">What it does not allow; empty where nothing needs saying.</param>
public sealed record SharingGateway(string Key, string Words, string Source, string Limits = "");

/// <summary>
/// Why may you share this: the powers referrals rest on, as data (R14.1, R5.8). A power alone does not satisfy data protection
/// law (R14.3), so the form asks for the purpose and the need in the referrer's own words beside it.
/// </summary>
public static class SharingGateways
{
    /// <summary>Preventing or dealing with crime and disorder: the power nearly every referral rests on.</summary>
    public const string CrimeAndDisorder = "crime-and-disorder";

    /// <summary>Nobody can be recognised from what is shared.</summary>
    public const string NobodyIdentified = "nobody-identified";

    /// <summary>All of them, the usual one first.</summary>
    public static IReadOnlyList<SharingGateway> All { get; } =
    [
        new(
            CrimeAndDisorder,
            "To prevent or deal with crime and disorder",
            "Crime and Disorder Act 1998, section 115"
        ),
        new("child-safety", "To keep a child safe", "Children Act 2004, sections 10 and 11"),
        new("adult-safety", "To keep an adult at risk safe", "Care Act 2014, sections 6 and 42"),
        new(
            "serious-violence",
            "To prevent serious violence",
            "Police, Crime, Sentencing and Courts Act 2022, section 16",
            "Not for patient information, nor for personal information a health or social care authority holds (section 16(4))."
        ),
        new(
            "life-at-risk",
            "Someone's life or safety is in danger now",
            "UK GDPR, article 6(1)(d)"
        ),
        new(
            NobodyIdentified,
            "Nobody can be recognised from it",
            "No personal information is shared"
        ),
        new("another-law", "Another law or agreement, named in the next box", "As named"),
    ];

    /// <summary>The gateway with this key, or nothing for a key that is not one.</summary>
    public static SharingGateway? Find(string key) => All.FirstOrDefault(one => one.Key == key);

    /// <summary>
    /// What the form proposes for an agency. Any agency may tell the partnership's authorities what crime and disorder work
    /// needs (R14.1); what differs is the lawful basis: a public task for an authority, a recognised legitimate interest for
    /// a charity or a landlord (R14.11).
    /// </summary>
    /// <param name="isAuthority">Whether the agency is a responsible authority.</param>
    /// <param name="areaName">The area of the partnership.</param>
    public static (string Key, string Because) Usual(bool isAuthority, string areaName) =>
        (
            CrimeAndDisorder,
            $"So that the hub can prevent crime and disorder in {areaName}. "
                + (
                    isAuthority
                        ? "Sharing is necessary for our public task."
                        : "Sharing is necessary for a recognised legitimate interest: preventing crime, or safeguarding someone vulnerable."
                )
        );
}
