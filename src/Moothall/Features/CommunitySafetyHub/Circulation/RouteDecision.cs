namespace Moothall.Features.CommunitySafetyHub.Circulation;

/// <summary>Why a person might receive minutes (settled question 10).</summary>
public enum RecipientKind
{
    /// <summary>Represents, or stands in for, a current member of the hub.</summary>
    MemberRepresentative,

    /// <summary>Invited to that meeting and registered; receives the items they were invited for.</summary>
    RegisteredInvitee,

    /// <summary>Anyone else.</summary>
    Other,
}

/// <summary>What the choice of route depends on, for one person and one set of minutes.</summary>
public sealed record Recipient
{
    public required RecipientKind Kind { get; init; }

    /// <summary>Has an account that works today: invited, second factor set up, not locked, not left.</summary>
    public required bool CanSignIn { get; init; }

    /// <summary>A route agreed with the person beforehand, or null.</summary>
    public CirculationRoute? Prefers { get; init; }

    public string? Email { get; init; }

    /// <summary>The member's basis for sharing (signatory or statutory protocol) is current today (S1-4.2).</summary>
    public required bool ProtocolCurrent { get; init; }

    /// <summary>What the paper is called.</summary>
    public PaperWords Paper { get; init; } = PaperWords.Minutes;

    /// <summary>Items of these minutes, or what else the paper is made of.</summary>
    public required int Items { get; init; }

    /// <summary>Those of them this person may see: not restricted from them, and for an invitee their own items only.</summary>
    public required int ItemsOpen { get; init; }

    /// <summary>This month's password for locked files was given to them by telephone or in person (S1-7.2i).</summary>
    public bool PasswordGivenThisMonth { get; init; }
}

/// <summary>The route and its reason, shown beside each recipient before anything is sent.</summary>
/// <param name="Route">How the copy goes.</param>
/// <param name="Reason">Why, in one or more sentences.</param>
public sealed record RouteVerdict(CirculationRoute Route, string Reason);

/// <summary>
/// Chooses the route for one recipient (S1-7.2h, S1-7.2i, C1, R15.5). Reading in the product is the normal route for everyone who
/// can sign in. A file goes only to those who cannot, or who agreed a secure address beforehand; a locked file is never chosen for
/// someone with a working account, because it is the weaker of the two.
/// </summary>
public static class RouteDecision
{
    public static RouteVerdict Decide(Recipient who, SecureDomains domains, DateOnly today)
    {
        if (NotAtAll(who) is { } refused)
        {
            return new(CirculationRoute.None, refused);
        }

        var left = LeftOut(who);
        var address = domains.Check(who.Email, today);
        if (who.CanSignIn && (who.Prefers != CirculationRoute.SecureAddress || !address.Secure))
        {
            var why = who.Prefers switch
            {
                CirculationRoute.SecureAddress =>
                    $"Reads in the product. A file by e-mail was agreed, but {address.Reason}.",
                CirculationRoute.LockedFile =>
                    "Reads in the product. A locked file is only for people who cannot sign in.",
                _ =>
                    "Reads in the product, which is the normal route for everyone who can sign in.",
            };
            return new(CirculationRoute.ReadInProduct, why + left);
        }

        var cannot = who.CanSignIn ? "A file was agreed with them" : "They cannot sign in";
        switch (address.Standing)
        {
            case AddressStanding.Malformed:
                return new(
                    CirculationRoute.None,
                    $"{cannot}, and {address.Reason}. Ask for a current address, or set up an account."
                );
            case AddressStanding.Retired:
                return new(
                    CirculationRoute.None,
                    $"{Sentence(address.Reason)} Ask for a current address, or set up an account."
                );
            case AddressStanding.Secure when who.Prefers != CirculationRoute.LockedFile:
                return new(
                    CirculationRoute.SecureAddress,
                    $"{cannot}, and {address.Reason}.{left}"
                );
            case AddressStanding.Secure:
                return Locked(who, $"{cannot}, and a locked file was agreed.", left);
            default:
                return Locked(who, $"{cannot}, and {address.Reason}.", left);
        }
    }

    private static string? NotAtAll(Recipient who) =>
        who switch
        {
            { Kind: RecipientKind.Other } =>
                $"{who.Paper.Papers} go only to representatives of current members, and to invitees registered for the meeting.",
            { Kind: RecipientKind.MemberRepresentative, ProtocolCurrent: false } =>
                "Their organisation's agreement to the information sharing protocol is not current.",
            { Kind: RecipientKind.RegisteredInvitee, ItemsOpen: 0 } =>
                "None of the items they were invited for is open to them.",
            { ItemsOpen: 0 } => who.Paper.NothingOpen,
            _ => null,
        };

    private static string LeftOut(Recipient who)
    {
        var hidden = who.Items - who.ItemsOpen;
        return (who.Kind, hidden) switch
        {
            (_, <= 0) => "",
            (RecipientKind.RegisteredInvitee, _) =>
                $" Their copy has {who.ItemsOpen} of the {who.Items} items; the others are not open to them.",
            (_, 1) =>
                $" One of the {who.Items} {who.Paper.Part}s is restricted from them and left out.",
            _ =>
                $" {hidden} of the {who.Items} {who.Paper.Part}s are restricted from them and left out.",
        };
    }

    private static RouteVerdict Locked(Recipient who, string why, string left)
    {
        var password = who.PasswordGivenThisMonth
            ? " They have been given this month's password."
            : " This month's password has still to be given to them by telephone or in person.";
        return new(
            CirculationRoute.LockedFile,
            $"{why} {who.Paper.TheFileGoes} as a locked file.{password}{left}"
        );
    }

    private static string Sentence(string clause) => clause + ".";
}
