using FsCheck;
using FsCheck.Fluent;
using Moothall.Features.CommunitySafetyHub.Circulation;

namespace Moothall.Tests.Features.CommunitySafetyHub.Circulation;

[Rule("S1-7.2h")]
[Rule("S1-7.2i")]
public class RouteDecisionTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);
    private static readonly SecureDomains Domains = SecureDomainsTests.List(
        new AllowedDomain("aldermere.example", "TLS enforced", new(2026, 5, 3), new(2027, 5, 2))
    );

    private static readonly Recipient Member = new()
    {
        Kind = RecipientKind.MemberRepresentative,
        CanSignIn = true,
        Email = "a@aldermere.example",
        ProtocolCurrent = true,
        Items = 12,
        ItemsOpen = 12,
    };

    private static readonly Recipient NoAccount = Member with { CanSignIn = false };

    [Fact]
    [Rule("C1")]
    public void Whoever_can_sign_in_reads_in_the_product()
    {
        var verdict = Decide(Member);
        Assert.Equal(CirculationRoute.ReadInProduct, verdict.Route);
        Assert.Equal(
            "Reads in the product, which is the normal route for everyone who can sign in.",
            verdict.Reason
        );
        Assert.Equal(
            CirculationRoute.ReadInProduct,
            Decide(Member with { Prefers = CirculationRoute.LockedFile }).Route
        );
        Assert.Equal(CirculationRoute.ReadInProduct, Decide(Member with { Email = null }).Route);
    }

    [Fact]
    public void A_secure_address_agreed_beforehand_is_kept_to_while_it_is_secure()
    {
        var agreed = Member with { Prefers = CirculationRoute.SecureAddress };
        Assert.Equal(CirculationRoute.SecureAddress, Decide(agreed).Route);
        var retired = Decide(agreed with { Email = "a@x.gsi.gov.uk" });
        Assert.Equal(CirculationRoute.ReadInProduct, retired.Route);
        Assert.Contains(
            "gsi.gov.uk was retired in March 2019",
            retired.Reason,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(
        "a@aldermere.example",
        CirculationRoute.SecureAddress,
        "on the partnership's list, checked 3 May 2026"
    )]
    [InlineData(
        "a@nhs.net",
        CirculationRoute.SecureAddress,
        "nhs.net is one of the secure suffixes"
    )]
    [InlineData(
        "a@charity.example",
        CirculationRoute.LockedFile,
        "charity.example is not on the partnership's list"
    )]
    [InlineData("a@force.pnn.police.uk", CirculationRoute.LockedFile, "pnn.police.uk")]
    [InlineData("a@x.gsi.gov.uk", CirculationRoute.None, "can no longer be trusted")]
    [InlineData("user@evil@nhs.net", CirculationRoute.None, "more than one @")]
    [InlineData(null, CirculationRoute.None, "there is no e-mail address")]
    public void Without_an_account_the_address_decides(
        string? email,
        CirculationRoute route,
        string says
    )
    {
        var verdict = Decide(NoAccount with { Email = email });
        Assert.Equal(route, verdict.Route);
        Assert.Contains(says, verdict.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_locked_file_says_whether_its_password_was_given()
    {
        var waiting = Decide(NoAccount with { Email = "a@charity.example" });
        Assert.Contains("by telephone or in person", waiting.Reason, StringComparison.Ordinal);
        var given = Decide(
            NoAccount with
            {
                Email = "a@charity.example",
                PasswordGivenThisMonth = true,
            }
        );
        Assert.Equal(CirculationRoute.LockedFile, given.Route);
        Assert.Contains("have been given", given.Reason, StringComparison.Ordinal);
    }

    [Fact]
    [Rule("S1-3.4")]
    public void Only_members_and_registered_invitees_get_minutes()
    {
        Assert.Equal(
            CirculationRoute.None,
            Decide(Member with { Kind = RecipientKind.Other }).Route
        );
        var invitee = Member with
        {
            Kind = RecipientKind.RegisteredInvitee,
            ItemsOpen = 1,
            ProtocolCurrent = false,
        };
        Assert.Equal(CirculationRoute.ReadInProduct, Decide(invitee).Route);
        Assert.Contains(
            "Their copy has 1 of the 12 items",
            Decide(invitee).Reason,
            StringComparison.Ordinal
        );
        Assert.Equal(CirculationRoute.None, Decide(invitee with { ItemsOpen = 0 }).Route);
    }

    [Fact]
    [Rule("S1-4.2")]
    public void A_lapsed_protocol_stops_every_route()
    {
        var verdict = Decide(Member with { ProtocolCurrent = false });
        Assert.Equal(CirculationRoute.None, verdict.Route);
        Assert.Contains("protocol is not current", verdict.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(12, "")]
    [InlineData(11, "One of the 12 items is restricted")]
    [InlineData(9, "3 of the 12 items are restricted")]
    [InlineData(0, "No item of these minutes is open to them")]
    public void Items_left_out_are_counted_in_words(int open, string says) =>
        Assert.Contains(
            says,
            Decide(Member with { ItemsOpen = open }).Reason,
            StringComparison.Ordinal
        );

    [Fact]
    public void No_combination_sends_a_file_where_it_must_not_go()
    {
        var everyone =
            from kind in Gen.Elements(Enum.GetValues<RecipientKind>())
            from account in Gen.Elements(true, false)
            from prefers in Gen.Elements<CirculationRoute?>(
                null,
                CirculationRoute.ReadInProduct,
                CirculationRoute.SecureAddress,
                CirculationRoute.LockedFile,
                CirculationRoute.None
            )
            from email in Gen.Elements(
                null,
                "",
                "a@nhs.net",
                "a@x.gsi.gov.uk",
                "a@evilnhs.net",
                "a@aldermere.example",
                "a@b@nhs.net"
            )
            from current in Gen.Elements(true, false)
            from open in Gen.Choose(0, 3)
            select new Recipient
            {
                Kind = kind,
                CanSignIn = account,
                Prefers = prefers,
                Email = email,
                ProtocolCurrent = current,
                Items = 3,
                ItemsOpen = open,
            };
        Prop.ForAll(
                everyone.ToArbitrary(),
                who =>
                {
                    var verdict = Decide(who);
                    var standing = Domains.Check(who.Email, Today).Standing;
                    return verdict.Reason.EndsWith('.')
                        && (
                            verdict.Route != CirculationRoute.SecureAddress
                            || standing == AddressStanding.Secure
                        )
                        && (
                            verdict.Route != CirculationRoute.LockedFile
                            || (
                                !who.CanSignIn
                                && standing
                                    is not (AddressStanding.Retired or AddressStanding.Malformed)
                            )
                        )
                        && (verdict.Route != CirculationRoute.ReadInProduct || who.CanSignIn)
                        && (
                            verdict.Route == CirculationRoute.None
                            || (who.ItemsOpen > 0 && who.Kind != RecipientKind.Other)
                        );
                }
            )
            .QuickCheckThrowOnFailure();
    }

    private static RouteVerdict Decide(Recipient who) => RouteDecision.Decide(who, Domains, Today);
}
